using BatchMigrate.Analyzers.Plans;
using BatchMigrate.Analyzers.Sites;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace BatchMigrate.CodeFixes.Rewriting;

/// <summary>Writes the batch that takes a fan-out's place, and what becomes of the statements around it.</summary>
internal sealed class FanOutWriter
{
    /// <summary>A batch and what reads it stand in two statements where they would be longer.</summary>
    private const int LongestLine = 110;

    private readonly FanOutPlan plan;
    private readonly FanOut fanOut;
    private readonly SourceSlices slices;
    private readonly SourceText text;
    private readonly Layout layout;
    private readonly NameAllocator names;
    private readonly SemanticModel model;
    private readonly FanOutCallWriter calls;
    private readonly SyntaxNode place;
    private readonly List<TextChange> changes = [];
    private string? batch;

    private FanOutWriter(FanOutPlan plan, SyntaxNode root, SourceText text, SemanticModel model, NameAllocator names)
    {
        this.model = model;
        this.plan = plan;
        this.text = text;
        this.names = names;
        fanOut = plan.FanOut;
        slices = new SourceSlices(root, text);
        place = fanOut.Taker.Syntax.FirstAncestorOrSelf<SyntaxNode>(static n => n is StatementSyntax or MemberDeclarationSyntax)!;
        layout = new Layout(place, place.FirstAncestorOrSelf<BlockSyntax>(), slices);
        calls = new FanOutCallWriter(plan, layout);
    }

    /// <summary>The changes of text that execute the plan.</summary>
    public static IReadOnlyList<TextChange> Write(FanOutPlan plan, SyntaxNode root, SourceText text, SemanticModel model, NameAllocator names)
    {
        var writer = new FanOutWriter(plan, root, text, model, names);
        foreach (var statement in plan.Unneeded.Concat(plan.Gate?.Statements.Where(s => !plan.FanOut.Body.Syntax.Span.Contains(s.Span) && plan.FanOut.Loop?.Syntax.Span.Contains(s.Span) != true).OfType<StatementSyntax>() ?? []))
        {
            writer.Remove(statement);
        }

        if (plan.FanOut.Join is null)
        {
            writer.WriteKept();
        }
        else
        {
            writer.WriteJoined();
        }

        return writer.changes;
    }

    private string Batch => batch ??= names.Take(place, "batch");

    /// <summary>The tasks are asked one by one: the batch stands where they stood.</summary>
    private void WriteKept()
    {
        var tasks = fanOut.Tasks!;
        var indent = slices.IndentAt(tasks.Declaration.SpanStart);
        var source = Source(indent, out var lines);
        var (call, reader) = calls.Write(source, indent, Configured(tasks.Joins.FirstOrDefault()?.Syntax));
        if (reader.Length > 0 && (call.Length + reader.Length > LongestLine || call.Contains(layout.LineBreak)))
        {
            var responses = names.Take(place, "responses");
            lines.Add($"var {responses} = {call};");
            lines.Add($"var {Batch} = {responses}{reader};");
        }
        else
        {
            lines.Add($"var {Batch} = {(reader.Length == 0 ? call : $"({call}){reader}")};");
        }

        var collection = Batch;
        if (fanOut.Key is { } key)
        {
            collection = names.Take(place, tasks.Local.Name == "items" ? "itemsByKey" : "items");
            lines.Add($"var {collection} = {source}.Select({slices.Expression(key.Syntax, indent, layout.LineBreak)}).Zip({Batch}).ToDictionary();");
        }

        Replace(tasks.Declaration.Span, string.Join(layout.LineBreak + indent, lines));
        foreach (var join in tasks.Joins)
        {
            var end = join.Syntax.Parent is ExpressionStatementSyntax ? ".ThrowIfFailed()" : ".GetResponses()";
            Replace(Hoisting.Outermost(join.Syntax).Span, Batch + end);
        }

        new TaskUseWriter(tasks, model).Write(collection, changes);
    }

    /// <summary>One statement waits for all: the batch stands before it or in it.</summary>
    private void WriteJoined()
    {
        var join = Hoisting.Outermost(fanOut.Join!.Syntax);
        var statement = join.FirstAncestorOrSelf<StatementSyntax>();
        var start = plan.Start;
        var indent = slices.IndentAt((start ?? join).SpanStart);
        var source = Source(indent, out var lines);
        var (call, reader) = calls.Write(source, indent, Configured(fanOut.Join.Syntax));
        var isEarly = start != statement;
        string value;
        if ((reader.Length == 0 && !isEarly && !call.Contains(layout.LineBreak)) || start is null)
        {
            value = $"{(call.StartsWith("await ", StringComparison.Ordinal) ? $"({call})" : call)}{reader}{End(join)}";
        }
        else
        {
            lines.AddRange(CommentsOf(plan.Chunks?.DelayStatement));
            lines.Add($"var {Batch} = {call};");
            value = $"{Batch}{reader}{End(join)}";
        }

        var separator = layout.LineBreak + indent;
        if (plan.Chunks is not null)
        {
            // The statement that waited for a chunk now stands for all of them.
            var inner = slices.Expression(statement!, indent, layout.LineBreak, [SliceEdit.Replace(join.Span, value)]);
            lines.Add(inner);
            Replace(start!.Span, string.Join(separator, lines));
            return;
        }

        if (start is not null && isEarly)
        {
            // What stood between the start of the tasks and their join was a blank line at most.
            var isDirect = statement is not null && FanOutFinder.Next((StatementSyntax)start) == statement && string.IsNullOrWhiteSpace(text.ToString(TextSpan.FromBounds(start.Span.End, statement.SpanStart)));
            Replace(isDirect ? TextSpan.FromBounds(start.SpanStart, statement!.SpanStart) : start.Span, string.Join(separator, lines) + (isDirect ? separator : string.Empty));
        }
        else if (lines.Count > 0)
        {
            var before = TextSpan.FromBounds(statement!.SpanStart, join.SpanStart);
            Replace(TextSpan.FromBounds(before.Start, join.Span.End), string.Join(separator, lines) + separator + text.ToString(before) + value);
        }

        if (fanOut.Tasks is { } kept && (fanOut.Loop is not null || start == statement))
        {
            Remove(kept.Declaration);
        }

        if (start is null || isEarly || lines.Count == 0)
        {
            Replace(join.Span, value);
        }
    }

    /// <summary>The items as the batch takes them; a line before it, where they have to be put into a list.</summary>
    private string Source(string indent, out List<string> lines)
    {
        lines = [];
        var source = calls.Source(indent);
        if (!plan.ListsItems)
        {
            return source;
        }

        var list = names.Take(place, "items");
        lines.Add(Parts.WithoutConversion(plan.Source).Syntax is CollectionExpressionSyntax && fanOut.Item is IParameterSymbol item
            ? $"{TypeNames.List}<{TypeNames.Of(item.Type)}> {list} = {source};"
            : $"var {list} = {(calls.IsSimple ? source : $"({source})")}.ToList();");
        return list;
    }

    /// <summary>What is done with the outcome: its responses, or only its exceptions.</summary>
    private string End(SyntaxNode join)
    {
        var isStatement = join.Parent is ExpressionStatementSyntax or ArrowExpressionClauseSyntax or LambdaExpressionSyntax && !fanOut.HasResult;
        return fanOut.Kind switch
        {
            JoinKind.Parallel => ".ThrowAllIfFailed()",
            JoinKind.Query => ".ThrowAllIfFailed().GetResponses()" + (fanOut.Join is Microsoft.CodeAnalysis.Operations.IInvocationOperation { TargetMethod.Name: "ToList" } ? ".ToList()" : string.Empty),
            JoinKind.ForEachAsync => ".ThrowIfFailed()",
            _ => isStatement || join.Parent is ExpressionStatementSyntax || !fanOut.HasResult ? ".ThrowIfFailed()" : ".GetResponses()",
        };
    }

    private static string Configured(SyntaxNode? join) =>
        join is AwaitExpressionSyntax { Expression: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ConfigureAwait" }, ArgumentList: { } list } } ? $".ConfigureAwait{list}" : string.Empty;

    private static IEnumerable<string> CommentsOf(SyntaxNode? node) =>
        node is null ? [] : node.GetLeadingTrivia().Concat(node.GetTrailingTrivia()).Where(Layout.IsComment).Select(static t => t.ToString());

    /// <summary>Takes a statement out with its line; comments above it stay.</summary>
    private void Remove(StatementSyntax statement)
    {
        var first = text.Lines.GetLineFromPosition(statement.SpanStart);
        var last = text.Lines.GetLineFromPosition(statement.Span.End);
        var isAlone = string.IsNullOrWhiteSpace(text.ToString(TextSpan.FromBounds(first.Start, statement.SpanStart)));
        if (!isAlone)
        {
            Replace(statement.Span, string.Empty);
            return;
        }

        var end = last.EndIncludingLineBreak;
        var followsBlank = first.LineNumber == 0 || string.IsNullOrWhiteSpace(text.Lines[first.LineNumber - 1].ToString()) || text.Lines[first.LineNumber - 1].ToString().TrimEnd().EndsWith("{", StringComparison.Ordinal);
        if (followsBlank && last.LineNumber + 1 < text.Lines.Count && string.IsNullOrWhiteSpace(text.Lines[last.LineNumber + 1].ToString()))
        {
            end = text.Lines[last.LineNumber + 1].EndIncludingLineBreak;
        }

        Replace(TextSpan.FromBounds(first.Start, end), string.Empty);
    }

    private void Replace(TextSpan span, string with) => changes.Add(new TextChange(span, with));
}
