using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Slipstream.Domain;

namespace Slipstream.Journal.Tests;

/// <summary>One record type under test: how to make a random one, compare two, and what its JSON must be.</summary>
public abstract record RecordCase(RecordSchema Schema)
{
    public abstract byte[] Encode(int seed);

    public abstract void RequireRoundTrip(int seed);

    public abstract void RequireSameJson(int seed);

    public abstract void Append(RecordSink sink, long input, Instant time, int seed);

    public abstract void AppendDecoded(RecordSink sink, in RecordView record);

    public override string ToString() => Schema.Name;
}

public sealed record RecordCase<TCodec, T>(Func<Random, T> Make, Func<T, JsonObject> Json, Func<T, T, bool> Same) : RecordCase(TCodec.Schema)
    where TCodec : struct, IRecordCodec<T>
{
    public override byte[] Encode(int seed) => Encode(Make(new(seed)));

    public override void RequireRoundTrip(int seed)
    {
        var record = Make(new(seed));
        var bytes = Encode(record);
        var back = RecordCodec.Read<TCodec, T>(bytes, TCodec.Version);
        Assert.True(Same(record, back), $"{record} became {back}");
        Assert.Equal(bytes, Encode(back));
    }

    public override void RequireSameJson(int seed)
    {
        var record = Make(new(seed));
        var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            var payload = new PayloadReader(Encode(record));
            PayloadJson.WriteFields(json, ref payload, Schema.Fields, Samples.Universe);
            json.WriteEndObject();
            Assert.Equal(0, payload.Remaining);
        }

        var actual = Encoding.UTF8.GetString(buffer.ToArray());
        var expected = Json(record).ToJsonString();
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(expected), JsonNode.Parse(actual)), $"expected {expected}\nactual   {actual}");
        Assert.Equal(JsonNode.Parse(expected)!.AsObject().Select(p => p.Key), JsonNode.Parse(actual)!.AsObject().Select(p => p.Key));
    }

    public override void Append(RecordSink sink, long input, Instant time, int seed) => sink.Append<TCodec, T>(input, time, Make(new(seed)));

    public override void AppendDecoded(RecordSink sink, in RecordView record) =>
        sink.Append<TCodec, T>(record.Input, record.Time, record.Decode<TCodec, T>());

    private static byte[] Encode(T record)
    {
        var buffer = new byte[TCodec.MaxSize(record)];
        var writer = new PayloadWriter(buffer);
        TCodec.Write(ref writer, record);
        return buffer[..writer.Length];
    }
}
