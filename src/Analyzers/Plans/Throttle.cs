using BatchMigrate.Analyzers.Sites;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace BatchMigrate.Analyzers.Plans;

/// <summary>What a fan-out is told beside its body: how many at a time, and the token that stops it.</summary>
/// <param name="Limit">How many at a time.</param>
/// <param name="Token">The token.</param>
/// <param name="Unneeded">The declaration of settings that nothing else uses.</param>
internal sealed record Throttle(ExpressionSyntax? Limit, ExpressionSyntax? Token, LocalDeclarationStatementSyntax? Unneeded)
{
    /// <summary>The settings of a fan-out; null where they cannot be seen, or say something else as well.</summary>
    public static Throttle? Of(FanOut fanOut, IOperation root)
    {
        if (!fanOut.Tuning.IsEmpty)
        {
            return new Throttle(Argument(fanOut, "WithDegreeOfParallelism"), Argument(fanOut, "WithCancellation"), null);
        }

        var settings = fanOut.Settings is { } given ? Parts.WithoutConversion(given) : null;
        if (settings is null)
        {
            return new Throttle(null, null, null);
        }

        if (settings.Type?.Name == "CancellationToken")
        {
            return new Throttle(null, settings.Syntax as ExpressionSyntax, null);
        }

        if (settings is ILocalReferenceOperation { Local: var local })
        {
            var mentions = Mentions.In(root);
            var declarator = mentions.DeclaratorOf(local);
            return mentions.Of(local).Count == 1 && declarator?.Initializer?.Value is { } value && declarator.Syntax.Parent?.Parent is LocalDeclarationStatementSyntax { Declaration.Variables.Count: 1 } declaration
                && Read(Parts.WithoutConversion(value)) is { } read
                ? read with { Unneeded = declaration }
                : null;
        }

        return Read(settings);
    }

    private static Throttle? Read(IOperation settings)
    {
        if (settings is not IObjectCreationOperation { Arguments.IsEmpty: true, Type.Name: "ParallelOptions" } creation)
        {
            return null;
        }

        var throttle = new Throttle(null, null, null);
        foreach (var initializer in creation.Initializer?.Initializers ?? [])
        {
            if (initializer is not ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property.Name: var name }, Value.Syntax: ExpressionSyntax value } assignment)
            {
                return null;
            }

            switch (name)
            {
                case "MaxDegreeOfParallelism":
                    throttle = throttle with { Limit = assignment.Value.ConstantValue is { HasValue: true, Value: < 1 } ? null : value };
                    break;
                case "CancellationToken":
                    throttle = throttle with { Token = value };
                    break;
                default:
                    return null;
            }
        }

        return throttle;
    }

    private static ExpressionSyntax? Argument(FanOut fanOut, string name) =>
        fanOut.Tuning.FirstOrDefault(t => t.TargetMethod.Name == name)?.Arguments[1].Value.Syntax as ExpressionSyntax;
}
