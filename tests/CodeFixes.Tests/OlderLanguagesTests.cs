using System.Collections.Immutable;
using BatchMigrate.CodeFixes.Tests.Editors;
using BatchMigrate.Verification;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;

namespace BatchMigrate.CodeFixes.Tests;

/// <summary>The cases again as a project with an older language or another nullable context has them, as far as they compile there: so does what the fix makes of them, without a new message.</summary>
public sealed class OlderLanguagesTests
{
    private static readonly ImmutableArray<(LanguageVersion Language, NullableContextOptions Nullable)> Contexts =
    [
        (LanguageVersion.CSharp9, NullableContextOptions.Enable), (LanguageVersion.CSharp10, NullableContextOptions.Disable), (LanguageVersion.CSharp11, NullableContextOptions.Enable),
        (LanguageVersion.Latest, NullableContextOptions.Disable), (LanguageVersion.Latest, NullableContextOptions.Warnings),
    ];

    public static TheoryData<string> Cases { get; } = [.. CaseFile.All.Where(static c => c.Verdict == Verdict.Fixed && !c.AllowErrors && c.LanguageVersion == LanguageVersion.Latest).Select(static c => c.Id)];

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task The_fix_writes_what_the_language_has(string id)
    {
        foreach (var (language, nullable) in Contexts)
        {
            using var workspace = new AdhocWorkspace();
            var solution = TestProject.Build(workspace, [CaseFile.Get(id).ToProject() with { LanguageVersion = language, Nullable = nullable }]);
            if ((await Editor.MessagesAsync(solution, DiagnosticSeverity.Error)).IsEmpty)
            {
                var known = Counts(await Editor.MessagesAsync(solution, DiagnosticSeverity.Warning));
                var changed = await FixEngine.OfPackage.FixAllAsync(solution, FixAllScope.Project, equivalenceKey: null);
                var added = Counts(await Editor.MessagesAsync(changed, DiagnosticSeverity.Warning)).Where(m => m.Value > known.GetValueOrDefault(m.Key) && !(IsCopied(m.Key) && known.ContainsKey(m.Key))).Select(static m => m.Key).ToList();
                Assert.True(added.Count == 0, $"C# {language.ToDisplayString()}, nullable {nullable}:\n{string.Join('\n', added)}\n{string.Join('\n', (await Editor.TextsAsync(changed)).Values)}");
            }
        }
    }

    /// <summary>Who writes <c>string?</c> where nothing is nullable finds it again in the method for many.</summary>
    private static bool IsCopied(string message) => message.StartsWith("CS8632", StringComparison.Ordinal);

    private static Dictionary<string, int> Counts(IEnumerable<string> messages) => messages.GroupBy(static m => m).ToDictionary(static g => g.Key, static g => g.Count());
}
