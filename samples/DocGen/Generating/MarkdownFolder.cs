using System.Globalization;
using System.Text;
using BatchMigrate;
using DocGen.Reading;

namespace DocGen.Generating;

/// <summary>Writes the documentation: a page for each file of code, and an index.</summary>
internal static class MarkdownFolder
{
    /// <summary>Writes all pages. Each is written beside its place and then moved there, so that a page is always whole.</summary>
    /// <exception cref="DocGenException">The folder cannot be written.</exception>
    public static void Write(string folder, CodeBase code, BatchResult<string> texts, SemanticContext context)
    {
        var entries = code.Symbols.Zip(texts).ToLookup(pair => pair.First.File);
        try
        {
            var index = new StringBuilder("# Reference\n\n");
            foreach (var file in code.Files.Values.Where(file => entries.Contains(file.Path)))
            {
                var page = $"{file.Path}.md";
                index.Append(CultureInfo.InvariantCulture, $"* [{file.Path}]({Uri.EscapeDataString(page).Replace("%2F", "/", StringComparison.Ordinal)}): {string.Join(", ", file.Symbols.Select(name => $"`{name}`"))}\n");
                Save(Path.Combine(folder, page), Page(file, entries[file.Path], context));
            }

            Save(Path.Combine(folder, "index.md"), index.ToString());
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new DocGenException($"'{folder}' cannot be written: {e.Message}", e);
        }
    }

    private static string Page(CodeFile file, IEnumerable<(CodeSymbol Symbol, BatchItem<string> Text)> entries, SemanticContext context)
    {
        var page = new StringBuilder($"# {file.Path}\n");
        foreach (var (symbol, text) in entries)
        {
            page.Append(CultureInfo.InvariantCulture, $"\n## {symbol.Name}\n\n```csharp\n{symbol.Signature}\n```\n\n");
            page.Append(text.Succeeded ? text.Response.Trim() : "*Not documented: see the report.*").Append('\n');
            if (context.Of(symbol) is { Count: > 0 } neighbours)
            {
                page.Append(CultureInfo.InvariantCulture, $"\nRelated: {string.Join(", ", neighbours.Select(other => $"`{other.Symbol.Name}`"))}\n");
            }
        }

        return page.ToString();
    }

    private static void Save(string path, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var unfinished = $"{path}.{Guid.NewGuid():N}.tmp";
        try
        {
            File.WriteAllText(unfinished, text);
            File.Move(unfinished, path, overwrite: true);
        }
        finally
        {
            File.Delete(unfinished);
        }
    }
}
