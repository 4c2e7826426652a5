using System.Collections.Immutable;
using BatchMigrate.Analyzers.Sites;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace BatchMigrate.Analyzers.Plans;

/// <summary>A semaphore that lets a fixed number of bodies run at the same time.</summary>
/// <param name="Local">The local that holds it.</param>
/// <param name="Declaration">Where it is made.</param>
/// <param name="Count">How many it lets in.</param>
/// <param name="Statements">The statements and clauses that take and give back a place, and those that dispose of it.</param>
/// <param name="Try">The <c>try</c> that has nothing but a <c>finally</c>, which gives the place back.</param>
internal sealed record Gate(ILocalSymbol Local, LocalDeclarationStatementSyntax Declaration, ExpressionSyntax Count, ImmutableArray<SyntaxNode> Statements, ITryOperation? Try)
{
    /// <summary>The token that ends the wait for a place.</summary>
    public ExpressionSyntax? Token { get; init; }

    /// <summary>What remains of the body where the gate is all that stands around it.</summary>
    public IBlockOperation? Inner { get; init; }

    /// <summary>The semaphore of a fan-out. A misfit is one that also does something else.</summary>
    public static (Gate? Gate, Blocker? Misfit) Find(FanOut fanOut, IOperation root)
    {
        var waits = fanOut.Body.Body.Operations.Where(IsWait).ToList();
        if (fanOut.Gate is { } ahead)
        {
            waits.Insert(0, ahead);
        }

        if (waits.Count == 0)
        {
            return (null, Releases(fanOut.Body.Body).FirstOrDefault() is { } odd ? Other(odd) : null);
        }

        var semaphore = SemaphoreOf(waits[0]);
        if (waits.Count > 1 || semaphore is not ILocalReferenceOperation { Local: var local } || fanOut.IsInside(local) || Made(local, root) is not { } made)
        {
            return (null, Other(waits[0]));
        }

        var (declaration, count) = made;
        var released = fanOut.Body.Body.Operations.OfType<ITryOperation>().FirstOrDefault(t => t.Finally is { Operations: { Length: 1 } last } && IsRelease(last[0], local));
        var statements = new List<SyntaxNode> { waits[0].Syntax };
        statements.AddRange(fanOut.Body.Body.Operations.Where(o => IsRelease(o, local)).Select(static o => o.Syntax));
        statements.AddRange(Mentions.In(root).Of(local).Where(static l => l.Parent is IInvocationOperation { TargetMethod.Name: "Dispose", Parent: IExpressionStatementOperation } dispose && dispose.Instance == l).Select(static l => l.Parent!.Parent!.Syntax));
        if (released is { Catches.IsEmpty: false })
        {
            // The handlers stay.
            statements.Add(released.Finally!.Syntax.Parent!);
        }

        var spans = statements.Append(declaration).Concat(released is null ? [] : [released.Finally!.Syntax]).Select(static n => n.Span).ToList();
        var others = Mentions.In(root).Of(local).FirstOrDefault(l => !spans.Any(s => s.Contains(l.Syntax.Span)));
        if (others is not null || (released is null && !fanOut.Body.Body.Operations.Any(o => IsRelease(o, local))) || (released is not null && fanOut.Body.Body.Operations.Any(o => IsRelease(o, local))))
        {
            return (null, Other(waits[0]));
        }

        var rest = fanOut.Body.Body.Operations.Where(o => !o.IsImplicit && !statements.Contains(o.Syntax)).ToList();
        return (new Gate(local, declaration, count, [.. statements], released is { Catches.IsEmpty: true } ? released : null) { Token = TokenOf(waits[0]), Inner = rest.Count == 1 && rest[0] == released && released!.Catches.IsEmpty ? released!.Body : null }, null);
    }

    private static Blocker Other(IOperation at) => new("a semaphore that is used elsewhere too holds the calls back, and a batch has a limit of its own", at.Syntax.GetLocation());

    private static IEnumerable<IOperation> Releases(IOperation body) =>
        body.DescendantsAndSelf().Where(static o => o is IInvocationOperation { TargetMethod.Name: "Release", Instance.Type.Name: "SemaphoreSlim" });

    private static bool IsWait(IOperation statement) => SemaphoreOf(statement) is not null;

    /// <summary>The semaphore that a statement does nothing but wait for.</summary>
    private static IOperation? SemaphoreOf(IOperation statement)
    {
        var operation = (statement as IExpressionStatementOperation)?.Operation;
        operation = operation is IAwaitOperation await ? await.Operation : operation;
        operation = operation is IInvocationOperation { TargetMethod.Name: "ConfigureAwait" } configured ? configured.Instance : operation;
        return operation is IInvocationOperation { TargetMethod: { Name: "Wait" or "WaitAsync", ContainingType.Name: "SemaphoreSlim" } } wait
            && wait.Arguments.All(static a => a.Parameter?.Type.Name == "CancellationToken") ? wait.Instance : null;
    }

    private static ExpressionSyntax? TokenOf(IOperation wait) =>
        wait.DescendantsAndSelf().OfType<IInvocationOperation>().FirstOrDefault(static i => i.TargetMethod.ContainingType.Name == "SemaphoreSlim")?.Arguments.FirstOrDefault(static a => a.ArgumentKind == ArgumentKind.Explicit)?.Value.Syntax as ExpressionSyntax;

    private static bool IsRelease(IOperation operation, ILocalSymbol local) =>
        operation is IExpressionStatementOperation { Operation: IInvocationOperation { TargetMethod.Name: "Release", Arguments.IsEmpty: true, Instance: ILocalReferenceOperation released } } && Same(released.Local, local);

    /// <summary>The declaration of a local that holds a new semaphore, all of whose places are free.</summary>
    private static (LocalDeclarationStatementSyntax Declaration, ExpressionSyntax Count)? Made(ILocalSymbol local, IOperation root)
    {
        var declarator = Mentions.In(root).DeclaratorOf(local);
        if (declarator?.Initializer?.Value is not { } value || declarator.Syntax.Parent?.Parent is not LocalDeclarationStatementSyntax { Declaration.Variables.Count: 1 } declaration)
        {
            return null;
        }

        value = value is IConversionOperation conversion ? conversion.Operand : value;
        return value is IObjectCreationOperation { Arguments.Length: 1 or 2 } creation
            && creation.Arguments[0].Value.Syntax is ExpressionSyntax count
            && (creation.Arguments.Length == 1 || creation.Arguments[1].Value.Syntax.IsEquivalentTo(count))
            ? (declaration, count)
            : null;
    }

    private static bool Same(ISymbol a, ISymbol b) => SymbolEqualityComparer.Default.Equals(a, b);
}
