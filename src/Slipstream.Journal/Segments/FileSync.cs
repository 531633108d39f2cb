using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Slipstream.Journal;

/// <summary>Waits until the disk has what was written. .NET knows no fdatasync and can't open directories.</summary>
internal static class FileSync
{
    /// <summary>Waits for a file's content and length.</summary>
    /// <exception cref="IOException">The disk refused; what it holds now is unknown.</exception>
    public static void Data(SafeFileHandle file)
    {
        if (!OperatingSystem.IsLinux())
        {
            RandomAccess.FlushToDisk(file);
        }
        else if (fdatasync(file) != 0)
        {
            throw new IOException(Marshal.GetLastPInvokeErrorMessage());
        }
    }

    /// <summary>Waits for a directory's list of files, so that a new file's name survives a power cut.</summary>
    /// <exception cref="IOException">The disk refused.</exception>
    public static void Directory(string path)
    {
        if (!OperatingSystem.IsLinux())
        {
            return;
        }

        var descriptor = open(System.Text.Encoding.UTF8.GetBytes(path + '\0'), 0);
        if (descriptor < 0)
        {
            throw new IOException(Marshal.GetLastPInvokeErrorMessage());
        }

        var failed = fsync(descriptor) != 0;
        var message = failed ? Marshal.GetLastPInvokeErrorMessage() : "";
        _ = close(descriptor);
        if (failed)
        {
            throw new IOException(message);
        }
    }

#pragma warning disable IDE1006, SYSLIB1054, CA5392 // Names of the C library.
    [DllImport("libc", SetLastError = true)]
    private static extern int fdatasync(SafeFileHandle file);

    [DllImport("libc", SetLastError = true)]
    private static extern int open(byte[] path, int flags);

    [DllImport("libc", SetLastError = true)]
    private static extern int fsync(int descriptor);

    [DllImport("libc", SetLastError = true)]
    private static extern int close(int descriptor);
#pragma warning restore IDE1006, SYSLIB1054, CA5392
}
