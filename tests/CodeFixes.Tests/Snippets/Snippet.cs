using System.Text.RegularExpressions;
using BatchMigrate.Verification;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace BatchMigrate.CodeFixes.Tests.Snippets;

/// <summary>A block of C# on a page: a program of its own, with the variables of <see cref="StandIns"/> around it.</summary>
internal sealed partial record Snippet(string Page, int Line, string Code)
{
    // A snippet may leave things lying about: variables that nothing reads, a function that nothing calls. CS1701 is off in every build: the tests have newer libraries than the runtime asks for.
    private static readonly string[] Ignored = ["CS0168", "CS0219", "CS1701", "CS8321", "CS8933"];

    private static readonly CSharpParseOptions Parsing = new(LanguageVersion.Latest, DocumentationMode.None);

    private static readonly SyntaxTree Around = CSharpSyntaxTree.ParseText(StandIns.Source, Parsing, "StandIns.cs");

    /// <summary>The blocks of a page, without those that show a case of the catalogue: these are compiled as cases.</summary>
    public static IEnumerable<Snippet> In(string page, string text)
    {
        text = text.ReplaceLineEndings("\n");
        return Block().Matches(text).Where(static m => !m.Groups["case"].Success)
            .Select(m => new Snippet(page, text.AsSpan(0, m.Groups["code"].Index).Count('\n') + 1, m.Groups["code"].Value));
    }

    /// <summary>What the compiler has against it, each with the page and its line.</summary>
    public IReadOnlyList<string> Complaints()
    {
        var tree = CSharpSyntaxTree.ParseText($"#line {Line} \"{Page}\"\n{Code}", Parsing);
        var options = new CSharpCompilationOptions(OutputKind.ConsoleApplication, nullableContextOptions: NullableContextOptions.Enable);
        return
        [
            .. CSharpCompilation.Create("Snippet", [Around, tree], References.All, options).GetDiagnostics()
                .Where(static d => d.Severity >= DiagnosticSeverity.Warning && !Ignored.Contains(d.Id))
                .Select(static d => $"{d.Location.GetMappedLineSpan().Path}({d.Location.GetMappedLineSpan().StartLinePosition.Line + 1}): {d.Id}: {d.GetMessage(System.Globalization.CultureInfo.InvariantCulture)}"),
        ];
    }

    [GeneratedRegex(@"(?<case><!-- case:[^\n]*\n)?^[ ]*```csharp\n(?<code>.*?)^[ ]*```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Block();
}
