namespace Slipstream.Runtime.StrategyLoading;

/// <summary>Which of the two contracts an example follows.</summary>
public enum TemplateKind : byte
{
    /// <summary>A strategy: called for each event, yields orders.</summary>
    Strategy = 1,

    /// <summary>An alpha model: gives a forecast for each bar.</summary>
    Alpha = 2,
}
