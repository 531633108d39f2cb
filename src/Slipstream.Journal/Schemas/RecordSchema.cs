namespace Slipstream.Journal;

/// <summary>The published layout of one version of a record type.</summary>
/// <param name="Type">Which type.</param>
/// <param name="Version">Which version, from 1.</param>
/// <param name="Name">Name on the command line and in JSON, such as <c>intent</c>.</param>
/// <param name="Doc">What such a record tells.</param>
/// <param name="Fields">Its fields in the payload's order.</param>
public sealed record RecordSchema(RecordType Type, ushort Version, string Name, string Doc, IReadOnlyList<FieldSchema> Fields);
