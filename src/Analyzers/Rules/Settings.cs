using BatchMigrate.Analyzers.Plans;
using Microsoft.CodeAnalysis.Diagnostics;

namespace BatchMigrate.Analyzers.Rules;

/// <summary>The <c>batch_migrate.*</c> keys of an <c>.editorconfig</c>.</summary>
internal static class Settings
{
    /// <summary>Whether effects that nobody reads may change places: <c>pragmatic</c> (default) or <c>strict</c>.</summary>
    public const string Effects = "batch_migrate.effects";

    public static PlanOptions Read(AnalyzerConfigOptions options) =>
        new(Strict: options.TryGetValue(Effects, out var effects) && string.Equals(effects.Trim(), "strict", StringComparison.OrdinalIgnoreCase));
}
