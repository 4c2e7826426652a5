// F15a Shared options, the caller's token and ConfigureAwait(false)
// verdict: fixed
// message: This loop makes one 'CompleteChatAsync' round trip per 'text', one after another; 'CompleteBatchAsync' sends them together
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using OpenAI.Chat;

namespace Indexing;

public sealed class KeywordExtractor
{
    private static readonly ChatCompletionOptions Options = new() { Temperature = 0, MaxOutputTokenCount = 60 };

    private readonly ChatClient _client;

    public KeywordExtractor(ChatClient client)
    {
        _client = client;
    }

    public async Task<IReadOnlyList<string[]>> ExtractAsync(IReadOnlyList<string> abstracts, CancellationToken cancellationToken)
    {
        var keywords = new List<string[]>(abstracts.Count);
        foreach (var text in abstracts)
        {
            var result = await /*BM0001*/_client.CompleteChatAsync(
                [new SystemChatMessage("Five keywords, separated by commas."), new UserChatMessage(text)],
                Options,
                cancellationToken).ConfigureAwait(false);
            keywords.Add(result.Value.Content[0].Text.Split(','));
        }

        return keywords;
    }
}
//// run
foreach (var words in await new KeywordExtractor(client).ExtractAsync(["On moss", "On lichen", "On ferns"], cancellationToken))
{
    Log(string.Join("/", words));
}
//// fixed
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using BatchMigrate;
using OpenAI.Chat;

namespace Indexing;

public sealed class KeywordExtractor
{
    private static readonly ChatCompletionOptions Options = new() { Temperature = 0, MaxOutputTokenCount = 60 };

    private readonly ChatClient _client;

    public KeywordExtractor(ChatClient client)
    {
        _client = client;
    }

    public async Task<IReadOnlyList<string[]>> ExtractAsync(IReadOnlyList<string> abstracts, CancellationToken cancellationToken)
    {
        var keywords = new List<string[]>(abstracts.Count);
        var messagesList = new List<IEnumerable<ChatMessage>>();
        foreach (var text in abstracts)
        {
            messagesList.Add([new SystemChatMessage("Five keywords, separated by commas."), new UserChatMessage(text)]);
        }

        var batch = await _client.CompleteBatchAsync(messagesList, Options, cancellationToken: cancellationToken).ConfigureAwait(false);
        foreach (var item in batch)
        {
            var result = item.Response;
            keywords.Add(result.Value.Content[0].Text.Split(','));
        }

        return keywords;
    }
}
