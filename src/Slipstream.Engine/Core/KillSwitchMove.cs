using Slipstream.Engine.Risk;

namespace Slipstream.Engine.Core;

/// <summary>The kill switch moved.</summary>
/// <param name="To">Where it stands now.</param>
/// <param name="Observed">What moved it, as text with its unit.</param>
/// <param name="Allowed">The limit, as text with its unit.</param>
public readonly record struct KillSwitchMove(KillSwitch To, string Observed, string Allowed);
