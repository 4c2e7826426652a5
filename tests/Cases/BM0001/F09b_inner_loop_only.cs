// F09b The outer loop carries one section's answers into the next one's prompts: only the inner loop is a batch
// verdict: fixed
// message: This loop makes one 'GetResponseAsync' round trip per 'paragraph', one after another; 'CompleteBatchAsync' sends them together
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

namespace Manuals;

public sealed class Section
{
    public required string Heading { get; init; }

    public required List<string> Paragraphs { get; init; }
}

public sealed class ManualRewriter(IChatClient chat)
{
    public async Task<List<string>> RewriteAsync(IEnumerable<Section> sections, CancellationToken cancellationToken)
    {
        var rewritten = new List<string>();
        var previous = "nothing yet";
        foreach (var section in sections)
        {
            var lines = new List<string>();
            foreach (var paragraph in section.Paragraphs)
            {
                var response = await /*BM0001*/chat.GetResponseAsync(
                    $"{section.Heading}: rewrite '{paragraph}' so that it follows on '{previous}'", cancellationToken: cancellationToken);
                lines.Add(response.Text);
            }

            previous = string.Join(" ", lines);
            rewritten.Add(previous);
        }

        return rewritten;
    }
}
//// run
var sections = new[]
{
    new Section { Heading = "Safety", Paragraphs = ["Unplug it.", "Wear gloves."] },
    new Section { Heading = "Assembly", Paragraphs = ["Lay out the parts.", "Fasten the legs.", "Turn it over."] },
};
foreach (var text in await new ManualRewriter(chat).RewriteAsync(sections, cancellationToken))
{
    Log(text);
}
//// fixed
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using BatchMigrate;
using Microsoft.Extensions.AI;

namespace Manuals;

public sealed class Section
{
    public required string Heading { get; init; }

    public required List<string> Paragraphs { get; init; }
}

public sealed class ManualRewriter(IChatClient chat)
{
    public async Task<List<string>> RewriteAsync(IEnumerable<Section> sections, CancellationToken cancellationToken)
    {
        var rewritten = new List<string>();
        var previous = "nothing yet";
        foreach (var section in sections)
        {
            var lines = new List<string>();
            var batch = await chat.CompleteBatchAsync(
                section.Paragraphs.Select(paragraph => $"{section.Heading}: rewrite '{paragraph}' so that it follows on '{previous}'"),
                cancellationToken: cancellationToken);
            foreach (var item in batch)
            {
                var response = item.Response;
                lines.Add(response.Text);
            }

            previous = string.Join(" ", lines);
            rewritten.Add(previous);
        }

        return rewritten;
    }
}
