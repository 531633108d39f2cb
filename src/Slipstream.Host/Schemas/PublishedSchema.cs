namespace Slipstream.Host.Schemas;

/// <summary>A format that outsiders may write or read.</summary>
/// <param name="Name">Name on the command line.</param>
/// <param name="Description">One sentence.</param>
/// <param name="Text">Returns the schema.</param>
internal sealed record PublishedSchema(string Name, string Description, Func<string> Text);
