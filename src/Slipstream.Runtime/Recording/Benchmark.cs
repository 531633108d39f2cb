using System.Runtime.CompilerServices;
using Slipstream.Domain;

namespace Slipstream.Runtime.Recording;

/// <summary>What the starting cash would be worth had it bought and held the instruments in equal parts, each at its first price, without costs.</summary>
internal sealed class Benchmark(int instruments, double cash)
{
    private readonly double[] _units = new double[instruments];
    private readonly double[] _prices = new double[instruments];
    private readonly double _part = cash / instruments;
    private double _uninvested = cash;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void See(in MarketEvent e)
    {
        if (e.Kind is MarketEventKind.BookChange or MarketEventKind.Funding)
        {
            return;
        }

        var price = Grid.ToDouble(e.Last.Raw);
        var index = e.Instrument.Index;
        if (_units[index] == 0 && price > 0)
        {
            _units[index] = _part / price;
            _uninvested -= _part;
        }

        _prices[index] = price;
    }

    public double Value()
    {
        var value = instruments == 1 && _units[0] != 0 ? 0 : _uninvested;
        for (var i = 0; i < _units.Length; i++)
        {
            value += _units[i] * _prices[i];
        }

        return value;
    }
}
