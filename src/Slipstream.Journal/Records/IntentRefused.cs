using Slipstream.Domain;

namespace Slipstream.Journal;

/// <summary>The risk gate refused an intent.</summary>
/// <param name="Intent">Which.</param>
/// <param name="Refusal">Why.</param>
public readonly record struct IntentRefused(IntentId Intent, Refusal Refusal);
