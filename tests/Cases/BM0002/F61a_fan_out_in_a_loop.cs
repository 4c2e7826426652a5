// F61 A fan-out in the body of a loop
// verdict: fixed
// message: These 'CompleteChatAsync' requests are fanned out by hand, without a limit; 'CompleteBatchAsync' sends them together, a bounded number at a time
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using OpenAI.Chat;

namespace Courses;

public sealed record Chapter(string Title, IReadOnlyList<string> Sections);

public sealed class CourseWriter(ChatClient client)
{
    public async Task<Dictionary<string, string>> WriteAsync(IEnumerable<Chapter> chapters, CancellationToken cancellationToken)
    {
        var texts = new Dictionary<string, string>();
        foreach (var chapter in chapters)
        {
            if (chapter.Sections.Count == 0)
            {
                continue;
            }

            var sections = await Task.WhenAll(chapter.Sections.Select(async section =>
            {
                ChatCompletion completion = await /*BM0002*/client.CompleteChatAsync([new UserChatMessage($"{chapter.Title}: write '{section}'")], cancellationToken: cancellationToken);
                return $"## {section}\n{completion.Content[0].Text}";
            }));
            texts.Add(chapter.Title, string.Join("\n\n", sections));
        }

        return texts;
    }
}
//// run
foreach (var (title, text) in await new CourseWriter(client).WriteAsync([new("Soil", ["Clay", "Sand"]), new("Empty", []), new("Water", ["Rain", "Wells", "Dew"])], cancellationToken))
{
    Log($"{title}: {text}");
}
//// fixed
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using BatchMigrate;
using OpenAI.Chat;

namespace Courses;

public sealed record Chapter(string Title, IReadOnlyList<string> Sections);

public sealed class CourseWriter(ChatClient client)
{
    public async Task<Dictionary<string, string>> WriteAsync(IEnumerable<Chapter> chapters, CancellationToken cancellationToken)
    {
        var texts = new Dictionary<string, string>();
        foreach (var chapter in chapters)
        {
            if (chapter.Sections.Count == 0)
            {
                continue;
            }

            var batch = await client.CompleteBatchAsync(
                chapter.Sections,
                section => [new UserChatMessage($"{chapter.Title}: write '{section}'")],
                cancellationToken: cancellationToken);
            var sections = batch.Map(chapter.Sections, (section, item) =>
            {
                ChatCompletion completion = item.Response;
                return $"## {section}\n{completion.Content[0].Text}";
            }).GetResponses();
            texts.Add(chapter.Title, string.Join("\n\n", sections));
        }

        return texts;
    }
}
