using Slipstream.Runtime.StrategyLoading;

namespace Slipstream.Runtime.Tests.StrategyLoading;

public sealed class VersionHashTests : IDisposable
{
    private readonly StrategyFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void One_character_of_the_source_changes_it() =>
        Assert.NotEqual(Hash(StrategyFolder.Minimal), Hash(StrategyFolder.Minimal.Replace("one thing", "one thinG")));

    [Fact]
    public void A_parameter_changes_it_and_the_default_given_aloud_does_not()
    {
        Assert.NotEqual(Hash(StrategyFolder.Minimal), Hash(StrategyFolder.Minimal, "count=4"));
        Assert.Equal(Hash(StrategyFolder.Minimal), Hash(StrategyFolder.Minimal, "COUNT=03"));
    }

    [Fact]
    public void Line_ends_and_a_byte_order_mark_do_not_change_it()
    {
        var text = StrategyFolder.Minimal.ReplaceLineEndings("\n");
        Assert.Equal(Hash(text), Hash(text.Replace("\n", "\r\n")));
        Assert.Equal(Hash(text), Hash("\uFEFF" + text));
    }

    [Fact]
    public void The_folder_and_the_name_of_the_file_do_not_change_it()
    {
        var other = _folder.Write("Elsewhere.cs", StrategyFolder.Minimal);
        Assert.Equal(Hash(StrategyFolder.Minimal), StrategyLoader.Load(other, []).VersionHash);
    }

    [Fact]
    public void A_shipped_strategys_parameter_changes_it() =>
        Assert.NotEqual(StrategyLoader.Load("ema-cross", []).VersionHash, StrategyLoader.Load("ema-cross", StrategyFolder.Settings("fast=21")).VersionHash);

    [Fact]
    public void Its_bytes_are_pinned() =>
        Assert.Equal("9ed57bb084aafdbcd612bca1f4562e5ffa57c9c44424e26759f3ce7f517207d9", VersionHash.OfSource(["class A\r\n{\n}\n"], "x=1\n"));

    private string Hash(string text, params string[] settings) => _folder.Load(text, settings).VersionHash;
}
