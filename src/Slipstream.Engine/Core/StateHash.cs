using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Slipstream.Domain;
using Slipstream.Engine.Accounting;

namespace Slipstream.Engine.Core;

/// <summary>The SHA-256 of a core's state: sequence, time, counts, cash, fees, funding, holdings, open orders, kill switch, timers and last prices, each in a fixed order.</summary>
public sealed class StateHash
{
    /// <summary>Bytes of a hash.</summary>
    public const int Length = SHA256.HashSizeInBytes;

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
        Put((long)core.Gate.KillSwitch);
        Put(core.Timers.Count);
        Put(core.Timers.NextDueNanos);
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
        Put(core.Board.Last(id)?.Raw ?? 0);
        var open = core.Orders.Open(id);
        Put(open.Count);
        foreach (var order in open.Orders)
        {
            Put(order.Order.Id.Value);
            Put((long)order.Status);
            Put(order.Terms.Quantity.Raw);
            Put(order.Terms.LimitPrice?.Raw ?? 0);
            Put(order.CumQty.Raw);
        }
    }

    private void Put(CashLedger ledger)
    {
        Put(ledger.Count);
        for (var i = 0; i < ledger.Count; i++)
        {
            var money = ledger.At(i);
            Put(Encoding.UTF8.GetByteCount(money.Currency.Code));
            _length += Encoding.UTF8.GetBytes(money.Currency.Code, Space(money.Currency.Code.Length * 3));
            Put(money.Raw);
        }
    }

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
