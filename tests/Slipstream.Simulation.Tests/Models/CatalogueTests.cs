namespace Slipstream.Simulation.Tests.Models;

public sealed class CatalogueTests
{
    private static readonly Dictionary<string, string> s_none = [];

    [Fact]
    public void Every_model_is_made_by_its_name_alone()
    {
        Check(ExecutionModels.Fill);
        Check(ExecutionModels.Latency);
        Check(ExecutionModels.Fee);
        Check(ExecutionModels.Spread);
        Check(ExecutionModels.Impact);

        static void Check<T>(ModelCatalogue<T> catalogue)
            where T : class => Assert.All(catalogue.Names, name => Assert.True(catalogue.TryCreate(name, s_none, out _, out var fault), fault));
    }

    [Fact]
    public void The_first_of_each_kind_make_the_default()
    {
        var model = ExecutionModel.Default;
        Assert.Equal(model.Fill, Made(ExecutionModels.Fill, "auto"));
        Assert.Equal(model.Latency, Made(ExecutionModels.Latency, "none"));
        Assert.Equal(model.Fee, Made(ExecutionModels.Fee, "instrument"));
        Assert.Equal(model.Spread, Made(ExecutionModels.Spread, "none"));
        Assert.Equal(model.Impact, Made(ExecutionModels.Impact, "none"));
        Assert.Equal(new SquareRootImpact(), Made(ExecutionModels.Impact, "square-root"));
    }

    [Fact]
    public void Options_reach_the_model()
    {
        Assert.Equal(new BarFill(0.1), Made(ExecutionModels.Fill, "bar", ("maxVolumeFraction", "0.1")));
        Assert.Equal(new QueueFill(QueueModel.Proportional), Made(ExecutionModels.Fill, "queue", ("queueModel", "proportional")));
        Assert.Equal(new FixedLatency(5, 2.5), Made(ExecutionModels.Latency, "fixed", ("orderMillis", "5"), ("reportMillis", "2.5")));
        Assert.Equal(new FixedFee(Desk.P(1)), Made(ExecutionModels.Fee, "fixed", ("amount", "1.00")));
        Assert.Equal(new BpsFee(-1, 5, FeeCurrency.Base), Made(ExecutionModels.Fee, "bps", ("maker", "-1"), ("taker", "5"), ("currency", "base")));
        Assert.Equal(new BpsFee(0, 0), Made(ExecutionModels.Fee, "bps"));
        Assert.Equal(new FixedSpread(3), Made(ExecutionModels.Spread, "fixed", ("bps", "3")));
        Assert.Equal(new SquareRootImpact(0.7, 0.5, 0.02, 1e6), Made(ExecutionModels.Impact, "square-root", ("y", "0.7"), ("temporaryShare", "0.5"), ("volDaily", "0.02"), ("adv", "1e6")));
    }

    [Theory]
    [InlineData("best", "", "", "There is no fill model 'best'; there are auto, bar, close, quote, queue.")]
    [InlineData("bar", "volume", "1", "The model 'bar' has no option 'volume'; it has maxVolumeFraction.")]
    [InlineData("bar", "maxVolumeFraction", "0", "'0' can't be maxVolumeFraction of the model 'bar': share of a bar's volume that own orders may fill in it, above 0 and at most 1.")]
    [InlineData("bar", "maxVolumeFraction", "much", "'much' can't be maxVolumeFraction of the model 'bar': share of a bar's volume that own orders may fill in it, above 0 and at most 1.")]
    [InlineData("queue", "queueModel", "1", "'1' can't be queueModel of the model 'queue': where others cancel when a level shrinks without a trade: pessimistic (behind us) or proportional (everywhere alike).")]
    public void A_fault_says_what_is_wrong_and_what_would_be_right(string name, string option, string value, string expected)
    {
        Dictionary<string, string> options = option.Length > 0 ? new() { [option] = value } : [];
        Assert.False(ExecutionModels.Fill.TryCreate(name, options, out var model, out var fault));
        Assert.Null(model);
        Assert.Equal(expected, fault);
    }

    private static T Made<T>(ModelCatalogue<T> catalogue, string name, params (string Name, string Value)[] options)
        where T : class
    {
        Assert.True(catalogue.TryCreate(name, options.ToDictionary(o => o.Name, o => o.Value), out var model, out var fault), fault);
        return model;
    }
}
