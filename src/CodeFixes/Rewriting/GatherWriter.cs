using BatchMigrate.Analyzers.Catalog;
using BatchMigrate.Analyzers.Plans;
using BatchMigrate.Analyzers.Sites;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;

namespace BatchMigrate.CodeFixes.Rewriting;

/// <summary>Writes a loop that keeps requests where it kept tasks, and the batch behind it.</summary>
internal sealed class GatherWriter(GatherPlan plan, SyntaxNode root, SourceText text, SemanticModel model, NameAllocator names)
{
    private readonly GatheredTasks gathered = plan.Gathered;
    private readonly SourceSlices slices = new(root, text);
    private readonly List<TextChange> changes = [];

    private HelperCallWriter? helper;

    private bool IsValue => plan.Site.Call.Shape == RequestShape.Value;

    /// <summary>The changes of text that execute the plan.</summary>
    public IReadOnlyList<TextChange> Write()
    {
        var tasks = gathered.Tasks;
        var place = tasks.Declaration;
        var layout = new Layout(gathered.Loop.Syntax, gathered.Loop.Body.Syntax as BlockSyntax, slices);
        var messages = new MessageWriter(plan.Site, slices, layout.LineBreak);
        helper = plan.Helper is { } form ? new HelperCallWriter(plan.Site, form, layout) : null;
        var isDictionary = gathered.Made.Type?.Name == "Dictionary";
        var requests = helper is not null ? names.Take(place, names.IsFree(place, helper.ListName) ? helper.ListName : "inputs") : names.Take(place, isDictionary && !IsValue ? "messagesByKey" : ListNames.Of(plan.Site.Call) + (isDictionary ? "ByKey" : string.Empty));
        var batch = names.Take(place, "batch");

        Replace(tasks.Declaration.Declaration.Span, $"var {requests} = {Made()}");
        var invocation = (InvocationExpressionSyntax)plan.Site.Invocation.Syntax;
        var indent = slices.IndentAt(invocation.SpanStart);
        Replace(Collection().Span, requests);
        Replace(invocation.Span, helper is not null ? helper.Arguments(indent) : IsValue ? messages.Argument(plan.Site.Call.Request!, indent)! : messages.Messages(indent));
        if (plan.Pacing is { } pacing)
        {
            var first = text.Lines.GetLineFromPosition(pacing.Statement.SpanStart);
            Replace(TextSpan.FromBounds(first.Start, text.Lines.GetLineFromPosition(pacing.Statement.Span.End).EndIncludingLineBreak), string.Empty);
        }

        var outer = slices.IndentAt(gathered.Loop.Syntax.SpanStart);
        var lines = new List<string> { string.Empty, $"var {batch} = {Call(layout, messages, isDictionary ? requests + ".Values" : requests, outer)};" };
        var items = batch;
        if (isDictionary && !tasks.Uses.IsEmpty)
        {
            items = names.Take(place, "items");
            lines.Add($"var {items} = {requests}.Keys.Zip({batch}).ToDictionary();");
        }

        var next = FanOutFinder.Next((StatementSyntax)gathered.Loop.Syntax);
        if (next is not null && tasks.Joins.Any(j => j.Syntax.FirstAncestorOrSelf<StatementSyntax>() == next && j.Syntax.SpanStart > next.SpanStart))
        {
            // The batch stands where it is waited for.
            Replace(new TextSpan(next.SpanStart, 0), string.Concat(lines.Skip(1).Select(l => l + layout.LineBreak + outer)));
        }
        else if (next is not null && tasks.Joins.FirstOrDefault(j => j.Syntax.Parent == next) is { } first)
        {
            Replace(next.Span, string.Concat(lines.Skip(1).Select(l => l + layout.LineBreak + outer)) + batch + ".ThrowIfFailed();");
            tasks = tasks with { Joins = tasks.Joins.Remove(first) };
        }
        else
        {
            Replace(new TextSpan(gathered.Loop.Syntax.Span.End, 0), layout.LineBreak + string.Join(layout.LineBreak, lines.Select(l => l.Length == 0 ? l : outer + l)));
        }

        foreach (var join in tasks.Joins)
        {
            Replace(Hoisting.Outermost(join.Syntax).Span, batch + (join.Syntax.Parent is ExpressionStatementSyntax ? ".ThrowIfFailed()" : ".GetResponses()"));
        }

        new TaskUseWriter(tasks, model).Write(items, changes);
        return changes;
    }

    private string Call(Layout layout, MessageWriter messages, string source, string indent)
    {
        if (helper is not null && plan.Helper is not OverlapForm)
        {
            return $"await {helper.BatchCall(source, indent)}{Configured()}";
        }

        var arguments = new List<string> { source };
        if (helper is not null)
        {
            arguments.Add(helper.Lambda(null, names.Take(gathered.Loop.Syntax, "ct"), indent));
        }

        if (plan.Options is { } options && !options.IsKind(SyntaxKind.NullLiteralExpression) && !options.IsKind(SyntaxKind.DefaultLiteralExpression))
        {
            var written = slices.Expression(options, indent, layout.LineBreak);
            arguments.Add(options is ImplicitObjectCreationExpressionSyntax ? $"{plan.Site.Call.Options!.Name}: {written}" : written);
        }

        if (plan.Pacing is { } pacing)
        {
            var duration = slices.Expression(pacing.Duration.Syntax, indent, layout.LineBreak);
            arguments.Add($"{(helper is null ? "batchOptions" : "options")}: new global::{CallCatalog.BatchOptionsType} {{ Pacing = {(pacing.Duration.Type?.SpecialType == SpecialType.System_Int32 ? $"{TypeNames.TimeSpan}.FromMilliseconds({duration})" : duration)} }}");
        }

        if (plan.Token is { } token && token.ToString() is not ("default" or "CancellationToken.None"))
        {
            arguments.Add($"cancellationToken: {slices.Expression(token, indent, layout.LineBreak)}");
        }

        var target = helper is null ? $"{messages.Receiver(indent)}.{plan.Site.Call.Entry.BatchMethod}" : $"global::{CallCatalog.BatchType}.RunAsync";
        return "await " + layout.Arguments(target, arguments, indent) + Configured();
    }

    private string? Configured() =>
        gathered.Tasks.Joins.Select(static j => j.Syntax).OfType<AwaitExpressionSyntax>().Select(static a => a.Expression).OfType<InvocationExpressionSyntax>()
            .Where(static i => i.Expression is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ConfigureAwait" }).Select(static i => $".ConfigureAwait{i.ArgumentList}").FirstOrDefault();

    private SyntaxNode Collection() => gathered.Putting switch
    {
        IInvocationOperation { Instance: { } instance } => instance.Syntax,
        ISimpleAssignmentOperation { Target: IArrayElementReferenceOperation element } => element.ArrayReference.Syntax,
        var assignment => ((IPropertyReferenceOperation)((ISimpleAssignmentOperation)assignment).Target).Instance!.Syntax,
    };

    /// <summary>The new collection, of requests.</summary>
    private string Made()
    {
        var element = helper is not null ? helper.ElementType : IsValue ? TypeNames.Of(plan.Site.RequestType) : $"{TypeNames.Enumerable}<{TypeNames.Of(plan.Site.Call.MessageType!)}>";
        switch (gathered.Made)
        {
            case IArrayCreationOperation array:
                return $"new {element}[{array.DimensionSizes[0].Syntax}]";
            case { Type: INamedTypeSymbol { Name: "Dictionary" } dictionary }:
                return $"new global::System.Collections.Generic.Dictionary<{TypeNames.Of(dictionary.TypeArguments[0])}, {element}>{Arguments()}";
            default:
                return $"new {TypeNames.List}<{element}>{Arguments()}";
        }
    }

    private string Arguments() => gathered.Made.Syntax is BaseObjectCreationExpressionSyntax { ArgumentList: { } arguments } ? arguments.ToString() : "()";

    private void Replace(TextSpan span, string with) => changes.Add(new TextChange(span, with));
}
