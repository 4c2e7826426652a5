using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace BatchMigrate.Analyzers.Sites;

/// <summary>How the code gets at what an asynchronous call gives: it awaits a task, or reads a stream.</summary>
/// <param name="Whole">What runs for an item: the call, or what gathers the call's stream into one result.</param>
/// <param name="Replaced">What a result takes the place of: the await, or the collection of an <c>await foreach</c>.</param>
/// <param name="Token">The token that a stream is read with.</param>
internal sealed record Consumption(IInvocationOperation Whole, IOperation Replaced, IOperation? Token)
{
    /// <summary>What reads a stream to its end, or as far as it has to, and gives one result.</summary>
    private static readonly ImmutableHashSet<string> Gatherers =
        ["ToListAsync", "ToArrayAsync", "FirstAsync", "FirstOrDefaultAsync", "SingleAsync", "SingleOrDefaultAsync", "LastAsync", "LastOrDefaultAsync", "AnyAsync", "CountAsync"];

    /// <summary>Null where the task or the stream goes elsewhere.</summary>
    public static Consumption? Of(IInvocationOperation call) =>
        IsStream(call.TargetMethod.ReturnType) ? OfStream(call)
        : SiteFinder.AwaitOf(call) is { } awaited ? new Consumption(call, awaited, null)
        : null;

    public static bool IsStream(ITypeSymbol type) => type is INamedTypeSymbol { Name: "IAsyncEnumerable", TypeArguments.Length: 1, ContainingNamespace: { Name: "Generic", ContainingNamespace.Name: "Collections" } };

    private static Consumption? OfStream(IInvocationOperation call)
    {
        IOperation? token = null;
        for (IOperation current = call; ;)
        {
            var parent = current.Parent;
            while (parent is IConversionOperation { IsImplicit: true })
            {
                (current, parent) = (parent, parent.Parent);
            }

            if (parent is IForEachLoopOperation { IsAsynchronous: true } loop && loop.Collection == current)
            {
                return new Consumption(call, current, token);
            }

            var reader = parent is IInvocationOperation instance && instance.Instance == current ? instance
                : parent is IArgumentOperation { Parent: IInvocationOperation { TargetMethod.IsExtensionMethod: true } extension } && extension.Arguments[0] == parent ? extension
                : null;
            if (reader is null)
            {
                return null;
            }

            foreach (var argument in reader.Arguments.Where(a => a != parent && a.ArgumentKind != ArgumentKind.DefaultValue))
            {
                if (argument.Parameter?.Type.Name == "CancellationToken" && (token is null || token.Syntax.IsEquivalentTo(argument.Value.Syntax)))
                {
                    token = argument.Value;
                }
                else if (!argument.Value.ConstantValue.HasValue)
                {
                    return null;
                }
            }

            if (reader.TargetMethod is { Name: "WithCancellation" or "ConfigureAwait", ContainingType.Name: "TaskAsyncEnumerableExtensions" or "ConfiguredCancelableAsyncEnumerable" })
            {
                current = reader;
            }
            else
            {
                return current == call && reader.TargetMethod.ContainingType.Name == "AsyncEnumerable" && Gatherers.Contains(reader.TargetMethod.Name) && SiteFinder.AwaitOf(reader) is { } awaited
                    ? new Consumption(reader, awaited, token)
                    : null;
            }
        }
    }
}
