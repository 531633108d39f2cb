namespace Slipstream.Lake.Bytes;

/// <summary>Text lines as bytes in UTF-8.</summary>
/// <param name="Stream">The lines.</param>
/// <param name="IsJson">Were they JSON? Then they are tab-separated rows now.</param>
/// <param name="Encoding">Name of the encoding they were in, if not UTF-8.</param>
internal sealed record OpenedText(Stream Stream, bool IsJson, string? Encoding);
