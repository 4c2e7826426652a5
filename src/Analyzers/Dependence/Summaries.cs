using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using BatchMigrate.Analyzers.Catalog;
using BatchMigrate.Analyzers.Sites;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace BatchMigrate.Analyzers.Dependence;

/// <summary>What a method of source does, in the words of its caller: roots are its parameters, its instance, statics and the world.</summary>
/// <param name="Accesses">What it reads and writes that outlives it.</param>
/// <param name="Returns">The places that name what it returns.</param>
/// <param name="AsksPerson">Whether it waits for a person.</param>
internal sealed record Summary(ImmutableArray<Access> Accesses, ImmutableArray<Place> Returns, bool AsksPerson);

/// <summary>Summaries of source methods, computed on demand and kept for the life of a compilation.</summary>
internal sealed class Summaries
{
    /// <summary>How many calls deep a body is followed.</summary>
    private const int Deepest = 4;

    private static readonly ConditionalWeakTable<Compilation, Summaries> Cache = new();

    private readonly ConcurrentDictionary<(IMethodSymbol Method, int Depth), Summary?> known = new();
    private readonly ConcurrentDictionary<ISymbol, ImmutableArray<IOperation>> initial = new(SymbolEqualityComparer.Default);
    private readonly BoundCatalog catalog;

    private Summaries(Compilation compilation) => catalog = BoundCatalog.For(compilation);

    public static Summaries For(Compilation compilation) => Cache.GetValue(compilation, static c => new Summaries(c));

    /// <summary>What the catalogue knows of a method; null where it is none of its calls.</summary>
    public SingleCall? CallOf(IMethodSymbol method) => catalog.Find(method);

    public bool IsModelCall(IMethodSymbol method) => CallOf(method) is not null;

    /// <summary>The summary of a method whose body is certain and in this compilation; null otherwise.</summary>
    public Summary? Find(IMethodSymbol method, int depth)
    {
        method = (method.ReducedFrom ?? method).OriginalDefinition;
        if (depth >= Deepest || !Implementations.IsCertain(method))
        {
            return null;
        }

        return known.GetOrAdd((method, depth), key => Summarise(key.Method, key.Depth + 1));
    }

    /// <summary>What a field or property is given where it is declared and in constructors; for a property that is computed, what it gives.</summary>
    public ImmutableArray<IOperation> InitialValuesOf(ISymbol member) => initial.GetOrAdd(member, _ => [.. ReadInitialValues(member)]);

    private IEnumerable<IOperation> ReadInitialValues(ISymbol member)
    {
        foreach (var declaration in member.DeclaringSyntaxReferences.Select(static r => r.GetSyntax()).Where(d => catalog.Compilation.ContainsSyntaxTree(d.SyntaxTree)))
        {
            var values = new List<SyntaxNode?>
            {
                declaration switch
                {
                    VariableDeclaratorSyntax variable => variable.Initializer?.Value,
                    PropertyDeclarationSyntax property => property.Initializer?.Value ?? property.ExpressionBody?.Expression,
                    _ => null,
                },
            };
            values.AddRange((declaration.FirstAncestorOrSelf<TypeDeclarationSyntax>()?.Members.OfType<ConstructorDeclarationSyntax>() ?? []).SelectMany(static c => c.DescendantNodes()).OfType<AssignmentExpressionSyntax>()
                .Where(a => (a.Left as SimpleNameSyntax ?? (a.Left as MemberAccessExpressionSyntax)?.Name)?.Identifier.ValueText == member.Name).Select(static a => a.Right));
            foreach (var value in values.OfType<SyntaxNode>())
            {
                if (catalog.OperationOf(value) is { } operation)
                {
                    yield return operation;
                }
            }
        }
    }

    private Summary? Summarise(IMethodSymbol method, int depth)
    {
        if (method.DeclaringSyntaxReferences.Length != 1)
        {
            return null;
        }

        var syntax = method.DeclaringSyntaxReferences[0].GetSyntax();
        if (!catalog.Compilation.ContainsSyntaxTree(syntax.SyntaxTree) || !HasBody(syntax))
        {
            return null;
        }

        var operation = catalog.OperationOf(syntax);
        if (operation is ILocalFunctionOperation { Body: { } body })
        {
            operation = body;
        }

        if (operation is null)
        {
            return null;
        }

        var origins = new Origins(new Executable(operation), null, this, depth);
        var collector = new AccessCollector(origins, this);
        collector.Visit(operation);
        var returns = operation.DescendantsAndSelf().OfType<IReturnOperation>().SelectMany(r => origins.ObjectOf(r.ReturnedValue)).Distinct();
        return new Summary([.. collector.Accesses.Where(a => Outlives(a.Place, method, syntax))], [.. returns], collector.AsksPerson);
    }

    private static bool Outlives(Place place, IMethodSymbol method, SyntaxNode body) => place.Root switch
    {
        // A local function and the locals that it sees may stand in a lambda.
        ILocalSymbol local => !local.DeclaringSyntaxReferences.Any(r => body.SyntaxTree == r.SyntaxTree && body.Span.Contains(r.Span)),
        IParameterSymbol parameter => !place.Path.IsEmpty || !SymbolEqualityComparer.Default.Equals(parameter.ContainingSymbol, method),
        SyntaxNode or World.Reader => false,
        _ => true,
    };

    private static bool HasBody(SyntaxNode syntax) => syntax switch
    {
        BaseMethodDeclarationSyntax method => method.Body is not null || method.ExpressionBody is not null,
        LocalFunctionStatementSyntax local => local.Body is not null || local.ExpressionBody is not null,
        AccessorDeclarationSyntax accessor => accessor.Body is not null || accessor.ExpressionBody is not null,
        ArrowExpressionClauseSyntax => true,
        _ => false,
    };
}
