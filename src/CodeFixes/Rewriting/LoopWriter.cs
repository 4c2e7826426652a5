using BatchMigrate.Analyzers.Plans;
using BatchMigrate.Analyzers.Sites;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;

namespace BatchMigrate.CodeFixes.Rewriting;

/// <summary>Writes the statements that take a loop's place: prepare, one batch call, read back.</summary>
internal sealed class LoopWriter
{
    private readonly BatchPlan plan;
    private readonly WriterContext context;
    private readonly RequestWriter requests;
    private readonly StatementSyntax loop;
    private readonly string indent;

    private LoopWriter(BatchPlan plan, SyntaxNode root, SourceText text, SemanticModel model, NameAllocator names)
    {
        this.plan = plan;
        loop = (StatementSyntax)plan.Loop.Syntax;
        context = new WriterContext(plan, new SourceSlices(root, text), model, names);
        requests = new RequestWriter(plan, context);
        indent = context.Slices.IndentAt(loop.SpanStart);
    }

    /// <summary>The change of text that executes the plan.</summary>
    public static TextChange Write(BatchPlan plan, SyntaxNode root, SourceText text, SemanticModel model, NameAllocator names)
    {
        var writer = new LoopWriter(plan, root, text, model, names);
        return writer.Place(plan.Form == RequestForm.Streaming ? writer.Stream() : writer.Divide());
    }

    private List<CodeLine> Divide()
    {
        var lines = plan.TakesItems ? TakeItems() : Prepare();
        lines.AddRange(context.CommentsOfPacing(indent));
        if (plan.TakesItems)
        {
            lines.AddRange(context.CommentsOfCall(indent));
        }

        if (plan is { Helper: ListForm { Outcome: { } outcome }, ConsumesNothing: false })
        {
            lines.Add(Line($"var {context.Batch} = new {TypeNames.List}<{TypeNames.Of(outcome)}>();"));
        }

        if (plan.Helper is BulkForm or ListForm)
        {
            lines.AddRange(SendChunks());
            if (!plan.ConsumesNothing)
            {
                lines.Add(default);
                lines.AddRange(Counted() is { } counter ? [Line($"{counter} += {requests.Asked(indent)}.Count;")] : new ConsumeWriter(plan, context).Write(ReadBackHeader(), indent));
            }

            return lines;
        }

        if (plan.Helper is SplitForm { IsInOrder: true } or SiblingForm { GivesItems: false } && plan.ConsumesNothing)
        {
            return [.. lines, .. context.Split($"{indent}{requests.BatchCall(indent)};")];
        }

        lines.AddRange(context.Split($"{indent}var {context.Batch} = {requests.BatchCall(indent)};"));
        if (plan.Helper is not null && plan.ConsumesNothing)
        {
            lines.Add(Line($"{context.Batch}.ThrowIfFailed();"));
            return lines;
        }

        lines.AddRange(new ConsumeWriter(plan, context).Write(ReadBackHeader(), indent));
        return lines;
    }

    private List<CodeLine> SendChunks()
    {
        var chunk = context.Take("chunk");
        var inner = context.Inner(indent);
        var call = requests.BatchCall(inner, chunk);
        var statement = plan.Helper is ListForm { Outcome: not null } && !plan.ConsumesNothing ? $"{context.Batch}.AddRange({call});" : call + ";";
        return context.Block([.. context.Split($"{indent}foreach (var {chunk} in {requests.Items(indent)}.Chunk({(plan.Helper is ListForm list ? list.Call.Size : Analyzers.Catalog.Bulk.Size)}))")], [.. context.Split(inner + statement)], indent, plan.Loop.Body.Syntax, withNotes: false);
    }

    /// <summary>What is counted, where all that is left to do for each request is to count it; a property or an index may do more than hold the count.</summary>
    private SyntaxNode? Counted()
    {
        var left = plan.Path.OfType<BlockNode>().SelectMany(static b => b.After).Where(s => s.Syntax != plan.Pacing?.Statement).ToList();
        return plan is { Walk: WalkForm.Answers, Form: RequestForm.List, TakesItems: false, KeepsSkipped: false, Sunk.IsEmpty: true }
            && left.Count == 1
            && !plan.Path.Any(static n => n is TryNode)
            && left[0] is IExpressionStatementOperation { Operation: IIncrementOrDecrementOperation { Kind: OperationKind.Increment, Type.SpecialType: SpecialType.System_Int32 or SpecialType.System_Int64, Target: ILocalReferenceOperation or IParameterReferenceOperation or IFieldReferenceOperation { Instance: null or IInstanceReferenceOperation } } count }
            && !loop.DescendantTrivia().Any(Layout.IsComment)
                ? count.Target.Syntax
                : null;
    }

    private List<CodeLine> TakeItems() =>
        plan.Walk == WalkForm.Pending ? [.. context.Split($"{indent}var {context.Pending} = {Receiver(((ForEachStatementSyntax)loop).Expression)}.ToList();")] : [];

    private List<CodeLine> Prepare()
    {
        var lines = new List<CodeLine>();
        if (plan.Walk == WalkForm.Pending)
        {
            var types = plan.Carried.Select(c => (c.Name, Type: TypeNames.Of(c, context.Model, plan))).ToList();
            var type = types.Count == 1 ? types[0].Type : "(" + string.Join(", ", types.Select(static t => $"{t.Type} {Identifiers.Write(t.Name)}")) + ")";
            lines.Add(Line($"var {context.Pending} = new {TypeNames.List}<{type}>();"));
        }

        if (plan.Form == RequestForm.List && !plan.AsksForPending)
        {
            lines.Add(Line($"var {context.Requests} = new {TypeNames.List}<{requests.ElementType}>();"));
        }

        var prepare = new PrepareWriter(plan, context, requests).Write(0, context.Inner(indent), asLambda: false);
        lines.AddRange(context.Block(context.HeaderOf(plan.Loop, indent), prepare, indent, plan.Loop.Body.Syntax));
        lines.Add(default);
        return lines;
    }

    private List<CodeLine> Stream()
    {
        var variable = plan.Carried.IsEmpty ? "_" : Identifiers.Write(plan.Carried[0].Name);
        var call = requests.StreamingCall(requests.Source(indent), Identifiers.Write(plan.Loop.Locals[0].Name), indent);
        return [.. context.CommentsOfPacing(indent), .. new ConsumeWriter(plan, context).Write($"await foreach (var ({variable}, {context.Item}) in {call})", indent)];
    }

    private string ReadBackHeader()
    {
        switch (plan.Walk)
        {
            case WalkForm.Source when plan.WritesInChunks:
                return string.Join(context.LineBreak, context.HeaderOf(plan.Loop, indent).Select(static l => l.Text)).TrimStart();
            case WalkForm.Pending when plan.WritesInChunks:
                return $"foreach (var {(plan.Carried.Length == 1 ? plan.Carried[0].Identifier : $"({string.Join(", ", plan.Carried.Select(static c => c.Identifier))})")} in {context.Pending})";
            case WalkForm.Answers when plan.WritesInChunks:
                return $"foreach (var _ in {requests.Asked(indent)})";
            case WalkForm.Answers:
                return $"foreach (var {context.Item} in {context.Batch})";
            case WalkForm.Index:
                return string.Join(context.LineBreak, context.HeaderOf(plan.Loop, indent).Select(static l => l.Text)).TrimStart();
            case WalkForm.Source when loop is ForEachVariableStatementSyntax { Variable: DeclarationExpressionSyntax { Designation: var designation }, Expression: var source }:
                return $"foreach (var ({designation}, {context.Item}) in {Receiver(source)}.Zip({context.Batch}))";
            case WalkForm.Source:
                var forEach = (ForEachStatementSyntax)loop;
                var pair = forEach.Type.IsVar ? $"var ({forEach.Identifier.Text}, {context.Item})" : $"({forEach.Type} {forEach.Identifier.Text}, var {context.Item})";
                return $"foreach ({pair} in {Receiver(forEach.Expression)}.Zip({context.Batch}))";
            default:
                var names = plan.Carried.Select(static c => Identifiers.Write(c.Name)).ToList();
                var kept = names.Count == 1 ? names[0] : $"({string.Join(", ", names)})";
                return $"foreach (var ({kept}, {context.Item}) in {context.Pending}.Zip({context.Batch}))";
        }
    }

    private string Receiver(ExpressionSyntax source)
    {
        var text = context.Slices.Expression(source, indent, context.LineBreak);
        return source is CastExpressionSyntax or AwaitExpressionSyntax or BinaryExpressionSyntax or ConditionalExpressionSyntax ? $"({text})" : text;
    }

    /// <summary>Puts the statements where the loop stood; a loop without braces of its own around it gets them.</summary>
    private TextChange Place(List<CodeLine> lines)
    {
        if (loop.Parent is BlockSyntax or SwitchSectionSyntax or GlobalStatementSyntax)
        {
            return WriterContext.StartsLine(loop.GetFirstToken()) ? new TextChange(loop.Span, Join(lines).TrimStart()) : Unfold(lines);
        }

        var outer = context.Slices.IndentAt(loop.Parent!.SpanStart);
        var before = loop.GetFirstToken().GetPreviousToken();
        var allman = context.BracesOnOwnLine;
        var open = allman ? context.LineBreak + outer + "{" : " {";
        var step = context.IndentStep;
        var body = lines.Select(l => l.IsFixed || l.IsBlank ? l : l with { Text = outer + step + l.Text.Substring(indent.Length) });
        var start = loop.GetLeadingTrivia().Any(static t => t.IsKind(SyntaxKind.SingleLineCommentTrivia)) ? loop.SpanStart : before.Span.End;
        return new TextChange(TextSpan.FromBounds(start, loop.Span.End), open + context.LineBreak + Join([.. body]) + context.LineBreak + outer + "}");
    }

    /// <summary>A loop on a line with other code: the statements get lines of their own.</summary>
    private TextChange Unfold(List<CodeLine> lines)
    {
        var inner = indent + context.IndentStep;
        var moved = lines.Select(l => l.IsFixed || l.IsBlank ? l : l with { Text = context.IndentStep + l.Text }).ToList();
        var closes = loop.GetLastToken().GetNextToken().IsKind(SyntaxKind.CloseBraceToken) && !WriterContext.StartsLine(loop.GetLastToken().GetNextToken());
        var start = loop.GetFirstToken().GetPreviousToken().Span.End;
        var end = closes ? loop.GetLastToken().GetNextToken().SpanStart : loop.Span.End;
        return new TextChange(TextSpan.FromBounds(start, end), context.LineBreak + inner + Join(moved).TrimStart() + (closes ? context.LineBreak + indent : string.Empty));
    }

    private string Join(List<CodeLine> lines) => string.Join(context.LineBreak, lines.Select(static l => l.Text ?? string.Empty));

    private CodeLine Line(string code) => new(indent + code, false);
}
