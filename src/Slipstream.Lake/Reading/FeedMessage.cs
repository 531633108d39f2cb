using System.Text.Json;
using Slipstream.Lake.Text;

namespace Slipstream.Lake.Reading;

/// <summary>One message of an exchange's feed; reused for every line.</summary>
internal sealed class FeedMessage
{
    private readonly List<FeedLevel> _levels = [];

    /// <summary>What a message is.</summary>
    public enum Kind
    {
        Unknown,
        Depth,
        Snapshot,
        Ticker,
        Trade,
    }

    public Kind Type { get; private set; }

    /// <summary>Exchange's time in milliseconds; 0 where the message has none.</summary>
    public long EventMillis { get; private set; }

    public long FirstUpdate { get; private set; }

    public long LastUpdate { get; private set; }

    /// <summary>Last update of the message before; -1 where the venue does not say.</summary>
    public long PreviousUpdate { get; private set; }

    public long TradeId { get; private set; }

    public bool IsBuyerMaker { get; private set; }

    public long Bid { get; private set; }

    public long Ask { get; private set; }

    public double BidSize { get; private set; }

    public double AskSize { get; private set; }

    /// <summary>Levels that changed; of a snapshot, all.</summary>
    public IReadOnlyList<FeedLevel> Levels => _levels;

    /// <summary>Reads a message.</summary>
    /// <returns>False if it is no message of a known kind.</returns>
    public bool TryRead(ReadOnlySpan<byte> json)
    {
        (Type, EventMillis, FirstUpdate, LastUpdate, PreviousUpdate, TradeId) = (Kind.Unknown, 0, 0, 0, -1, 0);
        (Bid, Ask, BidSize, AskSize) = (0, 0, 0, 0);
        _levels.Clear();
        try
        {
            var reader = new Utf8JsonReader(json);
            while (reader.Read())
            {
                if (reader.TokenType == JsonTokenType.PropertyName && !Take(ref reader))
                {
                    return false;
                }
            }
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or FormatException)
        {
            return false;
        }

        if (Type == Kind.Unknown && Bid > 0 && Ask > 0)
        {
            Type = Kind.Ticker;
        }

        return Type switch
        {
            Kind.Trade => Bid >= 0,
            Kind.Ticker => Bid > 0 && Ask > 0,
            _ => true,
        };
    }

    private bool Take(ref Utf8JsonReader reader)
    {
        var name = reader.ValueSpan;
        var n = name.Length;
        var c = n > 0 ? name[0] : (byte)0;
        var isBids = (n == 1 && c == 'b') || name.SequenceEqual("bids"u8);
        var isAsks = (n == 1 && c == 'a') || name.SequenceEqual("asks"u8);
        if (name.SequenceEqual("lastUpdateId"u8))
        {
            Type = Kind.Snapshot;
            reader.Read();
            LastUpdate = reader.GetInt64();
            return true;
        }

        if (name.SequenceEqual("pu"u8))
        {
            reader.Read();
            PreviousUpdate = reader.GetInt64();
            return true;
        }

        if (name.SequenceEqual("ts"u8))
        {
            reader.Read();
            EventMillis = reader.GetInt64();
            return true;
        }

        var isType = name.SequenceEqual("type"u8);
        if (!isBids && !isAsks && n != 1 && !isType)
        {
            return true;
        }

        reader.Read();
        if (isType)
        {
            Type = reader.ValueTextEquals("snapshot"u8) ? Kind.Snapshot : Kind.Depth;
            return true;
        }

        return isBids || isAsks ? TakeSide(ref reader, isBids) : TakeField(ref reader, c);
    }

    private bool TakeSide(ref Utf8JsonReader reader, bool isBids)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.StartArray:
                return TakeLevels(ref reader, isBids);
            case JsonTokenType.String:
                var fault = DecimalText.TryParse(reader.ValueSpan, out var raw);
                (Bid, Ask) = isBids ? (raw, Ask) : (Bid, raw);
                return fault == NumberFault.None;
            case JsonTokenType.Number:
                TradeId = reader.GetInt64();
                return true;
            default:
                return true;
        }
    }

    private bool TakeField(ref Utf8JsonReader reader, byte name)
    {
        switch (name)
        {
            case (byte)'e':
                Type = reader.ValueTextEquals("depthUpdate"u8) ? Kind.Depth
                    : reader.ValueTextEquals("trade"u8) || reader.ValueTextEquals("aggTrade"u8) ? Kind.Trade
                    : reader.ValueTextEquals("bookTicker"u8) ? Kind.Ticker : Kind.Unknown;
                return true;
            case (byte)'E':
                EventMillis = reader.GetInt64();
                return true;
            case (byte)'U':
                FirstUpdate = reader.GetInt64();
                return true;
            case (byte)'u':
                LastUpdate = reader.GetInt64();
                return true;
            case (byte)'t':
                TradeId = reader.GetInt64();
                return true;
            case (byte)'m':
                IsBuyerMaker = reader.GetBoolean();
                return true;
            case (byte)'B' or (byte)'A' or (byte)'q':
                var sizeFault = DecimalText.TryParseDouble(reader.ValueSpan, out var size);
                (BidSize, AskSize) = name == (byte)'A' ? (BidSize, size) : (size, AskSize);
                return sizeFault == NumberFault.None;
            case (byte)'p':
                var fault = DecimalText.TryParse(reader.ValueSpan, out var raw);
                Bid = raw;
                return fault == NumberFault.None;
            default:
                return true;
        }
    }

    private bool TakeLevels(ref Utf8JsonReader reader, bool isBids)
    {
        while (reader.Read() && reader.TokenType == JsonTokenType.StartArray)
        {
            reader.Read();
            if (DecimalText.TryParse(reader.ValueSpan, out var price) != NumberFault.None || price <= 0)
            {
                return false;
            }

            reader.Read();
            if (DecimalText.TryParseDouble(reader.ValueSpan, out var size) != NumberFault.None || size < 0)
            {
                return false;
            }

            _levels.Add(new(isBids, price, size));
            while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            {
            }
        }

        return true;
    }
}
