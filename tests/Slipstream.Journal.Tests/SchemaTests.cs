using System.Buffers;
using System.Buffers.Binary;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Slipstream.Domain;

namespace Slipstream.Journal.Tests;

public sealed class SchemaTests : IDisposable
{
    private static readonly string[] _envelope = ["sequence", "type", "version", "time", "input", "logical", "runId", "mode", "strategyId", "versionHash"];
    private readonly TemporaryDirectory _temp = new();

    [Fact]
    public void Every_record_shows_mode_time_strategy_and_version_hash()
    {
        using (var writer = JournalWriter.Create(_temp.Sub("j")))
        {
            foreach (var record in RecordCases.All)
            {
                record.Append(writer, 1, Instant.Parse("2024-05-01T13:30:00.5Z"), 1);
            }
        }

        var run = RunStartedCodec.Read(RecordCases.All[0].Encode(1), 1);
        var lines = Json(_temp.Sub("j"));
        Assert.Equal(RecordCases.All.Count, lines.Count);
        foreach (var line in lines)
        {
            Assert.Equal(run.Mode.Text(), line["mode"]!.GetValue<string>());
            Assert.Equal("ema-cross", line["strategyId"]!.GetValue<string>());
            Assert.Equal(run.VersionHash, line["versionHash"]!.GetValue<string>());
            Assert.Equal("2024-05-01T13:30:00.5Z", line["time"]!.GetValue<string>());
        }

        Assert.False(lines[1]["logical"]!.GetValue<bool>());
    }

    [Theory]
    [InlineData("decision", "id ts mode strategyId versionHash inputsRef rationale tags")]
    [InlineData("intent", "id ts mode strategyId versionHash asset side qty orderType limitPrice tif urgency riskTags rationaleRef")]
    [InlineData("order", "id ts mode venue asset side qty orderType limitPrice tif status intentId correlationId")]
    [InlineData("fill", "id ts mode venue asset side qty price fees orderId intentId seq")]
    public void Lineage_records_carry_the_fields_of_S3_196_to_199(string name, string fields)
    {
        using (var writer = JournalWriter.Create(_temp.Sub("j")))
        {
            RecordCases.All[0].Append(writer, 0, default, 1);
            RecordCases.All.Single(c => c.Schema.Name == name).Append(writer, 1, default, 2);
        }

        var record = Json(_temp.Sub("j"))[1];
        Assert.All(fields.Split(' '), field => Assert.True(record.ContainsKey(field), field));
    }

    [Fact]
    public void No_field_hides_one_of_the_envelope()
    {
        foreach (var schema in SchemaRegistry.Journal.All.Where(s => s.Type != RecordType.RunStarted))
        {
            Assert.Empty(schema.Fields.Select(f => f.Name).Intersect(_envelope));
            Assert.Equal(schema.Fields.Count, schema.Fields.Select(f => f.Name).Distinct().Count());
        }
    }

    [Fact]
    public void Schemas_are_printed_with_types_units_and_names()
    {
        Assert.True(SchemaRegistry.Journal.TryFind("order", out var schema));
        var json = JsonNode.Parse(SchemaJson.Write(schema))!;
        var side = json["fields"]!.AsArray().Single(f => f!["name"]!.GetValue<string>() == "side")!;
        Assert.Equal("enum8", side["type"]!.GetValue<string>());
        Assert.Equal("Sell", side["values"]!["2"]!.GetValue<string>());
        Assert.False(SchemaRegistry.Journal.TryFind("nothing", out _));
    }

    [Fact]
    public void An_unknown_record_is_shown_in_hex_and_a_registered_one_by_its_schema()
    {
        using (var writer = JournalWriter.Create(_temp.Sub("j")))
        {
            writer.Append<AllocationV2, Allocation>(1, default, new(7, "growth"));
        }

        Assert.Equal("070000000600000067726f777468", Json(_temp.Sub("j"))[0]["payloadHex"]!.GetValue<string>());
        var known = Json(_temp.Sub("j"), SchemaRegistry.Journal.With(AllocationV2.Schema))[0];
        Assert.Equal(("allocation", 7, "growth"), (known["type"]!.GetValue<string>(), known["pod"]!.GetValue<int>(), known["stage"]!.GetValue<string>()));
    }

    [Fact]
    public void An_old_record_is_lifted_version_by_version()
    {
        var registry = new UpcasterRegistry(new AddStage(), new WidenPod());
        var payload = new byte[] { 7 };
        var reader = new PayloadReader(registry.Upcast(AllocationV2.Type, 1, 3, payload));
        Assert.Equal((7, "incubation", 0), (reader.Int32(), reader.Text(), reader.Remaining));
        Assert.Equal(payload, registry.Upcast(AllocationV2.Type, 1, 1, payload).ToArray());
    }

    [Fact]
    public void A_newer_record_or_a_missing_lift_is_told()
    {
        var registry = new UpcasterRegistry(new WidenPod());
        Assert.Contains("use a newer one", Assert.Throws<JournalException>(() => { registry.Upcast(AllocationV2.Type, 3, 2, []); }).Message);
        Assert.Contains("No upcaster", Assert.Throws<JournalException>(() => { registry.Upcast(AllocationV2.Type, 1, 3, [1]); }).Message);
        Assert.Throws<ArgumentException>(() => new UpcasterRegistry(new WidenPod(), new WidenPod()));
        Assert.Throws<JournalException>(() => TimerFiredCodec.Read(new byte[12], 2));
        Assert.Throws<JournalException>(() => TimerFiredCodec.Read(new byte[13], 1));
    }

    [Fact]
    public void An_anomaly_s_kinds_say_which_fills_count()
    {
        Assert.True(SchemaRegistry.Journal.TryFind("report-anomaly", out var schema));
        Assert.Equal((RecordType)18, schema.Type);
        Assert.Equal(["Duplicate", "LateFill", "UnknownOrder", "Overfill"], schema.Fields.Single(f => f.Name == "kind").Values.OrderBy(v => v.Key).Select(v => v.Value));
    }

    [Fact]
    public void The_checksum_is_CRC32C() => Assert.Equal(0xE3069283, Crc32C.Of("123456789"u8));

    [Fact]
    public void Instruments_that_can_t_be_read_are_told() =>
        Assert.Throws<JournalException>(() => UniverseJson.Read("""[{"symbol":"X"}]"""u8));

    public void Dispose() => _temp.Dispose();

    internal static List<JsonObject> Json(string directory, SchemaRegistry? schemas = null)
    {
        using var reader = JournalReader.Open(directory);
        var json = new RecordJson(schemas);
        var lines = new List<JsonObject>();
        while (reader.Read())
        {
            var buffer = new ArrayBufferWriter<byte>();
            using (var writer = new Utf8JsonWriter(buffer))
            {
                json.Write(writer, reader.Current);
            }

            lines.Add(JsonNode.Parse(Encoding.UTF8.GetString(buffer.WrittenSpan))!.AsObject());
        }

        return lines;
    }

    private readonly record struct Allocation(int Pod, string Stage);

    private readonly struct AllocationV2 : IRecordCodec<Allocation>
    {
        public static RecordType Type => (RecordType)1001;

        public static ushort Version => 2;

        public static RecordSchema Schema { get; } = new((RecordType)1001, 2, "allocation", "A test's own record.",
            [new("pod", FieldType.Int32, "Which pod"), new("stage", FieldType.Text, "Its stage")]);

        public static int MaxSize(in Allocation record) => 4 + PayloadWriter.MaxSize(record.Stage);

        public static void Write(ref PayloadWriter writer, in Allocation record)
        {
            writer.Int32(record.Pod);
            writer.Text(record.Stage);
        }

        public static Allocation Read(ref PayloadReader reader) => new(reader.Int32(), reader.Text());
    }

    private sealed class WidenPod() : Upcaster((RecordType)1001, 1)
    {
        public override void Upcast(ReadOnlySpan<byte> payload, IBufferWriter<byte> destination)
        {
            BinaryPrimitives.WriteInt32LittleEndian(destination.GetSpan(4), payload[0]);
            destination.Advance(4);
        }
    }

    private sealed class AddStage() : Upcaster((RecordType)1001, 2)
    {
        public override void Upcast(ReadOnlySpan<byte> payload, IBufferWriter<byte> destination)
        {
            var room = destination.GetSpan(64);
            payload.CopyTo(room);
            var writer = new PayloadWriter(room[payload.Length..]);
            writer.Text("incubation");
            destination.Advance(payload.Length + writer.Length);
        }
    }
}
