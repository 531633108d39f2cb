using Slipstream.Domain;
using Slipstream.Lake.Reading;
using Slipstream.Lake.Text;

namespace Slipstream.Lake.Recognise;

/// <summary>Recognises recorded web-socket feeds.</summary>
internal static class FeedRecogniser
{
    /// <summary>Returns how to read a feed; null where it is none.</summary>
    public static FileLayout? Of(Sample sample, DataSource source)
    {
        _ = source;
        return sample.FirstLine.Length > 25 && sample.FirstLine.AsSpan(0, 19).IndexOfAnyExceptInRange('0', '9') < 0 && sample.FirstLine.AsSpan(19).StartsWith(" {")
            ? throw new DataException($"{sample.File.Name}: recorded feeds are not read yet.")
            : null;
    }
}
