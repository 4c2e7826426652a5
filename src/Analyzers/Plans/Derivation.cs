using BatchMigrate.Analyzers.Dependence;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace BatchMigrate.Analyzers.Plans;

/// <summary>What is made of a value: of the answer, which tells a conversation from an accident, or of the loop's item.</summary>
internal sealed class Derivation
{
    private readonly HashSet<ISymbol> derived = new(SymbolEqualityComparer.Default);
    private readonly IOperation? answer;
    private readonly SyntaxNode loop;

    /// <param name="answer">The operation whose value is followed; null where only <paramref name="variables"/> are.</param>
    /// <param name="variables">Variables whose values are followed.</param>
    /// <param name="parts">The pieces that they are followed through.</param>
    /// <param name="loop">The loop that the pieces stand in.</param>
    public Derivation(IOperation? answer, IEnumerable<ISymbol> variables, IEnumerable<Part> parts, SyntaxNode loop)
    {
        this.answer = answer;
        this.loop = loop;
        derived.UnionWith(variables);
        var operations = parts.SelectMany(static p => p.Operation.DescendantsAndSelf()).ToList();
        int before;
        do
        {
            before = derived.Count;
            foreach (var operation in operations)
            {
                Follow(operation);
            }
        }
        while (derived.Count > before);
    }

    /// <summary>Whether what an access writes, or whether it writes at all, depends on the answer.</summary>
    public bool Decide(Access access)
    {
        for (var node = access.Node; node is not null && node != loop; node = node.Parent)
        {
            if (node is StatementSyntax and not BlockSyntax)
            {
                var decisive = node switch
                {
                    IfStatementSyntax @if => @if.Condition,
                    SwitchStatementSyntax @switch => @switch.Expression,
                    WhileStatementSyntax @while => @while.Condition,
                    ForEachStatementSyntax forEach => forEach.Expression,
                    TryStatementSyntax or ForStatementSyntax or UsingStatementSyntax or LockStatementSyntax => null,
                    _ => node,
                };
                if (decisive is not null && IsDerived(decisive))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private void Follow(IOperation operation)
    {
        switch (operation)
        {
            case IVariableDeclaratorOperation { Initializer: { } initializer } declarator when IsDerived(initializer):
                derived.Add(declarator.Symbol);
                break;
            case IAssignmentOperation { Target: ILocalReferenceOperation local } assignment when IsDerived(assignment.Value):
                derived.Add(local.Local);
                break;
            case IAssignmentOperation { Target: IPropertyReferenceOperation { Property.IsIndexer: true, Instance: ILocalReferenceOperation local } } assignment when IsDerived(assignment.Value):
                derived.Add(local.Local);
                break;
            case IAssignmentOperation { Target: IArrayElementReferenceOperation { ArrayReference: ILocalReferenceOperation local } } assignment when IsDerived(assignment.Value):
                derived.Add(local.Local);
                break;
            case IForEachLoopOperation loop when IsDerived(loop.Collection):
                derived.UnionWith(loop.Locals);
                break;
            case IPatternOperation pattern when DeclaredBy(pattern) is { } symbol && IsDerived(Executable.PatternInput(pattern)):
                derived.Add(symbol);
                break;
            case IInvocationOperation { Instance: ILocalReferenceOperation local } invocation when invocation.Arguments.Any(IsDerived):
                derived.Add(local.Local);
                break;
            case IArgumentOperation { Parameter.RefKind: RefKind.Out, Value: var value, Parent: { } call } when Executable.Variable(value) is { } variable && call.ChildOperations.Any(IsDerived):
                derived.Add(variable);
                break;
        }
    }

    private static ISymbol? DeclaredBy(IPatternOperation pattern) => pattern switch
    {
        IDeclarationPatternOperation declaration => declaration.DeclaredSymbol,
        IRecursivePatternOperation recursive => recursive.DeclaredSymbol,
        IListPatternOperation list => list.DeclaredSymbol,
        _ => null,
    };

    /// <summary>Whether a value is made of the followed one.</summary>
    public bool IsDerived(IOperation operation) =>
        operation.DescendantsAndSelf().Any(o => o == answer || (o is ILocalReferenceOperation local && derived.Contains(local.Local)) || (o is IParameterReferenceOperation parameter && derived.Contains(parameter.Parameter)));

    private bool IsDerived(SyntaxNode node) =>
        (answer is not null && node.Span.Contains(answer.Syntax.Span))
        || node.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>().Any(n => derived.Any(d => d.Name == n.Identifier.ValueText));
}
