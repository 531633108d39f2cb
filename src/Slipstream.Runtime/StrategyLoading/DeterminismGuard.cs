using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Slipstream.Runtime.StrategyLoading;

/// <summary>Finds what would make two runs of a strategy differ: clocks, chance, threads, files, static state.</summary>
/// <remarks>It keeps honest people from mistakes. It is no sandbox: replay is the proof.</remarks>
internal static class DeterminismGuard
{
    private const string StaticReason = "static state outlives a run and is shared between runs: make it an instance field, or readonly";

    private static readonly Dictionary<string, BannedCall> Banned = BannedCall.All.ToDictionary(b => b.Name);

    private static readonly SymbolDisplayFormat FullName = new(
        typeQualificationStyle: SymbolDisplayTypeQualificationStyle.NameAndContainingTypesAndNamespaces,
        memberOptions: SymbolDisplayMemberOptions.IncludeContainingType);

    /// <summary>Returns an error for each use.</summary>
    public static IEnumerable<Diagnostic> Check(SemanticModel model)
    {
        foreach (var node in model.SyntaxTree.GetRoot().DescendantNodes())
        {
            var error = node switch
            {
                SimpleNameSyntax { IsVar: false } name => CheckUse(name, name.Identifier.GetLocation(), model),
                FieldDeclarationSyntax field => CheckField(field, model),
                EventFieldDeclarationSyntax field when Is(field.Modifiers, SyntaxKind.StaticKeyword) => Static(field.Declaration.Variables[0].Identifier),
                PropertyDeclarationSyntax property => CheckProperty(property, model),
                AwaitExpressionSyntax await => Error(BannedCall.Concurrency, "await", BannedCall.ThreadsReason, await.AwaitKeyword.GetLocation()),
                LockStatementSyntax @lock => Error(BannedCall.Concurrency, "lock", BannedCall.ThreadsReason, @lock.LockKeyword.GetLocation()),
                _ => null,
            };
            if (error is not null)
            {
                yield return error;
            }
        }
    }

    private static Diagnostic? CheckUse(SyntaxNode node, Location where, SemanticModel model)
    {
        var symbol = model.GetSymbolInfo(node).Symbol;
        if (symbol is IDynamicTypeSymbol)
        {
            return Error(BannedCall.LateBinding, "dynamic", BannedCall.ReflectionReason, where);
        }

        if (symbol is null or INamespaceSymbol || (symbol is INamedTypeSymbol && IsBeforeBannedMember(node, model)))
        {
            return null;
        }

        return BanOf(symbol) is { } ban ? Error(ban.Id, ShortName(symbol), ban.Reason, where) : null;
    }

    // In Environment.TickCount one error is enough, at TickCount, which knows the better reason.
    private static bool IsBeforeBannedMember(SyntaxNode type, SemanticModel model)
    {
        var whole = type.Parent is MemberAccessExpressionSyntax qualified && qualified.Name == type ? qualified : type;
        return whole.Parent is MemberAccessExpressionSyntax access
            && access.Expression == whole
            && model.GetSymbolInfo(access.Name).Symbol is { } member
            && BanOf(member) is not null;
    }

    private static BannedCall? BanOf(ISymbol symbol)
    {
        var original = symbol.OriginalDefinition;
        if (Overridden(original) is { } declared)
        {
            original = declared;
        }

        var direct = true;
        for (ISymbol? part = original is IMethodSymbol { MethodKind: MethodKind.Constructor } constructor ? constructor.ContainingType : original;
            part is not (null or INamespaceSymbol { IsGlobalNamespace: true });
            part = part.ContainingSymbol)
        {
            if (Banned.TryGetValue(part.ToDisplayString(FullName), out var ban) && (!ban.Exact || direct))
            {
                return ban;
            }

            direct = direct && part is not INamespaceSymbol;
        }

        return null;
    }

    // A call of any class's GetHashCode is a call of Object's or String's; records and numbers have their own, which is stable only for numbers.
    private static IMethodSymbol? Overridden(ISymbol symbol)
    {
        var method = symbol as IMethodSymbol;
        while (method?.OverriddenMethod is { } overridden && !method.ContainingType.IsValueType && method.ContainingType.SpecialType != SpecialType.System_String)
        {
            method = overridden;
        }

        return method;
    }

    private static Diagnostic? CheckField(FieldDeclarationSyntax field, SemanticModel model)
    {
        var variable = field.Declaration.Variables[0];
        return model.GetDeclaredSymbol(variable) is IFieldSymbol { IsStatic: true, IsConst: false } symbol && (!symbol.IsReadOnly || IsMutable(symbol.Type))
            ? Static(variable.Identifier)
            : null;
    }

    private static Diagnostic? CheckProperty(PropertyDeclarationSyntax property, SemanticModel model)
    {
        var isAutomatic = property.AccessorList is { } list && list.Accessors.Any(a => a.Body is null && a.ExpressionBody is null);
        return isAutomatic && model.GetDeclaredSymbol(property) is { IsStatic: true } symbol && (symbol.SetMethod is not null || IsMutable(symbol.Type))
            ? Static(property.Identifier)
            : null;
    }

    // A table of constants in an array is common and harmless; a static list or dictionary is there to be changed.
    private static bool IsMutable(ITypeSymbol type) =>
        type.ContainingNamespace?.ToDisplayString() is "System.Collections.Generic" && type.TypeKind == TypeKind.Class;

    private static Diagnostic Static(SyntaxToken name) => Error(BannedCall.StaticState, name.Text, StaticReason, name.GetLocation());

    private static bool Is(SyntaxTokenList modifiers, SyntaxKind kind) => modifiers.Any(kind);

    private static string ShortName(ISymbol symbol) => symbol is INamedTypeSymbol || symbol.ContainingType is null
        ? symbol.Name
        : symbol is IMethodSymbol { MethodKind: MethodKind.Constructor } ? symbol.ContainingType.Name : $"{symbol.ContainingType.Name}.{symbol.Name}";

    private static Diagnostic Error(string id, string what, string reason, Location where) =>
        Diagnostic.Create(new DiagnosticDescriptor(id, what, "{0} can't be used in a strategy: {1}.", "Determinism", DiagnosticSeverity.Error, true), where, what, reason);
}
