// F14a Options are built for each item
// verdict: fixed
// message: This loop makes one 'CompleteChatAsync' round trip per 'brief', one after another; 'CompleteBatchAsync' sends them together
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using OpenAI.Chat;

namespace Copywriting;

public sealed class Brief(string product, int words, float boldness)
{
    public string Product { get; } = product;

    public int Words { get; } = words;

    public float Boldness { get; } = boldness;

    public string? Copy { get; set; }
}

public sealed class Copywriter(ChatClient client)
{
    public async Task WriteAsync(IReadOnlyList<Brief> briefs, CancellationToken cancellationToken)
    {
        foreach (var brief in briefs)
        {
            var options = new ChatCompletionOptions
            {
                MaxOutputTokenCount = brief.Words * 2,
                Temperature = brief.Boldness,
            };

            ChatCompletion completion = await /*BM0001*/client.CompleteChatAsync(
                [new UserChatMessage($"Advertise {brief.Product} in {brief.Words} words.")], options, cancellationToken);
            brief.Copy = completion.Content[0].Text;
        }
    }
}
//// run
Brief[] briefs = [new("socks", 10, 0.2f), new("lamps", 25, 0.9f), new("tea", 40, 0.5f)];
try
{
    await new Copywriter(client).WriteAsync(briefs, cancellationToken);
}
finally
{
    Log(string.Join("|", briefs.Select(brief => brief.Copy ?? "none")));
}
//// fixed
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using BatchMigrate;
using OpenAI.Chat;

namespace Copywriting;

public sealed class Brief(string product, int words, float boldness)
{
    public string Product { get; } = product;

    public int Words { get; } = words;

    public float Boldness { get; } = boldness;

    public string? Copy { get; set; }
}

public sealed class Copywriter(ChatClient client)
{
    public async Task WriteAsync(IReadOnlyList<Brief> briefs, CancellationToken cancellationToken)
    {
        var requests = new List<ChatCompletionRequest>();
        foreach (var brief in briefs)
        {
            var options = new ChatCompletionOptions
            {
                MaxOutputTokenCount = brief.Words * 2,
                Temperature = brief.Boldness,
            };

            requests.Add(new ChatCompletionRequest([new UserChatMessage($"Advertise {brief.Product} in {brief.Words} words.")], options));
        }

        var batch = await client.CompleteBatchAsync(requests, cancellationToken: cancellationToken);
        foreach (var (brief, item) in briefs.Zip(batch))
        {
            ChatCompletion completion = item.Response;
            brief.Copy = completion.Content[0].Text;
        }
    }
}
