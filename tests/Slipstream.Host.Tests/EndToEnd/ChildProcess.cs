using System.Diagnostics;
using System.Text;

namespace Slipstream.Host.Tests.EndToEnd;

/// <summary>A started slipstream: its input can be fed, it can be signalled, killed and waited for.</summary>
internal sealed class ChildProcess : IDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);
    private readonly Process _process;
    private readonly string _command;
    private readonly Task<string> _out;
    private readonly StringBuilder _err = new();

    public ChildProcess(string folder, string program, IReadOnlyList<string> arguments, bool feedsInput)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment.Remove("SLIPSTREAM_TRACE");
        _command = string.Join(' ', arguments.Where(a => !a.EndsWith("slipstream.dll", StringComparison.Ordinal)));
        _process = Process.Start(start)!;
        _out = _process.StandardOutput.ReadToEndAsync();
        _process.ErrorDataReceived += (_, line) =>
        {
            lock (_err)
            {
                _err.Append(line.Data is null ? "" : line.Data + "\n");
            }
        };
        _process.BeginErrorReadLine();
        if (!feedsInput)
        {
            _process.StandardInput.Close();
        }
    }

    public bool HasExited => _process.HasExited;

    /// <summary>Writes a line; false if nobody reads any more.</summary>
    public bool Feed(string line)
    {
        try
        {
            _process.StandardInput.Write(line);
            _process.StandardInput.Write('\n');
            _process.StandardInput.Flush();
            return true;
        }
        catch (IOException)
        {
            return false;
        }
    }

    public void EndInput()
    {
        try
        {
            _process.StandardInput.Close();
        }
        catch (IOException)
        {
            // It has ended already.
        }
    }

    public void Signal(string name)
    {
        using var kill = Process.Start("kill", [$"-{name}", $"{_process.Id}"]);
        kill.WaitForExit();
    }

    /// <summary>Waits until a text stands on standard error, while the process goes on.</summary>
    public string WaitForError(string text)
    {
        var clock = Stopwatch.StartNew();
        while (!Errors().Contains(text, StringComparison.Ordinal) && clock.Elapsed < Limit && !_process.HasExited)
        {
            Thread.Sleep(20);
        }

        return Errors();
    }

    /// <summary>SIGKILL: no handler runs, no buffer is written.</summary>
    public void Kill()
    {
        _process.Kill();
        _process.WaitForExit();
    }

    /// <summary>Waits for the end. No command may ever show a stack trace or call itself a bug.</summary>
    public Outcome Wait()
    {
        if (!_process.WaitForExit(Limit))
        {
            _process.Kill(entireProcessTree: true);
            Assert.Fail($"{_command}\ndid not end within {Limit}.");
        }

        _process.WaitForExit();
        var outcome = new Outcome(_command, _process.ExitCode, _out.Result, Errors());
        foreach (var text in new[] { outcome.Out, outcome.Err })
        {
            Assert.False(text.Contains("   at ", StringComparison.Ordinal) || text.Contains("a bug in slipstream", StringComparison.Ordinal), $"{_command}\n{text}");
        }

        return outcome;
    }

    private string Errors()
    {
        lock (_err)
        {
            return _err.ToString();
        }
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
        }

        _process.Dispose();
    }
}
