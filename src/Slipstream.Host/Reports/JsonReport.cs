using System.Text.Encodings.Web;
using System.Text.Json;
using Slipstream.Runtime.Analysis;
using Slipstream.Runtime.Results;

namespace Slipstream.Host.Reports;

/// <summary>A run as one JSON object: the summary's fields, then the analysis. A number that isn't defined is null.</summary>
public static class JsonReport
{
    private static readonly JsonWriterOptions Options = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes UTF-8, ending in a line feed.</summary>
    public static void Write(RunResult result, RunAnalysis analysis, Stream stream)
    {
        ArgumentNullException.ThrowIfNull(result);
        ArgumentNullException.ThrowIfNull(analysis);
        ArgumentNullException.ThrowIfNull(stream);
        using (var writer = new Utf8JsonWriter(stream, Options))
        {
            var json = new JsonFields(writer);
            json.Object(null, () =>
            {
                JsonSummary.Write(json, result.Summary);
                JsonAnalysis.Write(json, result, analysis);
            });
        }

        stream.WriteByte((byte)'\n');
    }
}
