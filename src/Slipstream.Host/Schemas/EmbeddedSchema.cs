namespace Slipstream.Host.Schemas;

/// <summary>A schema file that travels with the binary.</summary>
internal static class EmbeddedSchema
{
    public static string Read(string file)
    {
        using var stream = typeof(EmbeddedSchema).Assembly.GetManifestResourceStream($"schemas/{file}")
            ?? throw new InvalidOperationException($"The schema {file} was not built into the binary.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().TrimEnd();
    }
}
