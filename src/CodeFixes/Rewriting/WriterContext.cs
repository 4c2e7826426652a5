using BatchMigrate.Analyzers.Plans;
using BatchMigrate.Analyzers.Sites;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace BatchMigrate.CodeFixes.Rewriting;

/// <summary>What the writers of one site share: the source, the names, and the user's layout.</summary>
internal sealed class WriterContext : Layout
{
    private readonly BatchPlan plan;
    private readonly NameAllocator names;
    private readonly SyntaxNode loop;
    private readonly Dictionary<string, string> taken = [];
    private string? item;

    public WriterContext(BatchPlan plan, SourceSlices slices, SemanticModel model, NameAllocator names)
        : base(plan.Loop.Syntax, plan.Loop.Body.Syntax as BlockSyntax, slices)
    {
        this.plan = plan;
        this.names = names;
        Model = model;
        loop = plan.Loop.Syntax;
    }

    public SemanticModel Model { get; }

    public LanguageVersion LanguageVersion => ((CSharpParseOptions)loop.SyntaxTree.Options).LanguageVersion;

    public string Pending => Take("pending");

    public string Requests => Take(plan.Helper is { } helper ? FreeList(ListNames.Of(plan.Site, helper)) : plan.OptionsPerItem ? "requests" : ListNames.Of(plan.Site.Call));

    /// <summary>The plural, where nothing has that name yet: often the source has.</summary>
    private string FreeList(string plural) => taken.ContainsKey(plural) || names.IsFree(loop, plural) ? plural : "inputs";

    public string Batch => Take(GivesPlainResults ? "results" : "batch");

    public string Item => item ??= NamedResult is { } named ? named.Declaration.Variables[0].Identifier.Text : NameAllocator.ForLoop(loop, Model, GivesPlainResults ? "result" : "item");

    /// <summary>The declaration that does nothing but give a plain result its name: then the loop over the results gives it that name.</summary>
    public LocalDeclarationStatementSyntax? NamedResult =>
        GivesPlainResults && plan is { KeepsSkipped: false, Walk: not WalkForm.Index } && !plan.Path.Any(static n => n is TryNode)
        && plan.Path[plan.Path.Length - 1].Operation is IVariableDeclarationGroupOperation { Syntax: LocalDeclarationStatementSyntax { UsingKeyword.RawKind: 0, Declaration: { Type.IsVar: true, Variables: { Count: 1 } variables } } declaration } group
        && variables[0].Initializer?.Value == plan.Site.Replaced.Syntax && !declaration.GetLeadingTrivia().Concat(declaration.GetTrailingTrivia()).Any(IsComment)
        && !IsWritten(group.Declarations[0].Declarators[0].Symbol)
            ? declaration
            : null;

    private bool IsWritten(ILocalSymbol local) => plan.Loop.Descendants().Any(o => o switch
    {
        IAssignmentOperation { Target: ILocalReferenceOperation target } => SymbolEqualityComparer.Default.Equals(target.Local, local),
        IIncrementOrDecrementOperation { Target: ILocalReferenceOperation target } => SymbolEqualityComparer.Default.Equals(target.Local, local),
        IArgumentOperation { Parameter.RefKind: not RefKind.None, Value: ILocalReferenceOperation target } => SymbolEqualityComparer.Default.Equals(target.Local, local),
        IDeconstructionAssignmentOperation deconstruction => deconstruction.Target.DescendantsAndSelf().Any(t => t is ILocalReferenceOperation target && SymbolEqualityComparer.Default.Equals(target.Local, local)),
        _ => false,
    });

    private bool GivesPlainResults => plan.Helper is SiblingForm { GivesItems: false } or ListForm { Call.Result: null };

    /// <summary>What stands for the awaited call in the second half.</summary>
    public string Answer => (plan.Walk == WalkForm.Index ? $"{Batch}[{Identifiers.Write(plan.Loop.Locals[0].Name)}]" : Item) + (GivesPlainResults ? string.Empty : plan.Helper is ListForm list ? "." + list.Call.Result : ".Response");

    public string Take(string wanted)
    {
        if (!taken.TryGetValue(wanted, out var name))
        {
            taken[wanted] = name = names.Take(loop, wanted);
        }

        return name;
    }

    /// <summary>Comments on the delay that becomes the batch's pacing, as lines above the batch.</summary>
    public IEnumerable<CodeLine> CommentsOfPacing(string indent) =>
        plan.Pacing is { } pacing ? pacing.Statement.GetLeadingTrivia().Concat(pacing.Statement.GetTrailingTrivia()).Where(IsComment).Select(t => new CodeLine(indent + t.ToString(), false)) : [];

    /// <summary>Comments within the call that stand in none of the pieces that are written again.</summary>
    public IEnumerable<CodeLine> CommentsOfCall(string indent)
    {
        if (plan.Helper is not null)
        {
            // The call is written again as a whole.
            return [];
        }

        var invocation = (InvocationExpressionSyntax)plan.Site.Invocation.Syntax;
        var kept = invocation.ArgumentList.Arguments.Select(static a => a.Expression).Append(plan.Site.ReceiverSyntax).Select(static e => e.Span).ToList();
        return plan.Site.Replaced.Syntax.DescendantTrivia()
            .Where(t => IsComment(t) && plan.Site.Replaced.Syntax.Span.Contains(t.Span) && !kept.Any(k => k.Contains(t.Span)))
            .Select(t => new CodeLine(indent + t.ToString(), false));
    }

    /// <summary>The indentation of the statements in a loop's body, when the loop stands at <paramref name="indent"/>.</summary>
    public string Inner(string indent) => indent + IndentStep;

    /// <summary>A loop's or an if's text up to its body.</summary>
    public List<CodeLine> HeaderOf(ILoopOperation loopOperation, string indent)
    {
        var body = loopOperation.Body.Syntax;
        return Header(loopOperation.Syntax, body, indent);
    }
}
