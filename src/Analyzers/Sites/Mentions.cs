using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace BatchMigrate.Analyzers.Sites;

/// <summary>Where a body names its locals and parameters: looked up once, for all the calls that stand in it.</summary>
internal sealed class Mentions
{
    private static readonly ConditionalWeakTable<IOperation, Mentions> Cache = new();

    private readonly Dictionary<ISymbol, List<IOperation>> references = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<ISymbol, IVariableDeclaratorOperation> declarators = new(SymbolEqualityComparer.Default);

    private Mentions(IOperation root)
    {
        foreach (var operation in root.DescendantsAndSelf())
        {
            switch (operation)
            {
                case ILocalReferenceOperation local:
                    Add(local.Local, local);
                    break;
                case IParameterReferenceOperation parameter:
                    Add(parameter.Parameter, parameter);
                    break;
                case IVariableDeclaratorOperation declarator when !declarators.ContainsKey(declarator.Symbol):
                    declarators.Add(declarator.Symbol, declarator);
                    break;
            }
        }
    }

    /// <summary>The mentions in a body.</summary>
    /// <param name="root">The operation that stands above all others.</param>
    public static Mentions In(IOperation root) => Cache.GetValue(root, static r => new Mentions(r));

    /// <summary>The references to a local or parameter, in the order of the code.</summary>
    public IReadOnlyList<IOperation> Of(ISymbol variable) => references.TryGetValue(variable, out var found) ? found : [];

    /// <summary>The declaration of a local; null where it is not declared by a declarator.</summary>
    public IVariableDeclaratorOperation? DeclaratorOf(ISymbol local) => declarators.TryGetValue(local, out var declarator) ? declarator : null;

    /// <summary>The operation that stands above all others.</summary>
    public static IOperation RootOf(IOperation operation)
    {
        while (operation.Parent is { } parent)
        {
            operation = parent;
        }

        return operation;
    }

    private void Add(ISymbol variable, IOperation reference) =>
        (references.TryGetValue(variable, out var found) ? found : references[variable] = []).Add(reference);
}
