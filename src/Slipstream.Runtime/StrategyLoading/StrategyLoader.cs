using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.Loader;
using System.Text;
using Slipstream.Domain;

namespace Slipstream.Runtime.StrategyLoading;

/// <summary>Loads a strategy by the name of a shipped one, from a single C# file, or from an assembly, and sets its parameters.</summary>
public static class StrategyLoader
{
    /// <summary>Loads a strategy.</summary>
    /// <param name="nameOrPath">A shipped name, <c>FILE.cs</c> or <c>FILE.dll</c>; where a file has several, <c>FILE.dll:TypeName</c>.</param>
    /// <param name="settings">Parameters by name; those not given keep their defaults.</param>
    /// <exception cref="StrategyLoadException">Anything is wrong with it, in words for people.</exception>
    public static LoadedStrategy Load(string nameOrPath, IReadOnlyList<KeyValuePair<string, string>> settings)
    {
        ArgumentNullException.ThrowIfNull(nameOrPath);
        var reference = StrategyReference.Parse(nameOrPath);
        return reference.Kind is { } kind
            ? LoadSource(kind, reference.Name, ReadFile(reference.Name), reference.TypeName, settings)
            : LoadShipped(reference.Name, settings);
    }

    /// <summary>Loads a strategy again from the bytes it was first loaded from; for replay.</summary>
    /// <exception cref="StrategyLoadException">Anything is wrong with it, in words for people.</exception>
    public static LoadedStrategy Load(SourceSnapshot snapshot, IReadOnlyList<KeyValuePair<string, string>> settings)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        return LoadSource(snapshot.Kind, snapshot.Name, snapshot.Bytes.ToArray(), snapshot.TypeName, settings);
    }

    private static LoadedStrategy LoadShipped(string name, IReadOnlyList<KeyValuePair<string, string>> settings)
    {
        var shipped = StrategyCatalog.Find(name) ?? throw StrategyCatalog.Unknown(name);
        var strategy = shipped.Create();
        var parameters = StrategyParameters.Of(name, strategy);
        parameters.Bind(settings);
        _ = MetadataOf(name, strategy);
        return new(strategy, name, VersionHash.OfSource(shipped.ReadSources(), parameters.Canonical()), parameters.Values, null);
    }

    private static LoadedStrategy LoadSource(SourceKind kind, string path, byte[] bytes, string? typeName, IReadOnlyList<KeyValuePair<string, string>> settings)
    {
        var file = Path.GetFileName(path);
        var assembly = kind == SourceKind.CSharp ? Compile(path, bytes) : LoadAssembly(file, bytes);
        var type = StrategyType.In(assembly, file, typeName);
        var instance = StrategyType.Create(type, file);
        var parameters = StrategyParameters.Of(type.Name, instance);
        var strategy = Wrap(instance, parameters, settings);
        var canonical = parameters.Canonical();
        var hash = kind == SourceKind.CSharp
            ? VersionHash.OfSource([Encoding.UTF8.GetString(bytes), type.FullName!], canonical)
            : VersionHash.OfAssembly(bytes, $"{type.FullName}\n{canonical}");
        var snapshot = new SourceSnapshot(kind, file, type.FullName!, bytes);
        return new(strategy, MetadataOf(type.Name, strategy).Name, hash, parameters.Values, snapshot);
    }

    private static Strategy Wrap(object instance, StrategyParameters parameters, IReadOnlyList<KeyValuePair<string, string>> settings)
    {
        var buffer = new AlphaBuffer { Buffer = 0 };
        if (instance is AlphaModel && !parameters.Has(AlphaBuffer.Name))
        {
            buffer = new AlphaBuffer();
            parameters.Add(buffer);
        }

        parameters.Bind(settings);
        return instance is AlphaModel model ? new AlphaStrategy(model, buffer.Buffer) : (Strategy)instance;
    }

    private static StrategyMetadata MetadataOf(string name, Strategy strategy)
    {
        try
        {
            return strategy.Metadata is { Name.Length: > 0 } metadata
                ? metadata
                : throw new StrategyLoadException($"Strategy {name} has no name: its Metadata must give one.");
        }
        catch (Exception e) when (e is not StrategyLoadException)
        {
            throw new StrategyLoadException($"Strategy {name}: {e.Message}", e);
        }
    }

    private static byte[] ReadFile(string path)
    {
        try
        {
            return File.ReadAllBytes(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StrategyLoadException(File.Exists(path) ? $"{path} can't be read: {e.Message}" : $"There is no file {path}.", e);
        }
    }

    // Apart and never inlined: a shipped strategy must not pay for loading the compiler.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Assembly Compile(string path, byte[] bytes) => StrategyCompiler.Compile(path, bytes);

    private static Assembly LoadAssembly(string file, byte[] bytes)
    {
        try
        {
            return new AssemblyLoadContext(file).LoadFromStream(new MemoryStream(bytes));
        }
        catch (BadImageFormatException e)
        {
            throw new StrategyLoadException($"{file} is not a .NET assembly.", e);
        }
    }
}
