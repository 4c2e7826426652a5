using BatchMigrate.Analyzers.Catalog;
using BatchMigrate.Analyzers.Plans;
using BatchMigrate.Analyzers.Sites;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BatchMigrate.CodeFixes.Rewriting;

/// <summary>Writes the batch call of a fan-out: its items, its body or the two halves of it, its options.</summary>
internal sealed class FanOutCallWriter(FanOutPlan plan, Layout layout)
{
    private readonly FanOut fanOut = plan.FanOut;
    private readonly SourceSlices slices = layout.Slices;

    /// <summary>Whether the items are named by something that a member can be asked of.</summary>
    public bool IsSimple => fanOut.Bound is not null || plan.Source.Syntax is IdentifierNameSyntax or MemberAccessExpressionSyntax or InvocationExpressionSyntax or ElementAccessExpressionSyntax or ThisExpressionSyntax or ParenthesizedExpressionSyntax || TakesIndex;

    /// <summary>Whether an item goes together with its place.</summary>
    private bool TakesIndex => fanOut.Index is not null && (plan.Split?.Region.Items.Length ?? 2) > 1;

    /// <summary>The items, each as the body takes it.</summary>
    public string Source(string indent)
    {
        var source = Text(plan.Source.Syntax, indent);
        if (fanOut.Bound is { } bound)
        {
            var end = Text(bound.Syntax, indent);
            var count = plan.Source.ConstantValue is { HasValue: true, Value: 0 } ? end : $"{Operand(bound.Syntax, end)} - {Operand(plan.Source.Syntax, source)}";
            return $"global::System.Linq.Enumerable.Range({source}, {count})";
        }

        if (!TakesIndex)
        {
            return source;
        }

        var (item, index) = (Identifiers.Write(fanOut.Item.Name), Identifiers.Write(fanOut.Index!.Name));
        return $"{(plan.Source.Syntax is IdentifierNameSyntax or MemberAccessExpressionSyntax or InvocationExpressionSyntax ? source : $"({source})")}.Select(({item}, {index}) => ({item}, {index}))";
    }

    /// <summary>The call that sends all requests, awaited where the code awaits, and what reads the answers.</summary>
    public (string Call, string Reader) Write(string source, string indent, string configured)
    {
        if (plan.Split is { } split)
        {
            var writer = new BodyWriter(split, layout);
            return (writer.BatchCall(source, indent, Token(indent), Options(indent), configured), writer.Reader(source, Types, indent));
        }

        if (plan.Helper is { } form)
        {
            var helper = new HelperCallWriter(plan.Site, form, layout);
            var item = Identifiers.Write(fanOut.Item.Name);
            var given = helper.Arguments(indent);
            var many = helper.BatchCall(given == item ? source : $"{(IsSimple ? source : $"({source})")}.Select({item} => {given})", indent);
            return ($"await {many}{configured}", string.Empty);
        }

        var arguments = new List<string> { source, Operation(indent) };
        if (Options(indent) is { } options)
        {
            arguments.Add(options);
        }

        if (Token(indent) is { } token)
        {
            arguments.Add(arguments.Count == 3 ? token : $"cancellationToken: {token}");
        }

        var isAsync = fanOut.IsAwaited;
        var call = layout.Arguments($"global::{CallCatalog.BatchType}.{(isAsync ? "RunAsync" : "Run")}{(TakesIndex ? string.Empty : Types(withSource: true))}", arguments, indent);
        return (isAsync ? $"await {call}{configured}" : call, string.Empty);
    }

    /// <summary>The types that the code names for the items and for what becomes of them, where it does.</summary>
    private string Types(bool withSource)
    {
        var invocation = fanOut.Taker.Syntax as InvocationExpressionSyntax;
        var name = invocation?.Expression is MemberAccessExpressionSyntax access ? access.Name : invocation?.Expression;
        var isTyped = name is GenericNameSyntax || fanOut.Body.Syntax is ParenthesizedLambdaExpressionSyntax { ReturnType: not null };
        if (!isTyped || !fanOut.HasResult || fanOut.Body.Symbol.ReturnType is not INamedTypeSymbol type)
        {
            return string.Empty;
        }

        var result = fanOut.IsAwaited ? type.TypeArguments[0] : type;
        return withSource ? $"<{TypeNames.Of(((IParameterSymbol)fanOut.Item).Type)}, {TypeNames.Of(result)}>" : $"<{TypeNames.Of(result)}>";
    }

    private string? Token(string indent) => plan.Token is { } token && token.ToString() is not ("default" or "CancellationToken.None") ? Text(token, indent) : null;

    private string? Options(string indent)
    {
        var options = new List<string>();
        if (plan.Limit is { } limit)
        {
            options.Add($"MaxConcurrency = {Text(limit, indent)}");
        }

        if (plan.Chunks is { Delay: { } delay, Size: var size })
        {
            options.Add($"Pacing = {Pacing(delay, size, indent)}");
        }

        return options.Count == 0 ? null : $"new global::{CallCatalog.BatchOptionsType} {{ {string.Join(", ", options)} }}";
    }

    /// <summary>A pause after each chunk of n items is a pause of its n-th part after each item.</summary>
    private string Pacing(IOperation delay, IOperation size, string indent)
    {
        var parts = Text(size.Syntax, indent);
        if (delay.Type?.SpecialType != SpecialType.System_Int32)
        {
            return $"{Operand(delay.Syntax, Text(delay.Syntax, indent))} / {Operand(size.Syntax, parts)}";
        }

        var span = delay.ConstantValue is { HasValue: true, Value: int milliseconds } && size.ConstantValue is { HasValue: true, Value: int count } && count > 0 && milliseconds % count == 0
            ? (milliseconds / count).ToString(System.Globalization.CultureInfo.InvariantCulture)
            : null;
        return span is not null ? $"{TypeNames.TimeSpan}.FromMilliseconds({span})" : $"{TypeNames.TimeSpan}.FromMilliseconds({Text(delay.Syntax, indent)}) / {Operand(size.Syntax, parts)}";
    }

    /// <summary>The whole body, as the operation that runs for an item.</summary>
    private string Operation(string indent)
    {
        var lambda = (LambdaExpressionSyntax)(fanOut.Run is { } run && !plan.Site.IsAsync ? LambdaAround(run.Syntax) ?? fanOut.Body.Syntax : fanOut.Body.Syntax);
        var used = new HashSet<string>(lambda.DescendantTokens().Where(static t => t.IsKind(SyntaxKind.IdentifierToken)).Select(static t => t.ValueText));
        var item = TakesIndex ? Free(used, "input") : Identifiers.Write(fanOut.Item.Name);
        var token = fanOut.Token is { } own ? Identifiers.Write(own.Name) : used.Contains("_") ? Free(used, "ct") : "_";
        var head = $"{(lambda.AsyncKeyword.IsKind(SyntaxKind.None) ? string.Empty : "async ")}({item}, {token}) =>";
        var unpack = TakesIndex ? $"var ({Identifiers.Write(fanOut.Item.Name)}, {Identifiers.Write(fanOut.Index!.Name)}) = {item};" : null;
        if (lambda.Body is ExpressionSyntax expression)
        {
            var text = Text(expression, indent);
            return unpack is null ? $"{head} {text}" : $"{head}{Braces([$"{unpack}", $"{(fanOut.HasResult || !fanOut.Body.Symbol.IsAsync ? "return " : string.Empty)}{text};"], indent)}";
        }

        var body = (BlockSyntax)lambda.Body;
        var lines = slices.Lines(body.Span, slices.IndentAt(body.SpanStart), indent, GateEdits(body, indent));
        if (lines.Count == 1 && unpack is null)
        {
            return $"{head} {lines[0].Text}";
        }

        if (unpack is not null)
        {
            lines.Insert(1, new CodeLine(indent + layout.IndentStep + unpack, false));
        }

        return $"{head}{layout.LineBreak}{indent}{string.Join(layout.LineBreak, lines.Select(static l => l.Text ?? string.Empty)).TrimStart()}";
    }

    private string Braces(IEnumerable<string> statements, string indent) =>
        $"{layout.LineBreak}{indent}{{{string.Concat(statements.Select(s => layout.LineBreak + indent + layout.IndentStep + s))}{layout.LineBreak}{indent}}}";

    /// <summary>Takes the semaphore out of the body.</summary>
    private IEnumerable<SliceEdit> GateEdits(BlockSyntax body, string indent)
    {
        if (plan.Gate is not { } gate)
        {
            yield break;
        }

        foreach (var statement in gate.Statements.Where(s => body.Span.Contains(s.Span)))
        {
            yield return SliceEdit.Remove(statement.FullSpan);
        }

        if (gate.Try is { } @try)
        {
            var block = (BlockSyntax)@try.Body.Syntax;
            var inner = indent + layout.IndentStep;
            var lines = block.Statements.SelectMany(s => slices.Node(s, inner)).ToList();
            if (lines.Count > 0)
            {
                lines[0] = lines[0] with { Text = lines[0].Text.TrimStart() };
            }

            yield return new SliceEdit(@try.Syntax.Span, [.. lines.Select(static l => l with { IsFixed = true })]);
        }
    }

    private static LambdaExpressionSyntax? LambdaAround(SyntaxNode node) => node.Ancestors().OfType<LambdaExpressionSyntax>().FirstOrDefault();

    private string Text(SyntaxNode node, string indent) => slices.Expression(node, indent, layout.LineBreak);

    private static string Operand(SyntaxNode node, string text) => node is BinaryExpressionSyntax or ConditionalExpressionSyntax or CastExpressionSyntax or AwaitExpressionSyntax ? $"({text})" : text;

    private static string Free(HashSet<string> used, string wanted)
    {
        var name = wanted;
        for (var i = 2; used.Contains(name); i++)
        {
            name = wanted + i;
        }

        return name;
    }
}
