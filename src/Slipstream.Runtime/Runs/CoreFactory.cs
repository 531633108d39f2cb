using System.Globalization;
using Slipstream.Domain;
using Slipstream.Engine.Core;
using Slipstream.Runtime.Configuration;

namespace Slipstream.Runtime.Runs;

/// <summary>Makes the core's settings from the configuration and the data's instruments.</summary>
internal static class CoreFactory
{
    /// <summary>Returns the settings of a run.</summary>
    /// <exception cref="ConfigException">An instrument's currency can't be valued.</exception>
    public static CoreSettings Settings(RunConfig config, Universe universe)
    {
        var currency = config.Text("account.currency") is { } code ? Currency.Of(code) : universe.Instruments[0].Quote;
        var settings = new CoreSettings
        {
            Universe = universe,
            Mode = config.Mode,
            AccountCurrency = currency,
            Cash = [Money.Parse(config.Text("account.cash")!, currency)],
            FixedRates = config.Map("account.fixedRates.").ToDictionary(r => Currency.Of(r.Key), r => double.Parse(r.Value, NumberStyles.Float, CultureInfo.InvariantCulture)),
            Limits = config.Limits(),
            Seed = ulong.Parse(config.Text("seed")!, CultureInfo.InvariantCulture),
            RecordBareDecisions = config.Flag("journal.bareDecisions"),
        };
        Check(settings);
        return settings;
    }

    private static void Check(CoreSettings settings)
    {
        var errors = new List<string>();
        var board = new Engine.Market.MarketBoard(settings.Universe.Count);
        var rates = new Engine.Accounting.FxRates(settings.Universe, board, settings.AccountCurrency, settings.FixedRates);
        foreach (var instrument in settings.Universe.Instruments)
        {
            if (!rates.Knows(instrument.Quote))
            {
                errors.Add($"{instrument.Symbol} is quoted in {instrument.Quote}, which can't be valued in the account's {settings.AccountCurrency}: add data of such a pair, set account.currency, or give account.fixedRates.{instrument.Quote}.");
            }
        }

        var symbols = settings.Universe.Instruments.ToArray().Select(i => i.Symbol).ToHashSet(StringComparer.OrdinalIgnoreCase);
        errors.AddRange((settings.Limits.AllowedAssets ?? new HashSet<string>()).Where(a => !symbols.Contains(a)).Select(a => $"risk.allowedAssets names {a}, which the data do not hold; they hold {string.Join(", ", symbols)}."));
        if (errors.Count > 0)
        {
            throw new ConfigException(errors);
        }
    }
}
