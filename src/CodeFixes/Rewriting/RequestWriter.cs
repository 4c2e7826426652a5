using BatchMigrate.Analyzers.Catalog;
using BatchMigrate.Analyzers.Plans;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace BatchMigrate.CodeFixes.Rewriting;

/// <summary>Writes requests, and the call that sends them.</summary>
internal sealed class RequestWriter(BatchPlan plan, WriterContext context)
{
    private readonly SingleCall call = plan.Site.Call;
    private readonly InvocationExpressionSyntax invocation = (InvocationExpressionSyntax)plan.Site.Invocation.Syntax;
    private readonly MessageWriter messages = new(plan.Site, context.Slices, context.LineBreak);
    private readonly ListCallWriter? list = plan.Helper is ListForm many ? new(plan.Site, many, context) : null;
    private readonly HelperCallWriter? helper = plan.Helper is { } form ? new(plan.Site, form, context) : null;

    /// <summary>The messages of one item.</summary>
    public string Messages(string indent) => messages.Messages(indent);

    /// <summary>The element type of the list of requests.</summary>
    public string ElementType
    {
        get
        {
            if (list is not null)
            {
                return list.ElementType;
            }

            if (helper is not null)
            {
                return helper.ElementType;
            }

            var type = plan.OptionsPerItem ? "global::" + call.Entry.RequestType
                : call.Shape == RequestShape.Value ? TypeNames.Of(plan.Site.RequestType)
                : $"{TypeNames.Enumerable}<{TypeNames.Of(call.MessageType!)}>";
            return plan.KeepsSkipped && context.Model.GetNullableContext(invocation.SpanStart).AnnotationsEnabled() ? type + "?" : type;
        }
    }

    /// <summary>The request of one item, as an element of the list.</summary>
    public string Request(string indent)
    {
        if (list is not null)
        {
            return list.Request(indent);
        }

        if (helper is not null)
        {
            return helper.Arguments(indent);
        }

        var request = call.Shape == RequestShape.Value && !plan.OptionsPerItem ? messages.Argument(call.Request, indent)! : messages.Messages(indent);
        return plan.OptionsPerItem
            ? $"new global::{call.Entry.RequestType}({request}, {context.Slices.Expression(plan.Options!, indent, context.LineBreak)})"
            : request;
    }

    /// <summary>The call that sends all requests, awaited where the single call was.</summary>
    /// <param name="indent">The indentation of the statement.</param>
    /// <param name="chunk">The variable that holds what is sent, where it is a part of all.</param>
    public string BatchCall(string indent, string? chunk = null)
    {
        string target;
        var arguments = new List<string>();
        if (list is not null)
        {
            var sent = context.Arguments($"{messages.Receiver(indent)}.{list.Method}", list.Arguments(chunk!, indent), indent);
            return $"await {sent}{messages.Configured()}";
        }

        if (helper is not null && plan.Helper is not OverlapForm)
        {
            var many = helper.BatchCall(chunk ?? Items(indent), indent);
            return plan.Site.IsAsync ? $"await {many}{messages.Configured()}" : many;
        }

        if (helper is not null)
        {
            target = $"global::{CallCatalog.BatchType}.{(plan.Site.IsAsync ? "RunAsync" : "Run")}";
            arguments.Add(plan.TakesItems ? Source(indent, plan.Walk == WalkForm.Pending) : plan.AsksForPending ? context.Pending : context.Requests);
            arguments.Add(helper.Lambda(plan.TakesItems && plan.Loop is IForEachLoopOperation ? Identifiers.Write(plan.Loop.Locals[0].Name) : plan.AsksForPending ? plan.Carried[0].Identifier : null, context.Take("ct"), indent));
        }
        else
        {
            target = $"{messages.Receiver(indent)}.{call.Entry.BatchMethod}";
            if (plan.Form == RequestForm.Selector)
            {
                arguments.Add(plan.Walk == WalkForm.Pending ? context.Pending : Source(indent));
                arguments.Add(Selector(plan.Carried.Length == 1 ? plan.Carried[0].Identifier : context.Take("prepared"), indent));
            }
            else
            {
                arguments.Add(Items(indent));
            }

            AddOptions(arguments, indent);
        }

        AddBatchOptions(arguments, indent);
        AddToken(arguments, indent);
        var text = context.Arguments(target, arguments, indent);
        return plan.Site.IsAsync ? $"await {text}{messages.Configured()}" : text;
    }

    public string StreamingCall(string source, string variable, string indent)
    {
        var arguments = new List<string> { source, Selector(variable, indent) };
        AddOptions(arguments, indent);
        AddBatchOptions(arguments, indent);
        AddToken(arguments, indent);
        return context.Arguments($"{messages.Receiver(indent)}.{call.Entry.StreamMethod}", arguments, indent) + messages.Configured();
    }

    /// <summary>The source of the loop, as it stands.</summary>
    public string Source(string indent) =>
        context.Slices.Expression(plan.Form == RequestForm.Streaming ? Lambdas.StreamSource(plan.Loop) : plan.Source ?? ((ForEachStatementSyntax)plan.Loop.Syntax).Expression, indent, context.LineBreak);

    private string Source(string indent, bool isPending) => isPending ? context.Pending : Source(indent);

    /// <summary>All that is asked for, before it is put into the form in which it is sent.</summary>
    public string Asked(string indent) =>
        plan.TakesItems ? Source(indent, plan.Walk == WalkForm.Pending) : plan.AsksForPending ? context.Pending : context.Requests;

    /// <summary>All that is asked for.</summary>
    public string Items(string indent)
    {
        var source = Asked(indent);
        if (plan.TakesItems && list is not null)
        {
            var own = plan.Loop is IForEachLoopOperation ? Identifiers.Write(plan.Loop.Locals[0].Name) : null;
            var (item, request) = (own ?? list.Variable, list.Request(indent, ofSource: own is null));
            return request == item ? source : $"{source}.Select({item} => {request})";
        }

        return plan.ProjectsItems ? $"{source}.Select({Identifiers.Write(plan.Loop.Locals[0].Name)} => {Request(indent)})" : source;
    }

    private string Selector(string variable, string indent)
    {
        var body = new PrepareWriter(plan, context, this).Write(0, indent + context.IndentStep, asLambda: true);
        if (plan is { Form: RequestForm.Selector, Carried.Length: > 1 })
        {
            body.Insert(0, new CodeLine($"{indent}{context.IndentStep}var ({string.Join(", ", plan.Carried.Select(static c => c.Identifier))}) = {variable};", false));
        }

        if (IsOnlyReturn(body))
        {
            return $"{variable} => {messages.Messages(indent)}";
        }

        var lines = body.Select(static l => l.Text ?? string.Empty);
        return $"{variable} =>{context.LineBreak}{indent}{{{context.LineBreak}{string.Join(context.LineBreak, lines)}{context.LineBreak}{indent}}}";
    }

    private static bool IsOnlyReturn(List<CodeLine> body) =>
        body.Count > 0 && SyntaxFactory.ParseStatement(string.Join("\n", body.Select(static l => l.Text))) is ReturnStatementSyntax { ContainsDiagnostics: false } only && only.FullSpan.Length >= body.Sum(static l => (l.Text ?? string.Empty).Length);

    private void AddOptions(List<string> arguments, string indent)
    {
        if (plan is { OptionsPerItem: false, Options: { } options } && !options.IsKind(SyntaxKind.NullLiteralExpression) && !options.IsKind(SyntaxKind.DefaultLiteralExpression))
        {
            var text = context.Slices.Expression(options, indent, context.LineBreak);

            // `new()` does not say what it is where several overloads could take it: the name of the parameter does.
            var isTargetTyped = options.DescendantNodesAndSelf().Any(static n => n is ImplicitObjectCreationExpressionSyntax);
            arguments.Add(isTargetTyped ? $"{call.Options!.Name}: {text}" : text);
        }
    }

    private void AddBatchOptions(List<string> arguments, string indent)
    {
        if (plan.Pacing is { } pacing)
        {
            var duration = context.Slices.Expression(pacing.Duration.Syntax, indent, context.LineBreak);
            var span = pacing.Duration.Type?.SpecialType == SpecialType.System_Int32 ? $"{TypeNames.TimeSpan}.FromMilliseconds({duration})" : duration;
            arguments.Add($"{(call.Entry.HasOwnBatchForm ? "batchOptions" : "options")}: new global::{CallCatalog.BatchOptionsType} {{ Pacing = {span} }}");
        }
    }

    private void AddToken(List<string> arguments, string indent)
    {
        if (plan.Token is { } token && !token.IsKind(SyntaxKind.DefaultLiteralExpression) && token.ToString() != "CancellationToken.None")
        {
            arguments.Add($"cancellationToken: {context.Slices.Expression(token, indent, context.LineBreak)}");
        }
    }
}
