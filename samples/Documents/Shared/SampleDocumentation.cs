using System.Text;

namespace Documents;

/// <summary>
/// Documentation to work on, generated: the same in every run. Comments of the form <c>[simulate:…]</c> are orders to the
/// simulated provider of the samples (to fail, to answer at length); to any other model they are comments.
/// </summary>
public static class SampleDocumentation
{
    private static readonly (string Library, string Subject, string Purpose)[] Libraries =
    [
        ("ledger", "double-entry bookkeeping", "post balanced entries and close periods"),
        ("beacon", "service discovery", "register instances and watch their health"),
        ("quill", "rich-text editing", "apply edits and resolve concurrent changes"),
        ("tidepool", "time-series storage", "append samples and query them by window"),
        ("harbor", "container images", "push layers and verify signatures"),
        ("lattice", "graph queries", "match patterns and rank the paths found"),
        ("ember", "feature flags", "roll a change out to a share of the users"),
        ("cobalt", "image processing", "resize, crop and convert pictures in streams"),
        ("meadow", "background jobs", "queue work and retry it with back-off"),
        ("orbit", "calendar arithmetic", "add business days across time zones"),
        ("slate", "static sites", "render Markdown with layouts and partials"),
        ("pylon", "message routing", "bind queues to topics and trace deliveries"),
        ("juniper", "configuration", "merge layered settings and validate them"),
        ("kestra", "spreadsheet files", "read and write cells without loading a sheet"),
        ("drift", "schema migration", "apply ordered changes and roll them back"),
        ("prism", "log search", "parse lines into fields and filter by them"),
        ("sable", "secrets", "rotate keys and lease them to services"),
        ("willow", "decision trees", "train, prune and explain a tree"),
        ("anvil", "build scripts", "declare targets and run them in parallel"),
        ("fathom", "geospatial indexes", "find what lies near a point or a line"),
    ];

    /// <summary>Three pages; the last one is longer than a prompt may be.</summary>
    public static IReadOnlyList<Page> Pages { get; } =
        [.. Libraries.Take(3).Select((l, i) => new Page($"https://docs.example/{l.Library}", string.Join("\n\n", ChunkTexts(l.Library, i == 2 ? 12 : 2))))];

    /// <summary>Ten chunks of each page. The last one of the long page stands behind what a prompt shows of the page.</summary>
    public static IReadOnlyList<Chunk> Chunks { get; } =
        [.. Pages.SelectMany(page => page.Text.Split("\n\n").Select((text, i) => new Chunk(page.Url, i + 1, text)))];

    /// <summary>Three examples for each of eight libraries.</summary>
    public static IReadOnlyList<CodeExample> CodeExamples { get; } =
        [.. Libraries.Take(8).SelectMany(l => new[] { "Open", "Use", "Close" }.Select(step => Example(l.Library, l.Subject, l.Purpose, step)))];

    public static IReadOnlyList<Source> Sources { get; } = [.. Libraries.Select(l => new Source($"{l.Library}.example", SourceContent(l.Library, l.Subject, l.Purpose)))];

    private static IEnumerable<string> ChunkTexts(string library, int sentences)
    {
        string[] headings = ["Overview", "Installation", "First steps", "Configuration", "Concepts", "Recipes", "Performance", "Errors", "Upgrading", "Appendix"];
        return headings.Select((heading, i) =>
        {
            var text = new StringBuilder($"## {heading} of {library}\n");
            for (var sentence = 1; sentence <= sentences; sentence++)
            {
                text.Append($"Paragraph {i + 1}.{sentence} explains how {library} treats {heading.ToLowerInvariant()} in practice, ")
                    .Append("what it expects of the program that calls it, and which of its settings change that. ")
                    .Append("Most readers need the first half only; the second half is for those who run it at scale. ");
            }

            return heading == "Appendix" && library == "quill" ? text.Append("<!-- [simulate:500] -->").ToString() : text.ToString().TrimEnd();
        });
    }

    private static CodeExample Example(string library, string subject, string purpose, string step)
    {
        var code = new StringBuilder($"await using var {library} = await {char.ToUpperInvariant(library[0])}{library[1..]}Client.{step}Async(options);\n");
        for (var line = 1; line <= (library == "harbor" ? 40 : 3); line++)
        {
            code.Append($"await {library}.{step}StepAsync(step: {line}, cancellationToken);\n");
        }

        var before = $"The library {library} is about {subject}. It lets you {purpose}. " + string.Concat(Enumerable.Repeat("Every call takes a token and can be repeated. ", 12));
        if (library == "ember" && step == "Use")
        {
            before += "<!-- [simulate:500] -->";
        }

        return new CodeExample($"{library}/{step.ToLowerInvariant()}", code.ToString(), before, $"After that, {library} is ready for the next step.");
    }

    private static string SourceContent(string library, string subject, string purpose)
    {
        var text = $"# {library}\n\nA library for {subject}. With it, programs {purpose}.\n";
        return library switch
        {
            "cobalt" => "",
            "meadow" => text + "<!-- [simulate:500] -->\n",
            "orbit" => text + "<!-- [simulate:words=100] -->\n" + string.Concat(Enumerable.Repeat($"Every chapter shows what {library} can do for {subject}. ", 20)),
            "slate" => text + string.Concat(Enumerable.Repeat($"Every chapter shows what {library} can do for {subject}. ", 600)),
            _ => text,
        };
    }
}
