using Slipstream.Domain;
using Slipstream.Runtime.StrategyLoading;

namespace Slipstream.Runtime.Tests.StrategyLoading;

public class StrategyParametersTests
{
    private readonly Knobs _knobs = new();

    public enum Speed
    {
        Slow = 1,
        VeryFast = 2,
    }

    [Fact]
    public void Texts_become_values_of_each_type()
    {
        Bind("count=7", "BIG=9000000000", "ratio=1e-3", "price=0.10", "on=True", "label=a=b", "speed=veryfast");
        Assert.Equal((7, 9_000_000_000, 0.001, 0.10m, true, "a=b", Speed.VeryFast), (_knobs.Count, _knobs.Big, _knobs.Ratio, _knobs.Price, _knobs.On, _knobs.Label, _knobs.Speed));
    }

    [Fact]
    public void The_canonical_text_is_in_name_order_and_reads_back()
    {
        Bind("ratio=0.1", "label=two\nlines\\");
        var canonical = StrategyParameters.Of("knobs", _knobs).Canonical();
        Assert.Equal("big=1\ncount=3\nlabel=two\\nlines\\\\\non=false\nprice=1.5\nratio=0.1\nspeed=slow\n", canonical);

        var again = new Knobs();
        StrategyParameters.Of("knobs", again).Bind([.. StrategyParameters.Of("knobs", _knobs).Values]);
        Assert.Equal(canonical, StrategyParameters.Of("knobs", again).Canonical());
    }

    [Theory]
    [InlineData("cuont=7", "Strategy knobs has no parameter 'cuont'. Did you mean 'count'? It has: big, count, label, on, price, ratio, speed.")]
    [InlineData("zzzzzzzz=7", "Strategy knobs has no parameter 'zzzzzzzz'. It has: big, count, label, on, price, ratio, speed.")]
    [InlineData("count=seven", "Parameter count: 'seven' is not a whole number below 2,147,483,648.")]
    [InlineData("count=1.5", "Parameter count: '1.5' is not a whole number below 2,147,483,648.")]
    [InlineData("count=99999999999", "Parameter count: '99999999999' is not a whole number below 2,147,483,648.")]
    [InlineData("count=0", "Parameter count: 0 is out of range, it must be from 1 to 1000.")]
    [InlineData("big=-5", "Parameter big: -5 is out of range, it must be at least 0.")]
    [InlineData("ratio=2", "Parameter ratio: 2 is out of range, it must be at most 0.5.")]
    [InlineData("ratio=NaN", "Parameter ratio: 'NaN' is not a number such as 0.5.")]
    [InlineData("ratio=1,5", "Parameter ratio: '1,5' is not a number such as 0.5.")]
    [InlineData("ratio=", "Parameter ratio: '' is not a number such as 0.5.")]
    [InlineData("on=yes", "Parameter on: 'yes' is not true or false.")]
    [InlineData("speed=2", "Parameter speed: '2' is not one of slow, veryFast.")]
    [InlineData("label=bad", "Parameter label: not this one")]
    public void A_fault_is_one_clear_sentence(string setting, string message) =>
        Assert.Equal(message, Assert.Throws<StrategyLoadException>(() => Bind(setting)).Message);

    [Fact]
    public void A_name_given_twice_is_refused_even_in_another_case() =>
        Assert.Equal("Parameter Count is given twice: 1 and 2.", Assert.Throws<StrategyLoadException>(() => Bind("count=1", "Count=2")).Message);

    [Fact]
    public void All_faults_are_told_at_once() =>
        Assert.Equal(3, Assert.Throws<StrategyLoadException>(() => Bind("count=x", "on=x", "nix=x")).Message.Split(Environment.NewLine).Length);

    [Fact]
    public void A_property_that_cannot_be_one_is_refused() =>
        Assert.Contains("Fixed.When can't be a [Parameter]", Assert.Throws<StrategyLoadException>(() => StrategyParameters.Of("fixed", new Fixed())).Message);

    [Fact]
    public void Descriptions_tell_type_default_and_range()
    {
        var described = StrategyParameters.Of("knobs", _knobs).Describe();
        Assert.Equal(new("count", "integer", "3", 1, 1000, "A count"), described[1]);
        Assert.Equal(new("speed", "slow | veryFast", "slow", null, null, "A speed"), described[^1]);
    }

    private void Bind(params string[] settings) => StrategyParameters.Of("knobs", _knobs).Bind(StrategyFolder.Settings(settings));

    private sealed class Knobs
    {
        [Parameter("A count", Min = 1, Max = 1000)]
        public int Count { get; set; } = 3;

        [Parameter("A big count", Min = 0)]
        public long Big { get; set; } = 1;

        [Parameter("A ratio", Max = 0.5)]
        public double Ratio { get; set; } = 0.25;

        [Parameter("A price")]
        public decimal Price { get; set; } = 1.5m;

        [Parameter("A switch")]
        public bool On { get; set; }

        [Parameter("A label")]
        public string Label
        {
            get;
            set => field = value == "bad" ? throw new ArgumentException("not this one") : value;
        } = "";

        [Parameter("A speed")]
        public Speed Speed { get; set; } = Speed.Slow;
    }

    private sealed class Fixed
    {
        [Parameter("A time")]
        public DateTime When { get; set; }
    }
}
