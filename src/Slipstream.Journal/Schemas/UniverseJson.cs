using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using Slipstream.Domain;

namespace Slipstream.Journal;

/// <summary>A universe as JSON: a list of instruments, every field written, decimals as texts. Run headers and tapes hold it.</summary>
public static class UniverseJson
{
    private static readonly JsonWriterOptions _options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Returns the JSON; equal universes give equal text.</summary>
    public static string Write(Universe universe) => System.Text.Encoding.UTF8.GetString(WriteUtf8(universe));

    /// <summary>Returns the JSON in UTF-8.</summary>
    public static byte[] WriteUtf8(Universe universe)
    {
        ArgumentNullException.ThrowIfNull(universe);
        var buffer = new ArrayBufferWriter<byte>(1024);
        using (var json = new Utf8JsonWriter(buffer, _options))
        {
            json.WriteStartArray();
            foreach (var instrument in universe.Instruments)
            {
                Write(json, instrument);
            }

            json.WriteEndArray();
        }

        return buffer.WrittenSpan.ToArray();
    }

    /// <summary>Reads what <see cref="Write(Universe)"/> wrote.</summary>
    /// <exception cref="JournalException">Not such JSON.</exception>
    public static Universe Read(ReadOnlySpan<byte> utf8)
    {
        try
        {
            var reader = new Utf8JsonReader(utf8);
            using var document = JsonDocument.ParseValue(ref reader);
            return new(document.RootElement.EnumerateArray().Select(ReadInstrument).ToList());
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or KeyNotFoundException or FormatException or ArgumentException)
        {
            throw new JournalException($"The list of instruments can't be read: {e.Message}", e);
        }
    }

    private static void Write(Utf8JsonWriter json, Instrument instrument)
    {
        json.WriteStartObject();
        json.WriteString("symbol", instrument.Symbol);
        json.WriteString("assetClass", instrument.AssetClass.ToString());
        json.WriteString("base", instrument.Base.Code);
        json.WriteString("quote", instrument.Quote.Code);
        json.WriteString("venue", instrument.Venue.Name);
        json.WriteString("venueSymbol", instrument.VenueSymbol);
        json.WriteString("tickSize", instrument.TickSize.ToString());
        json.WriteString("lotSize", instrument.LotSize.ToString());
        json.WriteString("minNotional", instrument.MinNotional.ToString());
        json.WriteString("contractMultiplier", instrument.ContractMultiplier.ToString());
        json.WriteString("region", instrument.Region);
        json.WriteString("sector", instrument.Sector);
        json.WriteString("chain", instrument.Chain);
        json.WriteStartObject("fees");
        json.WriteString("maker", instrument.Fees.Maker.ToString());
        json.WriteString("taker", instrument.Fees.Taker.ToString());
        json.WriteString("perUnit", instrument.Fees.PerUnit.ToString());
        json.WriteString("gas", instrument.Fees.Gas.ToString());
        json.WriteEndObject();
        if (instrument.Margin is { } margin)
        {
            json.WriteStartObject("margin");
            json.WriteString("initial", margin.Initial.ToString());
            json.WriteString("maintenance", margin.Maintenance.ToString());
            json.WriteEndObject();
        }
        else
        {
            json.WriteNull("margin");
        }

        json.WriteStartObject("session");
        json.WriteString("name", instrument.Session.Name);
        json.WriteNumber("closeUtcMinute", instrument.Session.CloseUtcMinute);
        json.WriteBoolean("tradesAtWeekends", instrument.Session.TradesAtWeekends);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static Instrument ReadInstrument(JsonElement json)
    {
        var fees = json.GetProperty("fees");
        var margin = json.GetProperty("margin");
        var session = json.GetProperty("session");
        return new()
        {
            Symbol = Text(json, "symbol"),
            AssetClass = Enum.Parse<AssetClass>(Text(json, "assetClass")),
            Base = Currency.Of(Text(json, "base")),
            Quote = Currency.Of(Text(json, "quote")),
            Venue = new(Text(json, "venue")),
            VenueSymbol = Text(json, "venueSymbol"),
            TickSize = PriceMove.Parse(Text(json, "tickSize")),
            LotSize = Quantity.Parse(Text(json, "lotSize")),
            MinNotional = Price.Parse(Text(json, "minNotional")),
            ContractMultiplier = Price.Parse(Text(json, "contractMultiplier")),
            Region = Text(json, "region"),
            Sector = Text(json, "sector"),
            Chain = Text(json, "chain"),
            Fees = new(ReadRate(fees, "maker"), ReadRate(fees, "taker"), Price.Parse(Text(fees, "perUnit")), Price.Parse(Text(fees, "gas"))),
            Margin = margin.ValueKind == JsonValueKind.Null ? null : new(ReadRate(margin, "initial"), ReadRate(margin, "maintenance")),
            Session = new(Text(session, "name"), session.GetProperty("closeUtcMinute").GetInt32(), session.GetProperty("tradesAtWeekends").GetBoolean()),
        };
    }

    private static Rate ReadRate(JsonElement json, string name) => Rate.Parse(Text(json, name));

    private static string Text(JsonElement json, string name) =>
        json.GetProperty(name).GetString() ?? throw new FormatException($"'{name}' is null.");
}
