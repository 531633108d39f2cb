using System.Text;
using System.Text.Json;

namespace Slipstream.Runtime.Configuration;

/// <summary>The configuration's values by path, collected from a file and from the command line, later ones over earlier ones.</summary>
public sealed class ConfigDocument
{
    private readonly SortedDictionary<string, ConfigValue> _values = new(StringComparer.Ordinal);
    private long _lineAt;
    private int _line = 1;

    /// <summary>What is wrong so far.</summary>
    public List<string> Errors { get; } = [];

    /// <summary>Values that a mode's section changed, for the log.</summary>
    public List<string> Overrides { get; } = [];

    /// <summary>The values by path, in the order of their paths.</summary>
    public IReadOnlyDictionary<string, ConfigValue> Values => _values;

    /// <summary>Sets a value.</summary>
    public void Set(string path, string text, string origin) => _values[path] = new(text, origin);

    /// <summary>Reads a JSON file; comments and trailing commas are allowed.</summary>
    public void ReadFile(string path)
    {
        try
        {
            Read(File.ReadAllBytes(path), path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Errors.Add($"{path}: can't be read: {e.Message}");
        }
    }

    /// <summary>Reads JSON; errors name <paramref name="file"/> and the line.</summary>
    public void Read(ReadOnlySpan<byte> json, string file)
    {
        if (json.StartsWith(Encoding.UTF8.Preamble))
        {
            json = json[Encoding.UTF8.Preamble.Length..];
        }

        (_lineAt, _line) = (0, 1);
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
        try
        {
            if (reader.Read() && reader.TokenType == JsonTokenType.StartObject)
            {
                ReadObject(ref reader, json, "", file);
                // What follows the object is no part of it.
                reader.Read();
            }
            else
            {
                Errors.Add($"{file}:1: a configuration is a JSON object: {{ \"strategy\": \"ema-cross\", ... }}.");
            }
        }
        catch (JsonException e)
        {
            Errors.Add($"{file}:{(e.LineNumber ?? 0) + 1}: not valid JSON: {FirstSentence(e.Message)}");
        }
        catch (InvalidOperationException)
        {
            Errors.Add($"{file}:{LineAt(json, reader.TokenStartIndex)}: this text is not valid UTF-8; save the file as UTF-8.");
        }
    }

    /// <summary>Lays the section <c>modes.NAME</c> over the rest, but for what the command line says; checks the other modes' sections and forgets them.</summary>
    public void ApplyMode(string mode)
    {
        foreach (var (path, value) in _values.Where(v => v.Key.StartsWith("modes.", StringComparison.Ordinal)).ToList())
        {
            _values.Remove(path);
            var parts = path.Split('.', 3);
            if (parts.Length < 3 || parts[1] is not ("backtest" or "dry-run" or "live" or "replay"))
            {
                Errors.Add($"{value.Origin}: '{path}' is not a mode's option; write modes.dry-run.OPTION, with backtest, dry-run, live or replay.");
            }
            else if (parts[1] == mode)
            {
                Override(parts[2], value, mode);
            }
            else if (ConfigCheck.Fault(parts[2], value) is { } fault)
            {
                Errors.Add(fault);
            }
        }
    }

    private void Override(string path, in ConfigValue value, string mode)
    {
        var isGiven = _values.TryGetValue(path, out var old);
        if (isGiven && old.IsOfCommandLine && !value.IsOfCommandLine)
        {
            return;
        }

        Overrides.Add($"{path} = {value.Text} instead of {(isGiven ? old.Text : "its default")} in mode {mode} ({value.Origin})");
        _values[path] = value;
    }

    private void ReadObject(ref Utf8JsonReader reader, ReadOnlySpan<byte> json, string prefix, string file)
    {
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var path = prefix.Length == 0 ? reader.GetString()! : $"{prefix}.{reader.GetString()}";
            reader.Read();
            ReadValue(ref reader, json, path, file);
        }
    }

    private void ReadValue(ref Utf8JsonReader reader, ReadOnlySpan<byte> json, string path, string file)
    {
        var origin = $"{file}:{LineAt(json, reader.TokenStartIndex)}";
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject:
                ReadObject(ref reader, json, path, file);
                break;
            case JsonTokenType.StartArray:
                for (var i = 0; reader.Read() && reader.TokenType != JsonTokenType.EndArray; i++)
                {
                    ReadValue(ref reader, json, $"{path}[{i}]", file);
                }

                break;
            case JsonTokenType.Null:
                break;
            default:
                if (_values.TryGetValue(path, out var earlier) && earlier.Origin.StartsWith(file, StringComparison.Ordinal))
                {
                    Errors.Add($"{origin}: '{path}' is given twice; it stands at {earlier.Origin} as well.");
                }

                Set(path, reader.TokenType == JsonTokenType.String ? reader.GetString()! : Encoding.UTF8.GetString(reader.ValueSpan), origin);
                break;
        }
    }

    // Tokens come in order, so each line is counted once.
    private int LineAt(ReadOnlySpan<byte> json, long position)
    {
        _line += json[(int)_lineAt..(int)position].Count((byte)'\n');
        _lineAt = position;
        return _line;
    }

    /// <summary>Forgets all values below a prefix.</summary>
    public void Forget(string prefix)
    {
        foreach (var path in _values.Keys.Where(p => p.StartsWith(prefix, StringComparison.Ordinal)).ToList())
        {
            _values.Remove(path);
        }
    }

    private static string FirstSentence(string message)
    {
        var end = message.IndexOf(" LineNumber", StringComparison.Ordinal);
        return end < 0 ? message : message[..end];
    }
}
