using System.Collections.Immutable;
using BatchMigrate.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace BatchMigrate.CodeFixes.Providers;

/// <summary>Fixes BM0007: sends the queries together, and reads what they have found in order.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class SingleStoreSearchFixProvider : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [Descriptors.SingleStoreSearch.Id];

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => SolutionFixAllProvider.Instance;

    /// <inheritdoc/>
    public override Task RegisterCodeFixesAsync(CodeFixContext context) => BatchFixes.RegisterAsync(context);
}
