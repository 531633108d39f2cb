namespace Slipstream.Runtime.StrategyLoading;

/// <summary>A thing that would make two runs of a strategy differ, and what to use instead.</summary>
/// <param name="Id">Stable code of the error.</param>
/// <param name="Name">Full name of a namespace, type or member; with all that is inside, except where <paramref name="Exact"/>.</param>
/// <param name="Reason">Why, and the replacement.</param>
/// <param name="Exact">A namespace without its children.</param>
internal sealed record BannedCall(string Id, string Name, string Reason, bool Exact = false)
{
    private const string Clock = "the wall clock differs from run to run: use context.Now";
    private const string Chance = "unseeded randomness differs from run to run: use context.Random";
    private const string Machine = "it depends on the machine: give the strategy a [Parameter] instead";
    private const string Threads = "the order in which threads run differs from run to run: a strategy does its work when it is called, and context.SetTimer wakes it later";
    private const string Files = "a strategy has no input but its market events: what it must know goes into a [Parameter], what it must say into a rationale or context.Decide";
    private const string Hashes = "hash codes are seeded anew in every process: compare or order by the values themselves";
    private const string Reflection = "reflection can reach what is banned: call what you mean by its name";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<BannedCall> All { get; } =
    [
        new("SLIP001", "System.DateTime.Now", Clock),
        new("SLIP001", "System.DateTime.UtcNow", Clock),
        new("SLIP001", "System.DateTime.Today", Clock),
        new("SLIP001", "System.DateTimeOffset.Now", Clock),
        new("SLIP001", "System.DateTimeOffset.UtcNow", Clock),
        new("SLIP001", "System.TimeProvider", Clock),
        new("SLIP001", "System.Diagnostics.Stopwatch", Clock),
        new("SLIP001", "System.Environment.TickCount", Clock),
        new("SLIP001", "System.Environment.TickCount64", Clock),
        new("SLIP002", "System.Random", Chance),
        new("SLIP002", "System.Guid.NewGuid", Chance),
        new("SLIP002", "System.Guid.CreateVersion7", Chance),
        new("SLIP002", "System.Security.Cryptography", Chance),
        new("SLIP003", "System.Environment", Machine),
        new("SLIP003", "System.AppContext", Machine),
        new("SLIP003", "System.AppDomain", Machine),
        new("SLIP003", "System.GC", Machine),
        new("SLIP003", "System.WeakReference", Machine),
        new("SLIP003", "System.TimeZoneInfo.Local", Machine),
        new("SLIP003", "System.DateTime.ToLocalTime", Machine),
        new("SLIP003", "System.DateTimeOffset.ToLocalTime", Machine),
        new("SLIP003", "System.DateTimeOffset.LocalDateTime", Machine),
        new("SLIP003", "System.Runtime.InteropServices", Machine),
        new("SLIP003", "System.Runtime.Intrinsics", Machine),
        new("SLIP003", "System.Numerics.Vector", Machine),
        new("SLIP003", "System.Diagnostics", Machine, Exact: true),
        new("SLIP004", "System.Threading", Threads),
        new("SLIP004", "System.Linq.ParallelEnumerable", Threads),
        new("SLIP005", "System.Console", Files),
        new("SLIP005", "System.IO", Files),
        new("SLIP005", "System.Net", Files),
        new("SLIP006", "System.HashCode", Hashes),
        new("SLIP006", "System.Object.GetHashCode", Hashes),
        new("SLIP006", "System.String.GetHashCode", Hashes),
        new("SLIP006", "System.Runtime.CompilerServices.RuntimeHelpers", Hashes),
        new("SLIP008", "System.Reflection", Reflection),
        new("SLIP008", "System.Activator", Reflection),
        new("SLIP008", "System.Type", Reflection),
        new("SLIP008", "System.Linq.Expressions", Reflection),
        new("SLIP008", "System.Runtime.Loader", Reflection),
        new("SLIP008", "System.Runtime.CompilerServices.Unsafe", Reflection),
        new("SLIP008", "System.Runtime.CompilerServices.UnsafeAccessorAttribute", Reflection),
    ];

    /// <summary>Code of mutable static state.</summary>
    public const string StaticState = "SLIP007";

    /// <summary>Code of <c>async</c>, <c>await</c> and <c>lock</c>.</summary>
    public const string Concurrency = "SLIP004";

    /// <summary>Code of <c>dynamic</c>.</summary>
    public const string LateBinding = "SLIP008";

    /// <summary>Why threads are banned.</summary>
    public const string ThreadsReason = Threads;

    /// <summary>Why reflection is banned.</summary>
    public const string ReflectionReason = Reflection;
}
