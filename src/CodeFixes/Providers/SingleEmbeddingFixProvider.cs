using System.Collections.Immutable;
using BatchMigrate.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace BatchMigrate.CodeFixes.Providers;

/// <summary>Fixes BM0005: packs the inputs, and reads their embeddings in order.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class SingleEmbeddingFixProvider : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [Descriptors.SingleEmbedding.Id];

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => SolutionFixAllProvider.Instance;

    /// <inheritdoc/>
    public override Task RegisterCodeFixesAsync(CodeFixContext context) => BatchFixes.RegisterAsync(context);
}
