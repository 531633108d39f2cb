using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Slipstream.Domain;
using Slipstream.Engine.Accounting;
using Slipstream.Engine.Orders;
using Slipstream.Engine.Timers;

namespace Slipstream.Engine.Core;

/// <summary>The SHA-256 of a core's state: what an account or a strategy can see of it, and what decides how it goes on. All in a fixed order.</summary>
/// <remarks>
/// Sequence, time, counts, random source, last number, kill switch, day's loss, timers, cash, fees, funding; by instrument: holding,
/// market as last seen, and open orders. Left out are the depth of books behind the best prices and the orders that have ended.
/// </remarks>
public sealed class StateHash
{
    /// <summary>Bytes of a hash.</summary>
    public const int Length = SHA256.HashSizeInBytes;

    private readonly List<(long Due, long Order, int Tag)> _timers = [];
    private byte[] _bytes = new byte[1024];
    private int _length;

    /// <summary>Writes the hash of the core's state.</summary>
    /// <param name="core">The core.</param>
    /// <param name="destination">At least <see cref="Length"/> bytes.</param>
    public void Compute(TradingCore core, Span<byte> destination)
    {
        _length = 0;
        Put(core.Sequence);
        Put(core.Now.UnixNanos);
        Put(core.Counts.MarketEvents);
        Put(core.Counts.Decisions);
        Put(core.Counts.Intents);
        Put(core.Counts.Refusals);
        Put(core.Counts.Orders);
        Put(core.Counts.Fills);
        Put(core.Counts.Anomalies);
        Put((long)core.Context.Random.State);
        Put(core.Context.LastNumber);
        Put((long)core.Gate.KillSwitch);
        Put(core.IsClosed ? 1 : 0);
        Put(core.DailyLoss.DayEnd);
        Put(core.DailyLoss.EquityAtStart);
        Put(core.DailyLoss.EquityLast);
        Put(core.Timers);
        Put(core.Account.Cash);
        Put(core.Account.Fees);
        Put(core.Account.FundingPaid);
        for (ushort i = 0; i < core.Universe.Count; i++)
        {
            PutInstrument(core, new(i));
        }

        SHA256.HashData(_bytes.AsSpan(0, _length), destination);
    }

    private void PutInstrument(TradingCore core, InstrumentId id)
    {
        var holding = core.Account.Holding(id);
        Put(holding.Position.Raw);
        Put(holding.CostBasis.Raw);
        Put(holding.RealisedPnl.Raw);
        Put(core.Board.View(id));
        var open = core.Orders.Open(id);
        Put(open.Count);
        foreach (var order in open.Orders)
        {
            Put(order);
        }
    }

    private void Put(WorkingOrder order)
    {
        Put(order.Order.Id.Value);
        Put((long)order.Status);
        Put((order.IsAccepted ? 1 : 0) + (order.IsTriggered ? 2 : 0));
        Put(order.Terms.Quantity.Raw);
        Put(order.Terms.LimitPrice);
        Put(order.CumQty.Raw);
        Put(order.AskedQty?.Raw ?? -1);
        Put(order.Unprotected.Raw);
        Put(order.Sibling?.Order.Id.Value ?? 0);
        Put((long)(order.Sibling?.Status ?? 0));
        Put(order.CancelReason is null ? 0 : 1);
        if (order.CancelReason is { } reason)
        {
            Put((long)reason.Code);
            Put(reason.Rule);
            Put(reason.Observed);
            Put(reason.Allowed);
        }
    }

    private void Put(in MarketView market)
    {
        Put(market.Time?.UnixNanos ?? long.MinValue);
        Put(market.Last);
        Put(market.Bid);
        Put(market.Ask);
        Put(market.BidSize);
        Put(market.AskSize);
    }

    private void Put(TimerQueue timers)
    {
        timers.CopyTo(_timers);
        Put(_timers.Count);
        foreach (var (due, _, tag) in _timers)
        {
            Put(due);
            Put(tag);
        }
    }

    private void Put(CashLedger ledger)
    {
        Put(ledger.Count);
        for (var i = 0; i < ledger.Count; i++)
        {
            var money = ledger.At(i);
            Put(money.Currency.Code);
            Put(money.Raw);
        }
    }

    private void Put(Price? price)
    {
        Put(price is null ? 0 : 1);
        Put(price?.Raw ?? 0);
    }

    private void Put(string text)
    {
        Put(Encoding.UTF8.GetByteCount(text));
        _length += Encoding.UTF8.GetBytes(text, Space(text.Length * 3));
    }

    private void Put(double value) => Put(BitConverter.DoubleToInt64Bits(value));

    private void Put(long value)
    {
        BinaryPrimitives.WriteInt64LittleEndian(Space(sizeof(long)), value);
        _length += sizeof(long);
    }

    private void Put(Int128 value)
    {
        BinaryPrimitives.WriteInt128LittleEndian(Space(16), value);
        _length += 16;
    }

    private Span<byte> Space(int size)
    {
        if (_length + size > _bytes.Length)
        {
            Array.Resize(ref _bytes, Math.Max(_bytes.Length * 2, _length + size));
        }

        return _bytes.AsSpan(_length);
    }
}
