using Slipstream.Domain;

namespace Slipstream.Journal;

/// <summary>The codec of <see cref="RunStarted"/> records.</summary>
public readonly struct RunStartedCodec : IRecordCodec<RunStarted>
{
    /// <inheritdoc/>
    public static RecordType Type => RecordType.RunStarted;

    /// <inheritdoc/>
    public static ushort Version => 1;

    /// <inheritdoc/>
    public static RecordSchema Schema { get; } = new(RecordType.RunStarted, 1, "run-started", "The run's header: all that, with the inputs, determines the run.",
    [
        new("runId", FieldType.Text, "The run's id"),
        FieldSchema.Enum<Mode>("mode", "Mode of the run", ModeNames.Text),
        new("strategyId", FieldType.Text, "Id of the strategy"),
        new("versionHash", FieldType.Text, "Hash of the strategy's source and parameters"),
        new("configHash", FieldType.Text, "Hash of the configuration"),
        new("config", FieldType.Json, "The whole configuration as canonical JSON; never a secret"),
        FieldSchema.Groups("parameters", "The strategy's parameters", new("name", FieldType.Text, "Name"), new("value", FieldType.Text, "Value as text")),
        new("seed", FieldType.UInt64, "Seed of the run's random numbers"),
        new("universe", FieldType.Json, "The instruments; ids are places in this list"),
        FieldSchema.Groups("startingCash", "Cash at the start", Fields.MoneyFields),
        new("accountCurrency", FieldType.Text, "Currency in which equity is counted"),
    ]);

    /// <summary>Reads a payload of any known version.</summary>
    public static RunStarted Read(ReadOnlySpan<byte> payload, ushort version) => RecordCodec.Read<RunStartedCodec, RunStarted>(payload, version);

    /// <inheritdoc/>
    public static int MaxSize(in RunStarted record) => 64
        + PayloadWriter.MaxSize(record.RunId) + PayloadWriter.MaxSize(record.StrategyId) + PayloadWriter.MaxSize(record.VersionHash)
        + PayloadWriter.MaxSize(record.ConfigHash) + PayloadWriter.MaxSize(record.ConfigJson)
        + record.Parameters.Sum(p => PayloadWriter.MaxSize(p.Key) + PayloadWriter.MaxSize(p.Value))
        + PayloadWriter.MaxSize(UniverseJson.Write(record.Universe)) + (record.StartingCash.Count * PayloadFields.MaxMoneySize);

    /// <inheritdoc/>
    public static void Write(ref PayloadWriter writer, in RunStarted record)
    {
        writer.Text(record.RunId);
        writer.Byte((byte)record.Mode);
        writer.Text(record.StrategyId);
        writer.Text(record.VersionHash);
        writer.Text(record.ConfigHash);
        writer.Text(record.ConfigJson);
        writer.UInt16(checked((ushort)record.Parameters.Count));
        foreach (var (name, value) in record.Parameters)
        {
            writer.Text(name);
            writer.Text(value);
        }

        writer.UInt64(record.Seed);
        writer.Text(UniverseJson.Write(record.Universe));
        writer.UInt16(checked((ushort)record.StartingCash.Count));
        foreach (var cash in record.StartingCash)
        {
            writer.Money(cash);
        }

        writer.Text(record.AccountCurrency.Code);
    }

    /// <inheritdoc/>
    public static RunStarted Read(ref PayloadReader reader) => new()
    {
        RunId = reader.Text(),
        Mode = (Mode)reader.Byte(),
        StrategyId = reader.Text(),
        VersionHash = reader.Text(),
        ConfigHash = reader.Text(),
        ConfigJson = reader.Text(),
        Parameters = ReadParameters(ref reader),
        Seed = reader.UInt64(),
        Universe = UniverseJson.Read(reader.TextBytes()),
        StartingCash = ReadCash(ref reader),
        AccountCurrency = Currency.Of(reader.Text()),
    };

    private static KeyValuePair<string, string>[] ReadParameters(ref PayloadReader reader)
    {
        var parameters = new KeyValuePair<string, string>[reader.UInt16()];
        for (var i = 0; i < parameters.Length; i++)
        {
            parameters[i] = new(reader.Text(), reader.Text());
        }

        return parameters;
    }

    private static Money[] ReadCash(ref PayloadReader reader)
    {
        var cash = new Money[reader.UInt16()];
        for (var i = 0; i < cash.Length; i++)
        {
            cash[i] = reader.Money();
        }

        return cash;
    }
}
