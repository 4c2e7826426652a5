using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using BatchMigrate.Analyzers.Catalog;
using Microsoft.CodeAnalysis;
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
    private readonly AskingNames names;

    private Helpers(Compilation compilation)
    {
        catalog = BoundCatalog.For(compilation);
        implementations = Implementations.For(compilation);
        names = new AskingNames(catalog);
    }

    public static Helpers For(Compilation compilation) => Cache.GetValue(compilation, static c => new Helpers(c));

    /// <summary>The helper that a call, or the delegate of one, runs; what is bound already is not bound again.</summary>
    public Helper? Find(IMethodSymbol method, int depth, SemanticModel? bound)
    {
        if (MayAsk(method, depth))
        {
            catalog.Reuse(bound);
            return Find(method, depth);
        }

        return null;
    }

    /// <summary>The helper that a call runs; null where it asks no model, or not within <paramref name="depth"/> calls.</summary>
    public Helper? Find(IMethodSymbol method, int depth)
    {
        if (!MayAsk(method, depth) || implementations.Resolve(method) is not { } body)
        {
            return null;
        }

        if (!known.TryGetValue((body, depth), out var helper))
        {
            helper = known.GetOrAdd((body, depth), Read(body, depth));
        }

        return helper is not null && !SymbolEqualityComparer.Default.Equals(body, (method.ReducedFrom ?? method).OriginalDefinition) ? helper with { IsCertain = false } : helper;
    }

    private bool MayAsk(IMethodSymbol method, int depth) =>
        depth > 0 && method.MethodKind is (MethodKind.Ordinary or MethodKind.LocalFunction or MethodKind.ReducedExtension)
        && (method.MethodKind == MethodKind.LocalFunction || names.MayAsk(method.Name, depth)) && method.Locations.Any(static l => l.IsInSource);

    private Helper? Read(IMethodSymbol method, int depth)
    {
        if (method.DeclaringSyntaxReferences.Length != 1 || method.PartialDefinitionPart is not null)
        {
            return null;
        }

        var syntax = method.DeclaringSyntaxReferences[0].GetSyntax();
        if (!catalog.Compilation.ContainsSyntaxTree(syntax.SyntaxTree) || IsIncomplete(syntax) || IsUnknown(method.ReturnType) || !names.MayAsk(syntax, depth))
        {
            return null;
        }

        var operation = catalog.OperationOf(syntax);
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
        || (depth > 1 && Find(call.TargetMethod, depth - 1) is not null);

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
}
