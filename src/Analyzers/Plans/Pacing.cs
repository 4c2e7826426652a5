using BatchMigrate.Analyzers.Dependence;
using BatchMigrate.Analyzers.Sites;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace BatchMigrate.Analyzers.Plans;

/// <summary>A fixed delay that each iteration makes: it is there to spare the provider, and becomes the batch's pacing.</summary>
/// <param name="Statement">The delay.</param>
/// <param name="Duration">Its duration: a time span, or a number of milliseconds.</param>
internal sealed record Pacing(StatementSyntax Statement, IOperation Duration)
{
    /// <summary>Takes the delay out of the pieces of an iteration.</summary>
    public static Pacing? TakeFrom(Parts parts)
    {
        foreach (var part in parts.All.Where(static p => p.Role is Role.Before or Role.After))
        {
            if (part.Operation is IExpressionStatementOperation statement
                && WaitOf(statement) is { } wait
                && parts.Path[part.Level] is BlockNode
                && part.Level >= parts.InnermostLevel
                && !parts.Path.Take(part.Level).Any(static n => n is TryNode)
                && Invariance.IsInvariant(wait.Arguments[0].Value, parts.Region))
            {
                parts.All.Remove(part);
                return new Pacing((StatementSyntax)statement.Syntax, wait.Arguments[0].Value);
            }
        }

        return null;
    }

    /// <summary>A delay in every iteration that cannot become pacing.</summary>
    public static IOperation? FindOther(Parts parts) =>
        parts.All.Where(static p => p.Role is Role.Before or Role.After).Select(static p => p.Operation).FirstOrDefault(static o => o is IExpressionStatementOperation statement && WaitOf(statement) is not null);

    /// <summary>How long a statement waits that does nothing else.</summary>
    public static IOperation? DurationOf(IOperation statement) => statement is IExpressionStatementOperation wait ? WaitOf(wait)?.Arguments[0].Value : null;

    private static IInvocationOperation? WaitOf(IExpressionStatementOperation statement) =>
        Unwrap(statement.Operation) is IInvocationOperation { TargetMethod.Name: "Delay" or "Sleep", Arguments.Length: > 0 } wait && KnownMethods.Find(wait.TargetMethod) == Effect.Waits ? wait : null;

    private static IOperation Unwrap(IOperation operation) => operation switch
    {
        IAwaitOperation { Operation: var awaited } => Unwrap(awaited),
        IInvocationOperation { TargetMethod.Name: "ConfigureAwait", Instance: { } task } => Unwrap(task),
        _ => operation,
    };
}
