using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.Loader;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;
using Microsoft.CodeAnalysis.Text;

namespace Slipstream.Runtime.StrategyLoading;

/// <summary>Compiles a strategy of one C# file in memory, after the determinism guard has read it.</summary>
internal static class StrategyCompiler
{
    private const int MostErrors = 20;

    private const string ImplicitUsings = """
        global using System;
        global using System.Collections.Generic;
        global using System.Linq;
        global using Slipstream.Domain;
        global using Slipstream.Quant.Indicators;
        """;

    private static readonly CSharpParseOptions Parse = new(LanguageVersion.CSharp14, DocumentationMode.None);

    private static readonly CSharpCompilationOptions Options = new(
        OutputKind.DynamicallyLinkedLibrary,
        optimizationLevel: OptimizationLevel.Release,
        deterministic: true,
        allowUnsafe: false,
        nullableContextOptions: NullableContextOptions.Enable);

    private static readonly Lazy<ImmutableArray<MetadataReference>> References = new(FindReferences);

    /// <summary>Compiles and loads a file.</summary>
    /// <param name="path">Its path, for messages.</param>
    /// <param name="bytes">Its text in UTF-8.</param>
    /// <exception cref="StrategyLoadException">It does not compile or is not deterministic; one line for each error.</exception>
    public static Assembly Compile(string path, byte[] bytes)
    {
        var text = SourceText.From(bytes, bytes.Length, Encoding.UTF8);
        var source = CSharpSyntaxTree.ParseText(text, Parse, path);
        var usings = CSharpSyntaxTree.ParseText(ImplicitUsings, Parse, "ImplicitUsings.cs", Encoding.UTF8);
        var name = Path.GetFileNameWithoutExtension(path);
        var compilation = CSharpCompilation.Create(name, [source, usings], References.Value, Options);
        Refuse(source.GetDiagnostics());
        Refuse(compilation.GetDiagnostics());
        Refuse(DeterminismGuard.Check(compilation.GetSemanticModel(source)));
        return Emit(compilation);
    }

    private static Assembly Emit(CSharpCompilation compilation)
    {
        using var assembly = new MemoryStream();
        using var symbols = new MemoryStream();
        var result = compilation.Emit(assembly, symbols, options: new EmitOptions(debugInformationFormat: DebugInformationFormat.PortablePdb));
        Refuse(result.Diagnostics);
        assembly.Position = symbols.Position = 0;

        // With symbols, an exception in a strategy names file and line.
        return new AssemblyLoadContext(compilation.AssemblyName).LoadFromStream(assembly, symbols);
    }

    private static void Refuse(IEnumerable<Diagnostic> diagnostics)
    {
        var errors = diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error);
        var lines = errors.OrderBy(e => e.Location.SourceSpan.Start).Select(Describe).Distinct().ToList();
        if (lines.Count > MostErrors)
        {
            var more = lines.Count - MostErrors;
            lines.RemoveRange(MostErrors, more);
            lines.Add($"... and {more} more.");
        }

        if (lines.Count > 0)
        {
            throw new StrategyLoadException(string.Join(Environment.NewLine, lines));
        }
    }

    // file.cs(12,5): error CS0103: The name 'x' does not exist in the current context
    private static string Describe(Diagnostic error)
    {
        var start = error.Location.GetLineSpan();
        return $"{start.Path}({start.StartLinePosition.Line + 1},{start.StartLinePosition.Character + 1}): error {error.Id}: {error.GetMessage()}";
    }

    private static ImmutableArray<MetadataReference> FindReferences()
    {
        var trusted = (string?)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES") ?? "";
        return [.. trusted
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Where(path => IsOffered(Path.GetFileNameWithoutExtension(path)))
            .Select(path => (MetadataReference)MetadataReference.CreateFromFile(path))];
    }

    private static bool IsOffered(string assembly) =>
        assembly is "mscorlib" or "netstandard" or "Slipstream.Domain" or "Slipstream.Quant"
        || assembly == "System"
        || assembly.StartsWith("System.", StringComparison.Ordinal);
}
