using System.Runtime.CompilerServices;
using Slipstream.Domain;

namespace Slipstream.Engine.Market;

/// <summary>The market of each instrument as last seen.</summary>
/// <param name="instruments">Number of instruments.</param>
public sealed class MarketBoard(int instruments)
{
    private readonly State[] _states = new State[instruments];
    private readonly DepthBook?[] _books = new DepthBook?[instruments];

    /// <summary>Takes an event into the view.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Update(in MarketEvent e)
    {
        ref var state = ref _states[e.Instrument.Index];
        state.Time = e.Time;
        if (e.Kind == MarketEventKind.Bar)
        {
            state.Last = e.Last.Raw;
            state.HasLast = true;
            return;
        }

        UpdateTick(ref state, in e);
    }

    /// <summary>Takes the price of an own fill as the last one, until the market's next event.</summary>
    public void SeeFill(InstrumentId instrument, Price price)
    {
        ref var state = ref _states[instrument.Index];
        state.Last = price.Raw;
        state.HasLast = true;
    }

    /// <summary>Returns an instrument's market.</summary>
    public MarketView View(InstrumentId instrument)
    {
        ref readonly var s = ref _states[instrument.Index];
        return new(
            s.HasLast || s.HasQuote ? s.Time : null,
            s.HasLast ? Price.FromRaw(s.Last) : null,
            s.HasQuote ? Price.FromRaw(s.Bid) : null,
            s.HasQuote ? Price.FromRaw(s.Ask) : null,
            s.BidSize,
            s.AskSize);
    }

    /// <summary>Returns the last price: close, trade, or middle of bid and ask; null before the first.</summary>
    public Price? Last(InstrumentId instrument) => _states[instrument.Index].HasLast ? Price.FromRaw(_states[instrument.Index].Last) : null;

    /// <summary>Returns the last price as a double; NaN before the first.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double LastOrNaN(int index)
    {
        ref readonly var state = ref _states[index];
        return state.HasLast ? Grid.ToDouble(state.Last) : double.NaN;
    }

    private void UpdateTick(ref State state, in MarketEvent e)
    {
        switch (e.Kind)
        {
            case MarketEventKind.Quote:
                var quote = e.AsQuote();
                SetQuote(ref state, quote.Bid, quote.Ask, quote.BidSize, quote.AskSize);
                break;
            case MarketEventKind.BookChange:
                UpdateBook(ref state, in e);
                break;
            case MarketEventKind.Funding:
                // Its mark values the payment; nothing was traded or quoted at it.
                break;
            default:
                state.Last = e.Last.Raw;
                state.HasLast = true;
                break;
        }
    }

    private void UpdateBook(ref State state, in MarketEvent e)
    {
        var book = _books[e.Instrument.Index] ??= new DepthBook();
        book.Apply(e.AsBookChange());
        if ((e.Flags & MarketEventFlags.EndOfMessage) == 0)
        {
            return;
        }

        if (book.BestBid is not { } bid || book.BestAsk is not { } ask)
        {
            // With a side gone there is no quote; the last price stands.
            state.HasQuote = false;
            state.BidSize = 0;
            state.AskSize = 0;
        }
        else if (bid.Price < ask.Price)
        {
            SetQuote(ref state, bid.Price, ask.Price, bid.Size, ask.Size);
        }
    }

    private static void SetQuote(ref State state, Price bid, Price ask, double bidSize, double askSize)
    {
        state.Bid = bid.Raw;
        state.Ask = ask.Raw;
        state.BidSize = bidSize;
        state.AskSize = askSize;
        state.HasQuote = true;
        state.Last = Grid.Middle(bid.Raw, ask.Raw);
        state.HasLast = true;
    }

    private struct State
    {
        public Instant Time;
        public long Last;
        public long Bid;
        public long Ask;
        public double BidSize;
        public double AskSize;
        public bool HasLast;
        public bool HasQuote;
    }
}
