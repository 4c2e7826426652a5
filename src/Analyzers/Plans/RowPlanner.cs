using System.Runtime.CompilerServices;
using BatchMigrate.Analyzers.Catalog;
using BatchMigrate.Analyzers.Dependence;
using BatchMigrate.Analyzers.Sites;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using CallSite = BatchMigrate.Analyzers.Sites.CallSite;

namespace BatchMigrate.Analyzers.Plans;

/// <summary>Finds the calls in a list of statements that can be one batch: none needs the answer of another one, and nothing between them matters.</summary>
internal sealed class RowPlanner(Row list, Executable executable, BoundCatalog catalog, PlanOptions options)
{
    /// <summary>How many calls behind the first one are looked at, so that the work stays in proportion to the code.</summary>
    private const int Farthest = 16;

    private static readonly ConditionalWeakTable<IOperation, List<RowPlan>> Known = new();

    private readonly Dictionary<(string Client, bool HasOptions), bool> conversations = [];

    /// <summary>The plan whose first call a site is; silence for any other call.</summary>
    public PlanResult PlanOf(CallSite site) =>
        Known.GetValue(list.List, _ => FindAll()).Find(p => p.Sites[0].Invocation == site.Invocation) is { } plan ? plan : PlanResult.Silent;

    private List<RowPlan> FindAll()
    {
        var plans = new List<RowPlan>();
        var calls = list.Statements.SelectMany(static s => s.DescendantsAndSelf()).OfType<IInvocationOperation>()
            .Select(i => SiteFinder.Find(catalog, i, depth: 0, static _ => false)).OfType<CallSite>().Where(s => s.Row?.List == list.List && IsSuitable(s)).OrderBy(static s => s.Invocation.Syntax.SpanStart).ToList();
        var pieces = calls.Count < 2 ? null : new RowPieces(list, executable, catalog, options);
        while (calls.Count > 1)
        {
            var (members, plan) = (new List<CallSite> { calls[0] }, default(RowPlan));
            foreach (var next in calls.Skip(1).Take(Farthest).Where(next => GoesWith(calls[0], next)))
            {
                if (!members.Exists(m => AsksTheSame(m, next)) && !pieces!.Needs(next, members) && pieces.Find([.. members, next]) is { } longer)
                {
                    members.Add(next);
                    plan = longer;
                }
            }

            if (plan is not null && members.Count >= options.MinimumItems)
            {
                plans.Add(plan);
            }

            calls.RemoveAll(members.Contains);
        }

        return plans;
    }

    /// <summary>Whether a call can be one of a batch at all. One whose answer nobody looks at warms something up, or is awaited for its effect.</summary>
    private bool IsSuitable(CallSite site) =>
        site.Call.Entry.HasOwnBatchForm
        && site.Replaced.Parent is not (IExpressionStatementOperation or ISimpleAssignmentOperation { Target: IDiscardOperation })
        && site.Invocation.Arguments.All(a => a.ArgumentKind != ArgumentKind.Explicit || a.Value == site.Receiver || a.Parameter?.Ordinal is { } at && (at == site.Call.Request?.Ordinal || at == site.Call.Options?.Ordinal || at == site.Call.Token?.Ordinal))
        && site.Receiver is { } receiver && IsPlain(receiver)
        && !IsConversation(site);

    /// <summary>The signs are looked for in the whole body: once for each client, with and without options.</summary>
    private bool IsConversation(CallSite site)
    {
        var key = (site.ReceiverSyntax.ToString(), site.Argument(site.Call.Options) is not null);
        return conversations.TryGetValue(key, out var known) ? known : conversations[key] = Conversation.IsMeantToBeSequential(site, executable);
    }

    /// <summary>A client that is named, not made or looked up.</summary>
    private static bool IsPlain(IOperation receiver) => receiver.DescendantsAndSelf().All(static o => o switch
    {
        ILocalReferenceOperation or IParameterReferenceOperation or IFieldReferenceOperation or IInstanceReferenceOperation => true,
        IPropertyReferenceOperation property => property.Arguments.IsEmpty,
        IConversionOperation { OperatorMethod: null } => true,
        _ => false,
    });

    private static bool GoesWith(CallSite first, CallSite next) =>
        (first.Call.Entry.BatchType, first.Call.Entry.BatchMethod, first.IsAsync) == (next.Call.Entry.BatchType, next.Call.Entry.BatchMethod, next.IsAsync)
        && first.ReceiverSyntax.IsEquivalentTo(next.ReceiverSyntax)
        && AreSame(TokenOf(first), TokenOf(next))
        && (first.Call.Entry.RequestType is not null || AreSame(first.ArgumentSyntax(first.Call.Options), next.ArgumentSyntax(next.Call.Options)))
        && Configuration(first) == Configuration(next);

    private static ExpressionSyntax? TokenOf(CallSite site) =>
        site.ArgumentSyntax(site.Call.Token) is { } token && !token.IsKind(SyntaxKind.DefaultLiteralExpression) && token.ToString() != "CancellationToken.None" ? token : null;

    private static string? Configuration(CallSite site) => (site.Replaced as IAwaitOperation)?.Operation is IInvocationOperation { TargetMethod.Name: "ConfigureAwait" } configured
        ? (configured.Syntax as InvocationExpressionSyntax)?.ArgumentList.ToString()
        : null;

    /// <summary>The same question twice is a sample, or a test of a cache or of the client: nobody can tell.</summary>
    private static bool AsksTheSame(CallSite one, CallSite other) =>
        ((InvocationExpressionSyntax)one.Invocation.Syntax).ArgumentList.IsEquivalentTo(((InvocationExpressionSyntax)other.Invocation.Syntax).ArgumentList);

    public static bool AreSame(SyntaxNode? one, SyntaxNode? other) => one is null ? other is null : other is not null && one.IsEquivalentTo(other);
}
