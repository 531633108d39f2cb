using FsCheck;
using FsCheck.Fluent;

namespace Slipstream.Journal.Tests.Properties;

public class CodecProperties
{
    public static TheoryData<string> Names => [.. RecordCases.All.Select(c => c.Schema.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_record_is_read_as_it_was_written(string name) =>
        Prop.ForAll<int>(seed => Case(name).RequireRoundTrip(seed)).QuickCheckThrowOnFailure();

    [Theory]
    [MemberData(nameof(Names))]
    public void The_schema_alone_gives_the_same_fields_as_the_codec(string name) =>
        Prop.ForAll<int>(seed => Case(name).RequireSameJson(seed)).QuickCheckThrowOnFailure();

    [Theory]
    [MemberData(nameof(Names))]
    public void A_payload_cut_short_is_told_and_not_guessed(string name) =>
        Prop.ForAll<int>(seed =>
        {
            var record = Case(name);
            var payload = record.Encode(seed);
            var random = new Random(seed);
            var cut = payload[..random.Next(payload.Length)];
            Assert.Throws<JournalException>(() => CutCase(record, cut));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void What_was_never_said_is_written_as_empty()
    {
        Span<byte> room = stackalloc byte[64];
        var writer = new PayloadWriter(room);
        DecisionCodec.Write(ref writer, new() { Id = new(1), Time = default, InputsRef = 2 });
        var back = DecisionCodec.Read(room[..writer.Length], 1);
        Assert.Equal("", back.Rationale);
        Assert.Empty(back.Tags);
    }

    [Fact]
    public void Every_record_type_has_a_case_and_a_schema()
    {
        Assert.Equal(Enum.GetValues<RecordType>().Order(), RecordCases.All.Select(c => c.Schema.Type).Order());
        Assert.Equal(Enum.GetValues<RecordType>().Order(), SchemaRegistry.Journal.All.Select(s => s.Type).Order());
    }

    private static RecordCase Case(string name) => RecordCases.All.Single(c => c.Schema.Name == name);

    private static void CutCase(RecordCase record, byte[] payload)
    {
        var reader = new PayloadReader(payload);
        using var json = new System.Text.Json.Utf8JsonWriter(Stream.Null);
        json.WriteStartObject();
        PayloadJson.WriteFields(json, ref reader, record.Schema.Fields, Samples.Universe);
    }
}
