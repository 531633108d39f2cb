using System.Reflection;
using Slipstream.Domain;

namespace Slipstream.Runtime.StrategyLoading;

/// <summary>Finds and makes the strategy or alpha model in an assembly.</summary>
internal static class StrategyType
{
    /// <summary>Returns the only strategy, or the one named.</summary>
    /// <exception cref="StrategyLoadException">None, several, or none of that name.</exception>
    public static Type In(Assembly assembly, string file, string? typeName)
    {
        var found = Candidates(assembly, file);
        var names = string.Join(", ", found.Select(t => t.FullName));
        var chosen = typeName is null ? found : [.. found.Where(t => t.FullName == typeName || t.Name == typeName)];
        return (found.Count, chosen.Count) switch
        {
            (_, 1) => chosen[0],
            (0, _) => throw new StrategyLoadException(
                $"{file} has no strategy: a class that derives from Strategy or AlphaModel and isn't abstract. 'slipstream new strategy NAME' writes an example."),
            (_, 0) => throw new StrategyLoadException($"{file} has no strategy '{typeName}'.{NameSuggestion.For(typeName!, found.Select(t => t.Name))} It has: {names}."),
            _ => throw new StrategyLoadException($"{file} has {chosen.Count} strategies: {names}. Name one: {file}:{chosen[0].FullName}."),
        };
    }

    /// <summary>Makes an instance with default parameters.</summary>
    /// <exception cref="StrategyLoadException">It has no such constructor, or that threw.</exception>
    public static object Create(Type type, string file)
    {
        if (type.GetConstructor(Type.EmptyTypes) is not { } constructor)
        {
            throw new StrategyLoadException($"{type.Name} in {file} needs a public constructor without parameters: what its user may set goes into [Parameter] properties.");
        }

        try
        {
            return constructor.Invoke(null);
        }
        catch (TargetInvocationException e) when (e.InnerException is { } cause)
        {
            throw new StrategyLoadException($"The constructor of {type.Name} in {file} failed: {cause.Message}", cause);
        }
        catch (Exception e) when (e is FileNotFoundException or TypeLoadException)
        {
            throw Missing(file, e);
        }
    }

    private static List<Type> Candidates(Assembly assembly, string file)
    {
        try
        {
            return [.. assembly.GetTypes()
                .Where(t => t is { IsAbstract: false, IsNested: false, ContainsGenericParameters: false })
                .Where(t => t.IsSubclassOf(typeof(Strategy)) || t.IsSubclassOf(typeof(AlphaModel)))
                .OrderBy(t => t.FullName, StringComparer.Ordinal)];
        }
        catch (ReflectionTypeLoadException e)
        {
            throw Missing(file, e.LoaderExceptions.FirstOrDefault(x => x is not null) ?? e);
        }
        catch (FileNotFoundException e)
        {
            throw Missing(file, e);
        }
    }

    private static StrategyLoadException Missing(string file, Exception e) => new(
        $"{file} needs code that isn't there: {e.Message.Split('\n')[0].Trim()} A strategy's assembly may use Slipstream.Domain, Slipstream.Quant and .NET itself, so that its hash covers all the rest.",
        e);
}
