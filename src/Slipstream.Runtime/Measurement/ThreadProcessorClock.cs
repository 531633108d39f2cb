using System.Runtime.InteropServices;

namespace Slipstream.Runtime.Measurement;

/// <summary>Processor time of the calling thread, which waiting and other processes do not touch.</summary>
internal static partial class ThreadProcessorClock
{
    private const int ThreadCpuTime = 3;

    /// <summary>Nanoseconds of processor time so far; null where the system does not tell.</summary>
    public static long? Nanos() => OperatingSystem.IsLinux() && ClockGetTime(ThreadCpuTime, out var time) == 0
        ? (time.Seconds * 1_000_000_000) + time.Nanos
        : null;

    [LibraryImport("libc", EntryPoint = "clock_gettime")]
    private static partial int ClockGetTime(int clock, out TimeSpec time);

    private struct TimeSpec
    {
        public long Seconds;
        public long Nanos;
    }
}
