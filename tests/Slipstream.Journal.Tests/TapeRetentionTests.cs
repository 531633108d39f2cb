using Slipstream.Domain;

namespace Slipstream.Journal.Tests;

public sealed class TapeRetentionTests : IDisposable
{
    private readonly string _folder = Path.Combine(Path.GetTempPath(), $"slipstream-retention-{Guid.NewGuid():N}");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Old_tapes_go_and_the_journal_still_verifies()
    {
        Write();
        Assert.Empty(TapeRetention.Prune(_folder, DateTime.UtcNow.AddDays(-1), dryRun: false));
        Assert.Single(TapeRetention.Prune(_folder, DateTime.UtcNow.AddDays(1), dryRun: true));
        Assert.Empty(JournalVerifier.Verify(_folder).TapesRetired);

        var gone = TapeRetention.Prune(_folder, DateTime.UtcNow.AddDays(1), dryRun: false);

        Assert.Equal(JournalLayout.Tape(_folder, 1), Assert.Single(gone).Path);
        var report = JournalVerifier.Verify(_folder);
        Assert.True(report.IsIntact);
        Assert.Single(report.TapesRetired);
    }

    [Fact]
    public void A_journal_that_is_being_written_is_left_alone()
    {
        Write();
        using var writer = JournalWriter.Recover(_folder);

        var refused = Assert.Throws<JournalException>(() => TapeRetention.Prune(_folder, DateTime.UtcNow.AddDays(1), dryRun: false));

        Assert.Contains(_folder, refused.Message, StringComparison.Ordinal);
        Assert.True(File.Exists(JournalLayout.Tape(_folder, 1)));
    }

    [Fact]
    public void A_folder_without_a_journal_is_refused()
    {
        Directory.CreateDirectory(_folder);

        Assert.Throws<JournalException>(() => TapeRetention.Prune(_folder, DateTime.UtcNow, dryRun: true));
    }

    private void Write()
    {
        var universe = new Universe([new Instrument { Symbol = "BTC/USD", AssetClass = AssetClass.Crypto, Base = Currency.Of("BTC"), Quote = Currency.Usd }]);
        using var journal = JournalWriter.Create(_folder);
        SealedTapeBlock? block = null;
        using (var tape = TapeWriter.Create(JournalLayout.Tape(_folder, 1), universe, b => block = b))
        {
            var price = Price.Parse("100");
            tape.Append(MarketEvent.OfBar(default, Instant.FromUnixSeconds(60), 60, price, price, price, price, 1));
            tape.SealBlock();
        }

        journal.Append(0, default, new TapeBlock("000001.tape", block!.Value.Index, block.Value.Count, 1, block.Value.Hash));
        journal.Commit();
    }
}
