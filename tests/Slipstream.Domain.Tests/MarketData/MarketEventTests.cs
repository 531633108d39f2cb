using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using FsCheck.Fluent;

namespace Slipstream.Domain.Tests.MarketData;

public sealed class MarketEventTests
{
    private static readonly InstrumentId Id = new(0x1234);
    private static readonly Instant Time = Instant.FromUnixNanos(0x0102030405060708);
    private static readonly Instant Later = Instant.FromUnixNanos(0x1112131415161718);

    [Fact]
    public void An_event_is_one_cache_line()
    {
        Assert.Equal(64, Unsafe.SizeOf<MarketEvent>());
        Assert.Equal(64, MarketEvent.SizeInBytes);
    }

    [Fact]
    public void A_bar_s_fields_lie_where_the_tape_s_format_says()
    {
        var bytes = Bytes(MarketEvent.OfBar(Id, Time, 0x21222324, P(1), P(2), P(3), P(4), 2.5));
        Assert.Equal([Time.UnixNanos, Time.UnixNanos, 1, 2, 3, 4], Longs(bytes));
        Assert.Equal(2.5, BinaryPrimitives.ReadDoubleLittleEndian(bytes.AsSpan(48)));
        Assert.Equal(0x21222324u, BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(56)));
        Assert.Equal(0x1234, BinaryPrimitives.ReadUInt16LittleEndian(bytes.AsSpan(60)));
        Assert.Equal((byte)MarketEventKind.Bar, bytes[62]);
        Assert.Equal(0, bytes[63]);
    }

    [Fact]
    public void A_quote_keeps_its_sizes_as_bits_in_the_third_and_fourth_place()
    {
        var bytes = Bytes(MarketEvent.OfQuote(Id, Time, Later, P(1), P(2), 3.5, 4.5));
        Assert.Equal([Time.UnixNanos, Later.UnixNanos, 1, 2, BitConverter.DoubleToInt64Bits(3.5), BitConverter.DoubleToInt64Bits(4.5)], Longs(bytes));
        Assert.Equal((byte)MarketEventKind.Quote, bytes[62]);
    }

    [Fact]
    public void Trades_book_changes_and_funding_lie_where_the_tape_s_format_says()
    {
        var trade = Bytes(MarketEvent.OfTrade(Id, Time, Later, P(1), 2.5, Side.Sell, 77));
        Assert.Equal([Time.UnixNanos, Later.UnixNanos, 1, 77, 0, 0], Longs(trade));
        Assert.Equal(2.5, BinaryPrimitives.ReadDoubleLittleEndian(trade.AsSpan(48)));
        Assert.Equal([(byte)MarketEventKind.Trade, (byte)MarketEventFlags.SellSide], trade[62..]);

        var book = Bytes(MarketEvent.OfBookChange(Id, Time, Later, Side.Buy, P(1), 2.5, 78, MarketEventFlags.EndOfMessage));
        Assert.Equal([Time.UnixNanos, Later.UnixNanos, 1, 78, 0, 0], Longs(book));
        Assert.Equal([(byte)MarketEventKind.BookChange, (byte)(MarketEventFlags.BuySide | MarketEventFlags.EndOfMessage)], book[62..]);

        var funding = Bytes(MarketEvent.OfFunding(Id, Time, Rate.FromRaw(-5), P(9)));
        Assert.Equal([Time.UnixNanos, Time.UnixNanos, 9, -5, 0, 0], Longs(funding));
        Assert.Equal([(byte)MarketEventKind.Funding, 0], funding[62..]);
    }

    [Fact]
    public void Every_kind_gives_back_what_it_was_made_of()
    {
        var raws = Gen.ArrayOf(Any.Long, 6);
        var sizes = Gen.Elements(0, 1, 0.5, 1e14, double.Epsilon, double.NaN);
        var sides = Gen.Elements<Side?>(Side.Buy, Side.Sell, null);
        Any.Holds(from r in raws from s in sizes from side in sides select (r, s, side), x =>
        {
            var (time, received) = (Instant.FromUnixNanos(x.r[0]), Instant.FromUnixNanos(x.r[1]));
            var id = new InstrumentId((ushort)x.r[2]);
            var (a, b, c, d) = (P(x.r[2]), P(x.r[3]), P(x.r[4]), P(x.r[5]));
            var bookSide = x.side ?? Side.Buy;
            var flags = MarketEventFlags.SnapshotStart;
            var bar = MarketEvent.OfBar(id, time, (uint)x.r[5], a, b, c, d, x.s);
            var quote = MarketEvent.OfQuote(id, time, received, a, b, x.s, 7);
            var trade = MarketEvent.OfTrade(id, time, received, a, x.s, x.side, x.r[3]);
            var book = MarketEvent.OfBookChange(id, time, received, bookSide, a, x.s, x.r[3], flags);
            var funding = MarketEvent.OfFunding(id, time, Rate.FromRaw(x.r[4]), a);
            return bar.AsBar() == new Bar(time, (uint)x.r[5], a, b, c, d, x.s) && bar.Last == d && bar.Received == time
                && quote.AsQuote() == new Quote(time, a, b, x.s, 7) && quote.Received == received
                && trade.AsTrade() == new Trade(time, a, x.s, x.side, x.r[3]) && trade.Last == a && trade.Received == received
                && book.AsBookChange() == new BookChange(time, bookSide, a, x.s, x.r[3], book.Flags) && book.Last == a
                && (book.Flags & flags) == flags
                && funding.AsFunding() == new Funding(time, Rate.FromRaw(x.r[4]), a) && funding.Last == a
                && new[] { bar, quote, trade, book, funding }.All(e => e.Time == time && e.Instrument == id);
        });
    }

    [Fact]
    public void The_side_given_overrules_a_side_among_the_flags()
    {
        var bid = MarketEvent.OfBookChange(Id, Time, Time, Side.Buy, P(1), 1, 1, MarketEventFlags.EndOfMessage).AsBookChange();
        var ask = MarketEvent.OfBookChange(Id, Time, Time, Side.Sell, P(1), 1, 1, bid.Flags).AsBookChange();
        Assert.Equal(Side.Sell, ask.Side);
        Assert.Equal(MarketEventFlags.SellSide | MarketEventFlags.EndOfMessage, ask.Flags);
    }

    [Fact]
    public void An_event_read_as_another_kind_throws_and_says_so()
    {
        var quote = MarketEvent.OfQuote(Id, Time, Later, P(1), P(2), 1, 1);
        var bar = MarketEvent.OfBar(Id, Time, 60, P(1), P(2), P(3), P(4), 5);
        Assert.Contains("A Quote event was read as a Bar", Assert.Throws<InvalidOperationException>(() => quote.AsBar()).Message);
        Assert.Throws<InvalidOperationException>(() => bar.AsQuote());
        Assert.Throws<InvalidOperationException>(() => bar.AsTrade());
        Assert.Throws<InvalidOperationException>(() => bar.AsBookChange());
        Assert.Throws<InvalidOperationException>(() => bar.AsFunding());
        Assert.Throws<InvalidOperationException>(() => default(MarketEvent).AsBar());
    }

    [Fact]
    public void The_same_event_for_another_instrument_differs_in_nothing_else()
    {
        var trade = MarketEvent.OfTrade(Id, Time, Later, P(1), 2.5, Side.Sell, 77);
        var (before, after) = (Bytes(trade), Bytes(trade.For(new InstrumentId(3))));
        Assert.Equal(3, BinaryPrimitives.ReadUInt16LittleEndian(after.AsSpan(60)));
        after[60] = before[60];
        after[61] = before[61];
        Assert.Equal(before, after);
    }

    [Fact]
    public void The_last_price_of_a_quote_is_the_middle() =>
        Assert.Equal(P(15), MarketEvent.OfQuote(Id, Time, Later, P(10), P(20), 1, 1).Last);

    [Fact]
    public void The_middle_of_a_quote_never_overflows() => Any.Holds(Any.Long, Any.Long, (bid, ask) =>
    {
        var sum = (Int128)bid + ask;
        var middle = (long)((sum - (sum & 1)) / 2);
        return MarketEvent.OfQuote(Id, Time, Later, P(bid), P(ask), 1, 1).Last == P(middle)
            && new MarketView(Time, null, P(bid), P(ask), 1, 1).Mid == P(middle);
    });

    [Fact]
    public void A_bar_knows_its_start() =>
        Assert.Equal(Time - Duration.FromSeconds(60), MarketEvent.OfBar(Id, Time, 60, P(1), P(2), P(3), P(4), 5).AsBar().OpenTime);

    [Fact]
    public void A_view_s_middle_is_that_of_bid_and_ask_else_the_last_price()
    {
        Assert.Equal(P(15), new MarketView(Time, P(99), P(10), P(20), 1, 1).Mid);
        Assert.Equal(P(99), new MarketView(Time, P(99), P(10), null, 1, 0).Mid);
        Assert.Null(default(MarketView).Mid);
    }

    private static Price P(long raw) => Price.FromRaw(raw);

    private static byte[] Bytes(MarketEvent item) => MemoryMarshal.AsBytes(new ReadOnlySpan<MarketEvent>(in item)).ToArray();

    private static long[] Longs(byte[] bytes) =>
        [.. Enumerable.Range(0, 6).Select(i => BinaryPrimitives.ReadInt64LittleEndian(bytes.AsSpan(i * 8)))];
}
