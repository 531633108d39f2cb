using System.Runtime.CompilerServices;
using System.Text;

namespace Slipstream.Host.Reports.Html;

/// <summary>A page being written. What is interpolated is escaped; only literal text and <see cref="Markup"/> is taken as it stands.</summary>
internal sealed class Page
{
    private readonly StringBuilder _text = new(1 << 18);
    private readonly StringBuilder _piece = new();

    /// <summary>Adds a line.</summary>
    public void Write([InterpolatedStringHandlerArgument("")] ref Handler handler)
    {
        Inline(ref handler);
        _text.Append('\n');
    }

    /// <summary>Adds a piece of a line.</summary>
    public void Inline([InterpolatedStringHandlerArgument("")] ref Handler handler)
    {
        _text.Append(_piece);
        _piece.Clear();
    }

    public void WriteTo(TextWriter writer)
    {
        foreach (var chunk in _text.GetChunks())
        {
            writer.Write(chunk.Span);
        }
    }

    private void AppendEscaped(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            switch (c)
            {
                case '<': _piece.Append("&lt;"); break;
                case '>': _piece.Append("&gt;"); break;
                case '&': _piece.Append("&amp;"); break;
                case '"': _piece.Append("&quot;"); break;
                case '\'': _piece.Append("&#39;"); break;
                // XML has no way to hold these.
                case < ' ' and not ('\t' or '\n' or '\r') or '\uFFFE' or '\uFFFF': _piece.Append('\uFFFD'); break;
                default: _piece.Append(c); break;
            }
        }
    }

    [InterpolatedStringHandler]
    public readonly ref struct Handler
    {
        private const int LengthOfHole = 8;
        private readonly Page _page;

        public Handler(int literalLength, int formattedCount, Page page)
        {
            _page = page;
            page._piece.EnsureCapacity(literalLength + (formattedCount * LengthOfHole));
        }

        public void AppendLiteral(string literal) => _page._piece.Append(literal);

        public void AppendFormatted(string? text) => _page.AppendEscaped(text);

        public void AppendFormatted(Markup markup) => _page._piece.Append(markup.Text);

        public void AppendFormatted(int number) => _page._piece.Append(number);

        public void AppendFormatted(long number) => _page._piece.Append(number);

        /// <summary>A coordinate: at most two decimals, no exponent.</summary>
        public void AppendFormatted(double coordinate) => Coordinates.Append(_page._piece, coordinate);
    }
}
