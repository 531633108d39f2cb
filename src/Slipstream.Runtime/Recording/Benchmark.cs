using System.Runtime.CompilerServices;
using Slipstream.Engine.Accounting;

namespace Slipstream.Runtime.Recording;

/// <summary>What the starting cash would be worth had it bought and held the instruments in equal parts, each at its first price, without costs; in the account's currency.</summary>
internal sealed class Benchmark(Account account, int instruments, double cash)
{
    private readonly double[] _units = new double[instruments];
    private readonly double _part = cash / instruments;
    private double _uninvested = cash;

    /// <summary>Notes that an instrument's market moved.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void See(int instrument)
    {
        if (_units[instrument] == 0)
        {
            Invest(instrument);
        }
    }

    public double Value()
    {
        var value = instruments == 1 && _units[0] != 0 ? 0 : _uninvested;
        for (var i = 0; i < _units.Length; i++)
        {
            value += _units[i] == 0 ? 0 : account.ValueOf(i, _units[i]);
        }

        return value;
    }

    private void Invest(int instrument)
    {
        // Not a number, and so not above zero, before price and exchange rate are known.
        var price = account.ValueOf(instrument, 1);
        if (price > 0)
        {
            _units[instrument] = _part / price;
            _uninvested -= _part;
        }
    }
}
