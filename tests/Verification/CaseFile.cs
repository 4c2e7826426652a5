using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace BatchMigrate.Verification;

/// <summary>What must become of a case.</summary>
public enum Verdict
{
    /// <summary>It is reported and fixed.</summary>
    Fixed,

    /// <summary>Nothing is reported.</summary>
    Silent,

    /// <summary>BM0010 names what stands in the way.</summary>
    Blocked,
}

/// <summary>A case of the catalogue: a source file with its verdict in it.</summary>
public sealed partial class CaseFile
{
    private const string FixedMark = "//// fixed";
    private const string ReasonMark = "/*why*/";

    private CaseFile(string path)
    {
        Path = path;
        Id = System.IO.Path.GetFileNameWithoutExtension(path);
        var text = File.ReadAllText(path).ReplaceLineEndings("\n");
        var lines = HeaderLine().Matches(HeaderBlock().Match(text).Value).Select(static m => (Key: m.Groups[1].Value, Value: m.Groups[2].Value.Trim())).ToList();
        var header = lines.Where(static l => l.Key is not ("config" or "message")).ToDictionary(static l => l.Key, static l => l.Value);
        Config = [.. lines.Where(static l => l.Key == "config").Select(static l => l.Value)];
        Messages = [.. lines.Where(static l => l.Key == "message").Select(static l => l.Value)];
        Title = text[3..text.IndexOf('\n', StringComparison.Ordinal)].Trim();
        Verdict = Enum.Parse<Verdict>(header["verdict"], ignoreCase: true);
        Blocker = header.GetValueOrDefault("blocker");
        IsStrict = header.GetValueOrDefault("effects") == "strict";
        AllowErrors = header.ContainsKey("errors");
        LanguageVersion = header.TryGetValue("language", out var version) && LanguageVersionFacts.TryParse(version, out var parsed) ? parsed : LanguageVersion.Latest;
        UsesCrLf = header.GetValueOrDefault("newline") == "crlf";
        UsesTabs = header.GetValueOrDefault("indent") == "tabs";
        Uses = [.. (header.GetValueOrDefault("uses") ?? string.Empty).Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];
        var sections = SectionLine().Split(text);
        Body = HeaderBlock().Replace(sections[0], string.Empty);
        for (var i = 1; i + 1 < sections.Length; i += 2)
        {
            var (mark, section) = (sections[i], sections[i + 1]);
            switch (mark)
            {
                case "run":
                    Run = section;
                    break;
                case "fixed":
                    FixedBody = section;
                    break;
                case var _ when mark.StartsWith("file ", StringComparison.Ordinal):
                    OtherBodies = OtherBodies.Add((mark["file ".Length..].Trim(), section));
                    break;
                default:
                    OtherFixed = OtherFixed.Add((mark["fixed ".Length..].Trim(), section));
                    break;
            }
        }
    }

    /// <summary>Where the file is.</summary>
    public string Path { get; }

    /// <summary>The name of the case.</summary>
    public string Id { get; }

    /// <summary>What the case is about.</summary>
    public string Title { get; }

    /// <summary>What must become of it.</summary>
    public Verdict Verdict { get; }

    /// <summary>A piece of the reason that BM0010 gives.</summary>
    public string? Blocker { get; }

    /// <summary>What the findings say, each message once, in the order of the file.</summary>
    public ImmutableArray<string> Messages { get; }

    /// <summary>Whether <c>batch_migrate.effects</c> is strict.</summary>
    public bool IsStrict { get; }

    /// <summary>Whether the code is incomplete on purpose.</summary>
    public bool AllowErrors { get; }

    /// <summary>The language version.</summary>
    public LanguageVersion LanguageVersion { get; }

    /// <summary>Statements that run the code, for the comparison of before and after.</summary>
    public string? Run { get; }

    /// <summary>Whether the file has Windows line ends.</summary>
    public bool UsesCrLf { get; }

    /// <summary>Whether the file is indented by tabs.</summary>
    public bool UsesTabs { get; }

    /// <summary>Packages that the project uses besides OpenAI's library and the abstractions.</summary>
    public ImmutableArray<string> Uses { get; }

    /// <summary>Further lines of the <c>.editorconfig</c>.</summary>
    public ImmutableArray<string> Config { get; }

    private string Body { get; }

    private string? FixedBody { get; }

    private ImmutableArray<(string Name, string Text)> OtherBodies { get; } = [];

    private ImmutableArray<(string Name, string Text)> OtherFixed { get; } = [];

    /// <summary>Further files of the project, which stand below a line <c>//// file Name.cs</c>.</summary>
    public ImmutableArray<(string Name, string Text)> OtherSources => [.. OtherBodies.Select(o => (o.Name, Layout(o.Text)))];

    /// <summary>The exact texts of further files after the fix; a file that is not among them stays as it is.</summary>
    public ImmutableArray<(string Name, string Text)> OtherFixedSources => [.. OtherFixed.Select(o => (o.Name, Layout(o.Text)))];

    /// <summary>The source as the compiler gets it.</summary>
    public string Source => Layout(MarkComment().Replace(Body, string.Empty));

    /// <summary>The exact text after the fix; null while it is not written down.</summary>
    public string? FixedSource => FixedBody is null ? null : Layout(FixedBody);

    /// <summary>All cases below the folder of the cases.</summary>
    public static ImmutableArray<CaseFile> All { get; } = [.. Directory.EnumerateFiles(Folder, "*.cs", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(static path => new CaseFile(path))];

    /// <summary>The folder of the cases: in the source tree, so that expected texts can be written back.</summary>
    public static string Folder
    {
        get
        {
            for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            {
                var cases = System.IO.Path.Combine(folder.FullName, "tests", "Cases");
                if (Directory.Exists(cases))
                {
                    return cases;
                }
            }

            throw new DirectoryNotFoundException("No folder tests/Cases above the test's binaries.");
        }
    }

    /// <summary>A case by its name.</summary>
    public static CaseFile Get(string id) => All.Single(c => c.Id == id);

    /// <summary>The places that must be reported.</summary>
    public ImmutableArray<(string Id, TextSpan Span)> Expected
    {
        get
        {
            var marked = Layout(Body);
            var found = ImmutableArray.CreateBuilder<(string, TextSpan)>();
            var removed = 0;
            var root = CSharpSyntaxTree.ParseText(Source, new CSharpParseOptions(LanguageVersion)).GetRoot();
            foreach (Match match in MarkComment().Matches(marked))
            {
                var start = match.Index - removed;
                removed += match.Length;
                if (match.Value == ReasonMark)
                {
                    continue;
                }

                var invocation = root.FindToken(start).Parent!.AncestorsAndSelf().OfType<Microsoft.CodeAnalysis.CSharp.Syntax.InvocationExpressionSyntax>().Where(i => i.SpanStart == start).OrderBy(static i => i.Span.Length).ToList();
                var single = invocation.Find(static i => i.Expression.ToString() is var callee && (callee.Contains("CompleteChat", StringComparison.Ordinal) || callee.Contains("GetResponseAsync", StringComparison.Ordinal)));
                found.Add((match.Groups[1].Value, (single ?? invocation[0]).Expression.Span));
            }

            return found.ToImmutable();
        }
    }

    /// <summary>Where BM0010 says that the reason stands: the places in the case's own file that are marked with <c>/*why*/</c>.</summary>
    public ImmutableArray<int> Reasons
    {
        get
        {
            var places = ImmutableArray.CreateBuilder<int>();
            var removed = 0;
            foreach (Match match in MarkComment().Matches(Layout(Body)))
            {
                if (match.Value == ReasonMark)
                {
                    places.Add(match.Index - removed);
                }

                removed += match.Length;
            }

            return places.ToImmutable();
        }
    }

    /// <summary>The project that the case makes.</summary>
    public TestProject ToProject() => ToProject(LibrarySet.Newest);

    /// <summary>The project that the case makes with libraries of certain versions.</summary>
    /// <param name="libraries">The libraries.</param>
    /// <returns>The project.</returns>
    public TestProject ToProject(LibrarySet libraries) => new("Case", [(Id + ".cs", Source), .. OtherSources])
    {
        References = libraries.With(Uses),
        LanguageVersion = LanguageVersion,
        EditorConfig = [.. IsStrict ? ["batch_migrate.effects = strict"] : ImmutableArray<string>.Empty, .. Config],
    };

    /// <summary>Writes the fixed text into the file.</summary>
    /// <param name="text">The text of the case's own file.</param>
    /// <param name="others">The texts of further files that the fix has changed.</param>
    public void WriteFixed(string text, IEnumerable<(string Name, string Text)> others)
    {
        var whole = File.ReadAllText(Path).ReplaceLineEndings("\n");
        var at = whole.IndexOf("\n" + FixedMark + "\n", StringComparison.Ordinal);
        var kept = at < 0 ? whole.TrimEnd('\n') + "\n" : whole[..(at + 1)];
        File.WriteAllText(Path, kept + FixedMark + "\n" + Plain(text) + string.Concat(others.Select(o => $"{FixedMark} {o.Name}\n{Plain(o.Text)}")));
    }

    /// <summary>Writes down what the findings say.</summary>
    /// <param name="messages">The messages.</param>
    public void WriteMessages(IEnumerable<string> messages)
    {
        var lines = File.ReadAllText(Path).ReplaceLineEndings("\n").Split('\n').ToList();
        var end = lines.FindIndex(static l => !l.StartsWith("// ", StringComparison.Ordinal));
        lines.RemoveAll(l => l.StartsWith("// message: ", StringComparison.Ordinal) && lines.IndexOf(l) < end);
        var at = lines.FindLastIndex(static l => l.StartsWith("// verdict: ", StringComparison.Ordinal) || l.StartsWith("// blocker: ", StringComparison.Ordinal));
        lines.InsertRange(at + 1, messages.Select(static m => "// message: " + m));
        File.WriteAllText(Path, string.Join('\n', lines));
    }

    /// <summary>Marks the places of the reasons in the file.</summary>
    /// <param name="places">Where they begin in <see cref="Source"/>.</param>
    public void WriteReasons(IEnumerable<int> places)
    {
        if (UsesCrLf || UsesTabs)
        {
            throw new NotSupportedException("Mark the reasons of this case by hand: its file is laid out differently from its source.");
        }

        var body = Body.Replace(ReasonMark, string.Empty, StringComparison.Ordinal);
        foreach (var place in places.Distinct().OrderDescending())
        {
            var at = place;
            foreach (var mark in MarkComment().Matches(body).TakeWhile(m => m.Index <= at))
            {
                at += mark.Length;
            }

            body = body.Insert(at, ReasonMark);
        }

        var whole = File.ReadAllText(Path).ReplaceLineEndings("\n");
        File.WriteAllText(Path, whole.Replace(Body, body, StringComparison.Ordinal));
    }

    /// <inheritdoc/>
    public override string ToString() => Id;

    private string Plain(string text)
    {
        var plain = text.ReplaceLineEndings("\n");
        return UsesTabs ? plain.Replace("\t", "    ", StringComparison.Ordinal) : plain;
    }

    private string Layout(string text)
    {
        if (UsesTabs)
        {
            text = LeadingSpaces().Replace(text, static m => new string('\t', m.Length / 4));
        }

        return UsesCrLf ? text.Replace("\n", "\r\n", StringComparison.Ordinal) : text;
    }

    [GeneratedRegex(@"^// (verdict|blocker|message|effects|language|newline|indent|errors|uses|config): *(.*)$", RegexOptions.Multiline)]
    private static partial Regex HeaderLine();

    [GeneratedRegex(@"\A(// .*\n)+")]
    private static partial Regex HeaderBlock();

    [GeneratedRegex(@"^//// (run|file [\w.]+|fixed(?: [\w.]+)?)\n", RegexOptions.Multiline)]
    private static partial Regex SectionLine();

    [GeneratedRegex(@"/\*(BM\d{4}|why)\*/")]
    private static partial Regex MarkComment();

    [GeneratedRegex("^(    )+", RegexOptions.Multiline)]
    private static partial Regex LeadingSpaces();
}
