using System.Collections.Concurrent;
using System.Collections.Immutable;
using BatchMigrate.Analyzers.Catalog;
using BatchMigrate.Analyzers.Configuration;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace BatchMigrate.Analyzers.Rules;

/// <summary>BM0012: finds settings that are not known, or whose value cannot be read.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class MalformedSettingAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Descriptors.MalformedSetting];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(static start =>
        {
            if (!BoundCatalog.For(start.Compilation).IsEmpty)
            {
                // Options belong to files: a folder may have its own. What several files share is reported once.
                var reported = new ConcurrentDictionary<(string Key, string Value), bool>();
                start.RegisterSyntaxTreeAction(c => Analyze(c, reported));
            }
        });
    }

    private static void Analyze(SyntaxTreeAnalysisContext context, ConcurrentDictionary<(string Key, string Value), bool> reported)
    {
        var options = context.Options.AnalyzerConfigOptionsProvider.GetOptions(context.Tree);
        foreach (var key in KeysOf(options))
        {
            if (key.StartsWith(Setting.Prefix, StringComparison.OrdinalIgnoreCase)
                && options.TryGetValue(key, out var value)
                && Settings.Find(key) is var setting
                && setting?.Accepts(value) != true
                && reported.TryAdd((key, value), true))
            {
                context.ReportDiagnostic(Diagnostic.Create(Descriptors.MalformedSetting, FindLine(context.Options.AdditionalFiles, key, value), key, ProblemOf(setting, value)));
            }
        }
    }

    private static string ProblemOf(Setting? setting, string value) =>
        setting is null
            ? $"is not known; there are {string.Join(", ", Settings.All.Select(static s => $"'{s.Name}'"))}"
            : $"has the value '{value.Trim()}', but must be {setting.Allowed}; the default is used";

    /// <summary>All keys; where a host cannot list them, those that are known.</summary>
    private static IEnumerable<string> KeysOf(AnalyzerConfigOptions options)
    {
        try
        {
            return options.Keys;
        }
        catch (NotImplementedException)
        {
            return Settings.All.Select(static s => s.Name);
        }
    }

    /// <summary>An analyzer does not see the text of an <c>.editorconfig</c>, unless the project names it among its additional files.</summary>
    private static Location FindLine(ImmutableArray<AdditionalText> files, string key, string value)
    {
        foreach (var file in files.Where(static f => Path.GetExtension(f.Path) is ".editorconfig" or ".globalconfig"))
        {
            foreach (var line in file.GetText()?.Lines ?? Enumerable.Empty<TextLine>())
            {
                var text = line.ToString();
                var at = text.IndexOf(key, StringComparison.OrdinalIgnoreCase);
                if (at >= 0 && text.Substring(0, at).Trim().Length == 0 && text.IndexOf(value, at + key.Length, StringComparison.Ordinal) >= 0)
                {
                    var span = TextSpan.FromBounds(line.Start + at, line.End);
                    return Location.Create(file.Path, span, file.GetText()!.Lines.GetLinePositionSpan(span));
                }
            }
        }

        return Location.None;
    }
}
