namespace Slipstream.Domain.Tests.Trading;

public sealed class ModeTests
{
    [Theory]
    [InlineData(Mode.Backtest, "BACKTEST", 1)]
    [InlineData(Mode.DryRun, "DRY_RUN", 2)]
    [InlineData(Mode.Live, "LIVE", 3)]
    [InlineData(Mode.Replay, "REPLAY", 4)]
    public void A_mode_has_the_specification_s_name_and_a_lasting_number(Mode mode, string text, int number)
    {
        Assert.Equal(text, mode.Text());
        Assert.Equal(number, (int)mode);
    }

    [Fact]
    public void There_are_four_modes() => Assert.Equal(4, Enum.GetValues<Mode>().Length);

    [Fact]
    public void Numbers_of_the_lineage_are_written_plainly()
    {
        Assert.Equal("7", new DecisionId(7).ToString());
        Assert.Equal("7", new IntentId(7).ToString());
        Assert.Equal("7", new OrderId(7).ToString());
        Assert.Equal("7", new FillId(7).ToString());
        Assert.Equal("sim", Venue.Simulated.ToString());
    }
}
