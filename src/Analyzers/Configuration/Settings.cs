using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using BatchMigrate.Analyzers.Plans;
using Microsoft.CodeAnalysis.Diagnostics;

namespace BatchMigrate.Analyzers.Configuration;

/// <summary>All keys that an <c>.editorconfig</c> may set: the one place that defines them.</summary>
internal static class Settings
{
    private static readonly ConditionalWeakTable<AnalyzerConfigOptions, PlanOptions> Known = new();

    public static Setting<bool> Effects { get; } = new(fallback: false, Parsers.Effects)
    {
        Name = Setting.Prefix + "effects",
        DefaultText = "pragmatic",
        Allowed = "'pragmatic' or 'strict'",
        Description = "`pragmatic`: console output, log lines, the clock and `Random.Shared` may change places between items, because no part of the program reads them. `strict`: code in which they would is not fixed, and [BM0010](rules/BM0010.md) says so.",
        Example = "batch_migrate.effects = strict",
    };

    public static Setting<int> MinimumItems { get; } = new(fallback: 2, Parsers.AtLeastOne)
    {
        Name = Setting.Prefix + "minimum_items",
        DefaultText = "2",
        Allowed = "a whole number of at least 1",
        Description = "A loop or a row of statements whose number of calls is constant and smaller is not reported. One whose number is not known before it runs is.",
        Example = "batch_migrate.minimum_items = 5",
    };

    public static Setting<int> HelperDepth { get; } = new(fallback: 3, Parsers.UpToTen)
    {
        Name = Setting.Prefix + "helper_depth",
        DefaultText = "3",
        Allowed = "a whole number from 0 to 10",
        Description = "How many calls deep a method is followed to find that it makes a model call. `0` switches BM0003 off.",
        Example = "batch_migrate.helper_depth = 1",
    };

    public static Setting<SymbolNames> ExcludedSymbols { get; } = new(SymbolNames.None, SymbolNames.TryParse)
    {
        Name = Setting.Prefix + "excluded_symbols",
        DefaultText = "",
        Allowed = "names like 'Namespace.Type', 'Namespace.Type.Method' or 'Namespace.*', separated by ',' or '|'",
        Description = "Types and methods in which nothing is reported, and whose calls are not reported either. Names are written in full, without parameters, type parameters or `global::`; a `*` at the end stands for whatever follows.",
        Example = "batch_migrate.excluded_symbols = Shop.Prompts.WarmUp, Shop.Legacy.*",
    };

    public static Setting<ImmutableArray<AdditionalCall>> AdditionalCalls { get; } = new([], AdditionalCall.TryParse)
    {
        Name = Setting.Prefix + "additional_calls",
        DefaultText = "",
        Allowed = "pairs like 'Namespace.Type.Method -> BatchMethod', separated by ',' or '|'",
        Description = "Methods for one item that have a method for many beside them, on the same type: what BM0003 then calls. For methods whose source can be changed, `[BatchCall(nameof(…))]` says the same in the code.",
        Example = "batch_migrate.additional_calls = Shop.Texts.SummariseAsync -> SummariseAllAsync",
    };

    /// <summary>Every key, in the order of the documentation.</summary>
    public static ImmutableArray<Setting> All { get; } = [Effects, MinimumItems, HelperDepth, ExcludedSymbols, AdditionalCalls];

    /// <summary>The options that hold for a file. They are read once for each set of options.</summary>
    public static PlanOptions Read(AnalyzerConfigOptions options) => Known.GetValue(options, static o => new PlanOptions(
        Effects.Read(o), MinimumItems.Read(o), HelperDepth.Read(o), ExcludedSymbols.Read(o), AdditionalCalls.Read(o)));

    /// <summary>The setting of a key; null when there is none.</summary>
    public static Setting? Find(string key) => All.FirstOrDefault(s => string.Equals(s.Name, key, StringComparison.OrdinalIgnoreCase));
}
