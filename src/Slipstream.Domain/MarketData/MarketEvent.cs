using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Slipstream.Domain;

/// <summary>
/// One market event of any kind in 64 bytes: a cache line in memory, a record on a tape. Read it through
/// <see cref="AsBar"/>, <see cref="AsQuote"/>, <see cref="AsTrade"/>, <see cref="AsBookChange"/> or <see cref="AsFunding"/>.
/// </summary>
/// <remarks>The layout is a file format (docs/formats.md): fields may be read anew by kind, never moved.</remarks>
[StructLayout(LayoutKind.Sequential, Pack = 8, Size = SizeInBytes)]
public readonly struct MarketEvent
{
    /// <summary>Bytes of an event in memory and on a tape.</summary>
    public const int SizeInBytes = 64;

    private readonly long _time;
    private readonly long _received;
    private readonly long _a;
    private readonly long _b;
    private readonly long _c;
    private readonly long _d;
    private readonly double _size;
    private readonly uint _stepSeconds;
    private readonly ushort _instrument;
    private readonly MarketEventKind _kind;
    private readonly MarketEventFlags _flags;

    private MarketEvent(MarketEventKind kind, MarketEventFlags flags, InstrumentId instrument, Instant time, Instant received, long a, long b, long c, long d, double size, uint stepSeconds)
    {
        _time = time.UnixNanos;
        _received = received.UnixNanos;
        _a = a;
        _b = b;
        _c = c;
        _d = d;
        _size = size;
        _stepSeconds = stepSeconds;
        _instrument = instrument.Index;
        _kind = kind;
        _flags = flags;
    }

    /// <summary>When it was true at the venue, and so the earliest time at which it could be known: a bar's end.</summary>
    public Instant Time => Instant.FromUnixNanos(_time);

    /// <summary>When it was received; the venue's time where that was not recorded.</summary>
    public Instant Received => Instant.FromUnixNanos(_received);

    /// <summary>Of which instrument.</summary>
    public InstrumentId Instrument => new(_instrument);

    /// <summary>Which kind.</summary>
    public MarketEventKind Kind => _kind;

    /// <summary>Details.</summary>
    public MarketEventFlags Flags => _flags;

    /// <summary>The price that stands for the event: close, middle of bid and ask, trade price, level price, or mark price.</summary>
    public Price Last
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Price.FromRaw(_kind == MarketEventKind.Bar ? _d : _kind == MarketEventKind.Quote ? Grid.Middle(_a, _b) : _a);
    }

    /// <summary>Returns a bar event; <paramref name="end"/> is when the bar is complete.</summary>
    public static MarketEvent OfBar(InstrumentId instrument, Instant end, uint stepSeconds, Price open, Price high, Price low, Price close, double volume) =>
        new(MarketEventKind.Bar, MarketEventFlags.None, instrument, end, end, open.Raw, high.Raw, low.Raw, close.Raw, volume, stepSeconds);

    /// <summary>Returns a quote event.</summary>
    public static MarketEvent OfQuote(InstrumentId instrument, Instant time, Instant received, Price bid, Price ask, double bidSize, double askSize) =>
        new(MarketEventKind.Quote, MarketEventFlags.None, instrument, time, received, bid.Raw, ask.Raw, BitConverter.DoubleToInt64Bits(bidSize), BitConverter.DoubleToInt64Bits(askSize), 0, 0);

    /// <summary>Returns a trade event; <paramref name="aggressor"/> is null where the venue does not tell.</summary>
    public static MarketEvent OfTrade(InstrumentId instrument, Instant time, Instant received, Price price, double size, Side? aggressor, long tradeId) =>
        new(MarketEventKind.Trade, FlagOf(aggressor), instrument, time, received, price.Raw, tradeId, 0, 0, size, 0);

    /// <summary>Returns a book change; size 0 deletes the level. A side among the flags is overruled by <paramref name="side"/>.</summary>
    public static MarketEvent OfBookChange(InstrumentId instrument, Instant time, Instant received, Side side, Price price, double size, long updateId, MarketEventFlags flags) =>
        new(MarketEventKind.BookChange, FlagOf(side) | (flags & ~(MarketEventFlags.BuySide | MarketEventFlags.SellSide)), instrument, time, received, price.Raw, updateId, 0, 0, size, 0);

    /// <summary>Returns a funding event: longs pay <paramref name="rate"/> of the position's value at <paramref name="mark"/>.</summary>
    public static MarketEvent OfFunding(InstrumentId instrument, Instant time, Rate rate, Price mark) =>
        new(MarketEventKind.Funding, MarketEventFlags.None, instrument, time, time, mark.Raw, rate.Raw, 0, 0, 0, 0);

    /// <summary>Returns the same event for another instrument id.</summary>
    public MarketEvent For(InstrumentId instrument) => new(_kind, _flags, instrument, Time, Received, _a, _b, _c, _d, _size, _stepSeconds);

    /// <summary>Reads it as a bar.</summary>
    /// <exception cref="InvalidOperationException">It is another kind.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Bar AsBar()
    {
        Require(MarketEventKind.Bar);
        return new(Time, _stepSeconds, Price.FromRaw(_a), Price.FromRaw(_b), Price.FromRaw(_c), Price.FromRaw(_d), _size);
    }

    /// <summary>Reads it as a quote.</summary>
    /// <exception cref="InvalidOperationException">It is another kind.</exception>
    public Quote AsQuote()
    {
        Require(MarketEventKind.Quote);
        return new(Time, Price.FromRaw(_a), Price.FromRaw(_b), BitConverter.Int64BitsToDouble(_c), BitConverter.Int64BitsToDouble(_d));
    }

    /// <summary>Reads it as a trade.</summary>
    /// <exception cref="InvalidOperationException">It is another kind.</exception>
    public Trade AsTrade()
    {
        Require(MarketEventKind.Trade);
        return new(Time, Price.FromRaw(_a), _size, SideOf(_flags), _b);
    }

    /// <summary>Reads it as a change of the book.</summary>
    /// <exception cref="InvalidOperationException">It is another kind.</exception>
    public BookChange AsBookChange()
    {
        Require(MarketEventKind.BookChange);
        return new(Time, (_flags & MarketEventFlags.BuySide) != 0 ? Side.Buy : Side.Sell, Price.FromRaw(_a), _size, _b, _flags);
    }

    /// <summary>Reads it as funding.</summary>
    /// <exception cref="InvalidOperationException">It is another kind.</exception>
    public Funding AsFunding()
    {
        Require(MarketEventKind.Funding);
        return new(Time, Rate.FromRaw(_b), Price.FromRaw(_a));
    }

    private static MarketEventFlags FlagOf(Side? side) => side switch
    {
        Side.Buy => MarketEventFlags.BuySide,
        Side.Sell => MarketEventFlags.SellSide,
        _ => MarketEventFlags.None,
    };

    private static Side? SideOf(MarketEventFlags flags) => (flags & MarketEventFlags.BuySide) != 0
        ? Side.Buy
        : (flags & MarketEventFlags.SellSide) != 0 ? Side.Sell : null;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Require(MarketEventKind kind)
    {
        if (_kind != kind)
        {
            ThrowKind(kind);
        }
    }

    private void ThrowKind(MarketEventKind kind) =>
        throw new InvalidOperationException($"A {_kind} event was read as a {kind}: look at its Kind first.");
}
