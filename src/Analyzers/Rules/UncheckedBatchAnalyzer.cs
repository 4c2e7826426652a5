using System.Collections.Immutable;
using BatchMigrate.Analyzers.Catalog;
using BatchMigrate.Analyzers.Sites;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace BatchMigrate.Analyzers.Rules;

/// <summary>BM0011: finds batches whose items may fail without anybody noticing.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UncheckedBatchAnalyzer : DiagnosticAnalyzer
{
    // What says nothing about failures; everything else looks at them, or may.
    private static readonly ImmutableHashSet<string> FiguresOfBatch = ["Count", "Usage", "Cost", "Elapsed"];
    private static readonly ImmutableHashSet<string> FiguresOfItem = ["Index", "Attempts", "Elapsed", "Usage", "Cost", "FromCheckpoint"];

    private static readonly ImmutableHashSet<string> Checks = ["EnsureSuccess", "ThrowIfFailed", "ThrowAllIfFailed"];

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Descriptors.UncheckedBatch];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(static start =>
        {
            if (start.Compilation.GetTypeByMetadataName(CallCatalog.BatchResultType) is { } batch)
            {
                start.RegisterOperationAction(call => Analyze(call, batch), OperationKind.Invocation);
            }
        });
    }

    /// <summary>Whether a call gives a batch whose failures nobody looks at: the fix asks this again.</summary>
    internal static bool IsUnchecked(IInvocationOperation call, INamedTypeSymbol batch)
    {
        if (Checks.Contains(call.TargetMethod.Name) && SymbolEqualityComparer.Default.Equals(call.TargetMethod.ContainingType.OriginalDefinition, batch))
        {
            return false;
        }

        ITypeSymbol? type = call.TargetMethod.ReturnType;
        IOperation? value = call;
        if (Helpers.IsTaskLike(type))
        {
            value = SiteFinder.AwaitOf(call);
            type = value?.Type;
        }

        return value is not null && type is not null && SymbolEqualityComparer.Default.Equals(type.OriginalDefinition, batch) && IsUnchecked(value);
    }

    private static void Analyze(OperationAnalysisContext context, INamedTypeSymbol batch)
    {
        var call = (IInvocationOperation)context.Operation;
        if (IsUnchecked(call, batch) && call.Syntax is InvocationExpressionSyntax { Expression: var called })
        {
            context.ReportDiagnostic(Diagnostic.Create(Descriptors.UncheckedBatch, called.GetLocation(), call.TargetMethod.Name));
        }
    }

    private static bool IsUnchecked(IOperation batch) => batch.Parent switch
    {
        IExpressionStatementOperation or ISimpleAssignmentOperation { Target: IDiscardOperation, Parent: IExpressionStatementOperation } => true,
        IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol: var local } } => UsesOf(local, batch).All(IsHarmless),
        _ => false,
    };

    /// <summary>Whether a use of a batch tells nothing about failures.</summary>
    private static bool IsHarmless(IOperation use) => use.Parent switch
    {
        IPropertyReferenceOperation { Property.IsIndexer: true } item when item.Instance == use => IsHarmlessForItem(item),
        IPropertyReferenceOperation figure when figure.Instance == use => FiguresOfBatch.Contains(figure.Property.Name),
        IConversionOperation { IsImplicit: true, Parent: IForEachLoopOperation loop } conversion when loop.Collection == conversion => LooksAtNoItem(loop),
        IForEachLoopOperation loop when loop.Collection == use => LooksAtNoItem(loop),
        _ => false,
    };

    private static bool LooksAtNoItem(IForEachLoopOperation loop) =>
        loop.Locals.Length == 1 && loop.LoopControlVariable is IVariableDeclaratorOperation && UsesOf(loop.Locals[0], loop).All(IsHarmlessForItem);

    private static bool IsHarmlessForItem(IOperation item) =>
        item.Parent is IPropertyReferenceOperation figure && figure.Instance == item && FiguresOfItem.Contains(figure.Property.Name);

    private static IReadOnlyList<IOperation> UsesOf(ILocalSymbol local, IOperation from) => Mentions.In(Mentions.RootOf(from)).Of(local);
}
