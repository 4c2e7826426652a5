namespace Documents;

/// <summary>Prints results, one line each.</summary>
public static class Report
{
    private const int ShownOfChunk = 120;

    public static void Chunks(IReadOnlyList<Chunk> chunks, IReadOnlyList<string> texts)
    {
        Console.WriteLine("Chunks");
        foreach (var (chunk, text) in chunks.Zip(texts))
        {
            var shown = text.Length > ShownOfChunk ? $"{text[..ShownOfChunk]}... ({text.Length} characters)" : text;
            Line($"{chunk.Url} #{chunk.Number} contextual={chunk.Metadata.Contextual}", shown);
        }
    }

    public static void Summaries(IReadOnlyList<CodeExample> examples, IReadOnlyList<string> summaries)
    {
        Console.WriteLine("Summaries");
        foreach (var (example, summary) in examples.Zip(summaries))
        {
            Line(example.Title, summary);
        }
    }

    public static void Examples(IEnumerable<CodeExample> examples)
    {
        Console.WriteLine("Examples");
        foreach (var example in examples)
        {
            Line(example.Title, example.Summary);
        }
    }

    public static void Descriptions(IEnumerable<string> descriptions)
    {
        Console.WriteLine("Examples");
        foreach (var description in descriptions)
        {
            Console.WriteLine($"  {description}");
        }
    }

    public static void Sources(IReadOnlyDictionary<string, string> summaries)
    {
        Console.WriteLine("Sources");
        foreach (var (id, summary) in summaries)
        {
            Line(id, summary);
        }
    }

    private static void Line(string name, string text) => Console.WriteLine($"  {name}: {text.ReplaceLineEndings(" ")}");
}
