using System.Text.Json;

namespace Slipstream.Host.Tests.EndToEnd;

/// <summary>What a finished process left: exit code and both outputs.</summary>
internal sealed record Outcome(string Command, int Code, string Out, string Err)
{
    public IReadOnlyList<string> Lines => Out.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Standard output as JSON: there may be nothing else there.</summary>
    public JsonElement Json => JsonDocument.Parse(Out).RootElement;

    public Outcome Expect(int code)
    {
        Assert.True(Code == code, $"{Command}\nended with {Code} instead of {code}.\n{Out}\n{Err}");
        return this;
    }

    /// <summary>Expects a refusal: the code, and all the texts on standard error.</summary>
    public Outcome Refuses(int code, params string[] texts)
    {
        Expect(code);
        foreach (var text in texts)
        {
            Assert.True(Err.Contains(text, StringComparison.Ordinal), $"{Command}\ndoes not say '{text}', but\n{Err}");
        }

        return this;
    }

    public Outcome Says(params string[] texts)
    {
        foreach (var text in texts)
        {
            Assert.True(Out.Contains(text, StringComparison.Ordinal), $"{Command}\ndoes not say '{text}', but\n{Out}\n{Err}");
        }

        return this;
    }
}
