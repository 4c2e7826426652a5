using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using BatchMigrate.Analyzers.Catalog;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace BatchMigrate.Analyzers.Sites;

/// <summary>A method of source that asks a model.</summary>
/// <param name="Method">The method whose body runs.</param>
/// <param name="Operation">Its declaration as an operation.</param>
/// <param name="Calls">The calls in it that ask: of the catalogue, of another such method, or of a batch.</param>
/// <param name="Kind">What they ask for.</param>
/// <param name="IsCertain">Whether the call names this very method, rather than a member of an interface that it implements.</param>
internal sealed record Helper(IMethodSymbol Method, IOperation Operation, ImmutableArray<IInvocationOperation> Calls, CallKind Kind, bool IsCertain);

/// <summary>Finds out which methods of source ask a model: asked from the side of a loop, and remembered for the life of a compilation.</summary>
internal sealed class Helpers
{
    private static readonly ConditionalWeakTable<Compilation, Helpers> Cache = new();

    private readonly ConcurrentDictionary<(IMethodSymbol Method, int Depth), Helper?> known = new();
    private readonly BoundCatalog catalog;
    private readonly Implementations implementations;

    private Helpers(Compilation compilation)
    {
        catalog = BoundCatalog.For(compilation);
        implementations = Implementations.For(compilation);
    }

    public static Helpers For(Compilation compilation) => Cache.GetValue(compilation, static c => new Helpers(c));

    /// <summary>The helper that a call runs; null where it asks no model, or not within <paramref name="depth"/> calls.</summary>
    public Helper? Find(IMethodSymbol method, int depth)
    {
        if (depth <= 0 || method.MethodKind is not (MethodKind.Ordinary or MethodKind.LocalFunction or MethodKind.ReducedExtension) || !method.Locations.Any(static l => l.IsInSource)
            || implementations.Resolve(method) is not { } body)
        {
            return null;
        }

        if (!known.TryGetValue((body, depth), out var helper))
        {
            helper = known.GetOrAdd((body, depth), Read(body, depth));
        }

        return helper is not null && !SymbolEqualityComparer.Default.Equals(body, (method.ReducedFrom ?? method).OriginalDefinition) ? helper with { IsCertain = false } : helper;
    }

    private Helper? Read(IMethodSymbol method, int depth)
    {
        if (method.DeclaringSyntaxReferences.Length != 1 || method.PartialDefinitionPart is not null)
        {
            return null;
        }

        var syntax = method.DeclaringSyntaxReferences[0].GetSyntax();
        if (!catalog.Compilation.ContainsSyntaxTree(syntax.SyntaxTree) || IsIncomplete(syntax) || IsUnknown(method.ReturnType) || !MayAsk(syntax, method, depth))
        {
            return null;
        }

#pragma warning disable RS1030 // The body may stand in any file; it is asked for only when a call of it stands in a loop, and what is found is kept.
        var operation = catalog.Compilation.GetSemanticModel(syntax.SyntaxTree).GetOperation(syntax);
#pragma warning restore RS1030
        if (operation is not (IMethodBodyOperation or ILocalFunctionOperation))
        {
            return null;
        }

        var calls = operation.DescendantsAndSelf().OfType<IInvocationOperation>().Where(call => Asks(call, depth)).ToImmutableArray();
        return calls.IsEmpty ? null : new Helper(method, operation, calls, KindOf(calls, depth), IsCertain: true);
    }

    /// <summary>Whether somebody is still writing the method: pieces of it would be moved with their errors. A comment may be as it likes.</summary>
    private static bool IsIncomplete(SyntaxNode syntax) => syntax.ContainsDiagnostics && syntax.GetDiagnostics().Any(static d => d.Severity == DiagnosticSeverity.Error);

    /// <summary>Whether nothing can be said of what a method gives, as of a <c>Task&lt;&gt;</c> whose argument is still to be written.</summary>
    private static bool IsUnknown(ITypeSymbol type) =>
        type.TypeKind == TypeKind.Error || (type is INamedTypeSymbol named && (named.IsUnboundGenericType || named.TypeArguments.Any(static a => a.TypeKind == TypeKind.Error)));

    /// <summary>Whether a call asks a model, by itself or through what it calls.</summary>
    private bool Asks(IInvocationOperation call, int depth) =>
        catalog.Find(call.TargetMethod) is not null
        || IsBatch(call.TargetMethod)
        || GivesBatch(call.TargetMethod)
        || (depth > 1 && IsTaskLike(call.TargetMethod.ReturnType) && Find(call.TargetMethod, depth - 1) is not null);

    /// <summary>What calls ask for: answers, unless all ask for the same other thing.</summary>
    private CallKind KindOf(ImmutableArray<IInvocationOperation> calls, int depth)
    {
        var kinds = calls.Select(call => catalog.Find(call.TargetMethod)?.Entry.Kind ?? Find(call.TargetMethod, depth - 1)?.Kind ?? CallKind.Completion).Distinct().ToList();
        return kinds.Count == 1 ? kinds[0] : CallKind.Completion;
    }

    /// <summary>Whether a method sends a batch: what asks for one item may stand on top of it.</summary>
    public static bool IsBatch(IMethodSymbol method) =>
        method is { ContainingType.ContainingNamespace: { Name: CallCatalog.RuntimeNamespace, ContainingNamespace.IsGlobalNamespace: true } }
        && (CallCatalog.BatchMethods.Contains(method.Name) || method.Name is "Run" or "RunAsync");

    /// <summary>Whether a method of source gives the results of a batch: the method for one item may stand on top of it.</summary>
    private static bool GivesBatch(IMethodSymbol method) =>
        (IsTaskLike(method.ReturnType) && method.ReturnType is INamedTypeSymbol { TypeArguments: { Length: 1 } result } ? result[0] : method.ReturnType)
            is { Name: "BatchResult", ContainingNamespace: { Name: CallCatalog.RuntimeNamespace, ContainingNamespace.IsGlobalNamespace: true } };

    public static bool IsTaskLike(ITypeSymbol type) => type is { Name: "Task" or "ValueTask", ContainingNamespace: { Name: "Tasks" } };

    /// <summary>Whether the text of a body names a call of the catalogue or a batch; a task may also come from another method of source.</summary>
    private bool MayAsk(SyntaxNode syntax, IMethodSymbol method, int depth)
    {
        var awaitsOthers = depth > 1 && IsTaskLike(method.ReturnType);
        foreach (var token in syntax.DescendantTokens())
        {
            if (token.IsKind(SyntaxKind.IdentifierToken) && token.Parent is SimpleNameSyntax name
                && (catalog.HasName(token.ValueText) || NamesBatch(token.ValueText) || (awaitsOthers && (token.ValueText.EndsWith("Async", StringComparison.Ordinal) || IsAwaited(name)))))
            {
                return true;
            }
        }

        return false;
    }

    private static bool NamesBatch(string name) =>
        CallCatalog.BatchMethods.Contains(name) || name.EndsWith("Batch", StringComparison.Ordinal) || name.EndsWith("BatchAsync", StringComparison.Ordinal);

    private static bool IsAwaited(SimpleNameSyntax name) =>
        (name.Parent is MemberAccessExpressionSyntax access && access.Name == name ? access : (SyntaxNode)name).Parent is InvocationExpressionSyntax { Parent: AwaitExpressionSyntax };
}
