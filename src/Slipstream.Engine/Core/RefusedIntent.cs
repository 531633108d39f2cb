using Slipstream.Domain;

namespace Slipstream.Engine.Core;

/// <summary>An intent that was not carried out.</summary>
/// <param name="Intent">Which.</param>
/// <param name="Refusal">Why.</param>
public readonly record struct RefusedIntent(IntentId Intent, Refusal Refusal);
