using Slipstream.Domain;
using Slipstream.Lake;

namespace Slipstream.Adapters;

/// <summary>Turns feed lines into market events; learns the instruments from the lines before the first event.</summary>
internal sealed class FeedLineParser(IReadOnlyList<string> symbols)
{
    private readonly List<Instrument> _instruments = [.. symbols.Select(s => InstrumentGuess.Of(s))];
    private readonly FeedLine _line = new();
    private Universe? _universe;

    public Universe Universe => _universe ??= new Universe(_instruments);

    /// <summary>Parses a line; an instrument's declaration gives no event.</summary>
    public bool TryParse(ReadOnlySpan<byte> json, out MarketEvent? e, out string complaint)
    {
        e = null;
        if (!FeedLine.TryRead(json, _line, out complaint))
        {
            return false;
        }

        try
        {
            e = Event();
            return true;
        }
        catch (Exception problem) when (problem is FormatException or OverflowException or ArgumentException)
        {
            complaint = FirstSentence(problem);
            return false;
        }
    }

    // Argument exceptions add their parameter, and the value on a line of its own.
    private static string FirstSentence(Exception problem)
    {
        var line = problem.Message.Split('\n')[0].TrimEnd('\r');
        var parameter = line.IndexOf(" (Parameter '", StringComparison.Ordinal);
        return parameter < 0 ? line : line[..parameter];
    }

    private MarketEvent? Event()
    {
        var type = _line.Required("type");
        if (type == "instrument")
        {
            Declare();
            return null;
        }

        var time = _line.Time("time");
        var received = _line.Text("received") is null ? time : _line.Time("received");
        var parsed = type switch
        {
            "bar" => Bar(time),
            "quote" => Quote(time, received),
            "trade" => MarketEvent.OfTrade(default, time, received, Positive("price"), _line.Size("size"), _line.Side("side"), _line.Integer("id")),
            "book" => Book(time, received),
            "funding" => MarketEvent.OfFunding(default, time, Rate.FromRaw(_line.Price("rate").Raw), _line.Price("mark")),
            _ => throw new FormatException($"type '{type}' is not bar, quote, trade, book, funding or instrument"),
        };
        return parsed.For(InstrumentOf());
    }

    private InstrumentId InstrumentOf()
    {
        var symbol = _line.Text("symbol");
        if (_universe is null && _instruments.Count == 0)
        {
            _instruments.Add(InstrumentGuess.Of(symbol ?? throw new FormatException("field 'symbol' is missing, and no --symbol was given")));
        }

        if (symbol is null)
        {
            return Universe.Count == 1 ? default : throw new FormatException("field 'symbol' is missing, and the run has several instruments");
        }

        return Universe.TryFind(symbol, out var id)
            ? id
            : throw new FormatException($"symbol '{symbol}' is not among the run's instruments; declare it before the first event, or give --symbol");
    }

    private void Declare()
    {
        if (_universe is not null)
        {
            throw new FormatException("an instrument was declared after the first event");
        }

        var kind = _line.Text("assetClass") is { } text
            ? Enum.TryParse<AssetClass>(text.Replace("-", "", StringComparison.Ordinal), ignoreCase: true, out var known) ? known : throw new FormatException($"assetClass '{text}' is not crypto, crypto-perpetual, fx, equity or future")
            : (AssetClass?)null;
        var guess = InstrumentGuess.Of(_line.Required("symbol"), kind);
        var fees = guess.Fees with
        {
            Maker = FeeOr("makerFee", guess.Fees.Maker),
            Taker = FeeOr("takerFee", guess.Fees.Taker),
        };
        _instruments.RemoveAll(i => i.Symbol.Equals(guess.Symbol, StringComparison.OrdinalIgnoreCase));
        _instruments.Add(guess with
        {
            TickSize = PriceMove.FromRaw(PositiveOr("tickSize", guess.TickSize.Raw)),
            LotSize = Quantity.FromRaw(PositiveOr("lotSize", guess.LotSize.Raw)),
            MinNotional = NotNegativeOr("minNotional", guess.MinNotional),
            ContractMultiplier = Price.FromRaw(PositiveOr("contractMultiplier", guess.ContractMultiplier.Raw)),
            VenueSymbol = _line.Text("venueSymbol") ?? guess.VenueSymbol,
            Chain = _line.Text("chain") ?? guess.Chain,
            Fees = fees,
        });
    }

    private MarketEvent Bar(Instant time)
    {
        var (open, high, low, close) = (Positive("open"), Positive("high"), Positive("low"), Positive("close"));
        if (low > high || open > high || open < low || close > high || close < low)
        {
            throw new FormatException($"open {open} and close {close} must lie between low {low} and high {high}");
        }

        return MarketEvent.OfBar(default, time, checked((uint)_line.Integer("stepSeconds")), open, high, low, close, _line.Size("volume"));
    }

    private MarketEvent Quote(Instant time, Instant received)
    {
        var (bid, ask) = (Positive("bid"), Positive("ask"));
        return bid < ask
            ? MarketEvent.OfQuote(default, time, received, bid, ask, _line.Size("bidSize"), _line.Size("askSize"))
            : throw new FormatException($"bid {bid} must be below ask {ask}");
    }

    private MarketEvent Book(Instant time, Instant received)
    {
        var flags = (_line.Flag("snapshot") ? MarketEventFlags.SnapshotStart : 0) | (_line.Flag("last") ? MarketEventFlags.EndOfMessage : 0);
        return MarketEvent.OfBookChange(default, time, received, _line.Side("side") ?? throw new FormatException("field 'side' is missing"), Positive("price"), _line.Size("size"), _line.Integer("updateId"), flags);
    }

    private long PositiveOr(string name, long fallback) => _line.Text(name) is null ? fallback : Positive(name).Raw;

    private Price NotNegativeOr(string name, Price fallback) => _line.PriceOr(name, fallback) is { Raw: >= 0 } price ? price : throw new FormatException($"{name} '{_line.Text(name)}' is below 0");

    private Rate FeeOr(string name, Rate fallback) => _line.PriceOr(name, Price.FromRaw(fallback.Raw)) is { Raw: > -Grid.UnitsPerOne and < Grid.UnitsPerOne } fee
        ? Rate.FromRaw(fee.Raw)
        : throw new FormatException($"{name} '{_line.Text(name)}' is no fraction of the notional, such as 0.001");

    private Price Positive(string name) => _line.Price(name) is { Raw: > 0 } price ? price : throw new FormatException($"{name} '{_line.Text(name)}' is not above 0");
}
