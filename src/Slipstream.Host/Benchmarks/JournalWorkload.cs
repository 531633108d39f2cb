using System.Diagnostics;
using Slipstream.Domain;
using Slipstream.Journal;

namespace Slipstream.Host.Benchmarks;

/// <summary>The journal alone: decision, intent, order and fill by turns, hash chain on.</summary>
internal sealed class JournalWorkload() : Workload("journal", "append and verify 2,000,000 records of four kinds, hash chain on")
{
    private const int Records = 2_000_000;
    private const int RecordsPerCommit = 1024;

    public override Figures Run(int warmRuns)
    {
        var figures = new Figures(Description);
        var runs = Math.Max(1, warmRuns);
        var buffered = new List<double>();
        var synced = new List<double>();
        var verified = new List<VerifyReport>();
        var verifySeconds = new List<double>();
        for (var i = 0; i <= runs; i++)
        {
            using var folder = new BenchFolder();
            var seconds = Append(folder.Path, Durability.Buffered);
            var (report, verify) = Verify(folder.Path);
            using var syncedFolder = new BenchFolder();
            var syncedSeconds = Append(syncedFolder.Path, Durability.Fsync);

            // The first round is compiled on the way and does not count.
            if (i > 0)
            {
                buffered.Add(Records / seconds);
                synced.Add(Records / syncedSeconds);
                verified.Add(report);
                verifySeconds.Add(verify);
            }
        }

        figures.Add("records", Records);
        figures.Add("bytes per record", verified[0].Bytes / (double)Records);
        figures.Add("appended records/s, buffered", Median(buffered));
        figures.Add($"appended records/s, fdatasync per {RecordsPerCommit}", Median(synced));
        figures.Add("verified records/s", Median(verifySeconds.Select(s => Records / s)));
        figures.Add("verified MB/s", Median(verifySeconds.Select(s => verified[0].Bytes / 1e6 / s)));
        figures.Check("intact", "True", $"{verified.TrueForAll(v => v.IsIntact && v.Records == Records)}");
        return figures;
    }

    private static double Append(string folder, Durability durability)
    {
        var clock = Stopwatch.StartNew();
        using (var journal = JournalWriter.Create(folder, new JournalOptions { Durability = durability }))
        {
            var terms = OrderRequest.Limit(default, Side.Buy, Quantity.FromUnits(1), Price.FromRaw(100 * Grid.UnitsPerOne));
            for (var i = 1; i <= Records; i++)
            {
                var time = Instant.FromUnixNanos(i * 1000L);
                Append(journal, i, time, in terms);
                if (i % RecordsPerCommit == 0)
                {
                    journal.Commit();
                }
            }

            journal.Commit();
        }

        return clock.Elapsed.TotalSeconds;
    }

    private static void Append(JournalWriter journal, int i, Instant time, in OrderRequest terms)
    {
        switch (i % 4)
        {
            case 0:
                journal.Append(i, time, new Decision { Id = new(i), Time = time, InputsRef = i, Rationale = "fast average above slow", Tags = [] });
                break;
            case 1:
                journal.Append(i, time, new Intent { Id = new(i), Time = time, Decision = new(i), Kind = IntentKind.Place, Request = terms });
                break;
            case 2:
                journal.Append(i, time, new Order { Id = new(i), Time = time, Venue = Venue.Simulated, Terms = terms, Status = OrdStatus.PendingNew, Intent = new(i), Correlation = new(i) });
                break;
            default:
                journal.Append(i, time, new Fill { Id = new(i), Time = time, Venue = Venue.Simulated, Instrument = default, Side = Side.Buy, Quantity = Quantity.FromUnits(1), Price = terms.LimitPrice!.Value, Fee = Money.Zero(Currency.Usd), Order = new(i), Intent = new(i), Liquidity = Liquidity.Maker });
                break;
        }
    }

    private static (VerifyReport Report, double Seconds) Verify(string folder)
    {
        var clock = Stopwatch.StartNew();
        var report = JournalVerifier.Verify(folder);
        return (report, clock.Elapsed.TotalSeconds);
    }
}
