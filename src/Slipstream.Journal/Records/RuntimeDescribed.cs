using Slipstream.Domain;

namespace Slipstream.Journal;

/// <summary>When and on what the run was made: covered by the chain, outside the logical records.</summary>
/// <param name="WallClock">Wall-clock time of the start.</param>
/// <param name="Host">Name of the machine.</param>
/// <param name="Runtime">Runtime and build, such as <c>.NET 10.0.1, linux-x64, Release</c>.</param>
public readonly record struct RuntimeDescribed(Instant WallClock, string Host, string Runtime);
