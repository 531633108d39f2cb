using Slipstream.Lake.Bytes;
using Slipstream.Lake.Reading;

namespace Slipstream.Lake.Recognise;

/// <summary>A file, how to read it, whose prices it holds and how that was recognised.</summary>
/// <param name="File">The file.</param>
/// <param name="Layout">How to read it.</param>
/// <param name="Instruments">Whose prices, with ticks; the only one, or one a price column. Empty where a symbol column tells.</param>
/// <param name="Lines">How that was recognised.</param>
/// <param name="PriceCells">Sampled prices, for ticks.</param>
internal sealed record FileLayout(InputFile File, Layout Layout, IReadOnlyList<SymbolParts> Instruments, List<string> Lines, IReadOnlyList<string> PriceCells);
