// F19c The loop stands in a local function that captures the client
// verdict: fixed
// message: This loop makes one 'CompleteChatAsync' round trip per 'word', one after another; 'CompleteBatchAsync' sends them together
using System.Collections.Generic;
using System.Threading.Tasks;
using OpenAI.Chat;

namespace Dictionaries;

public sealed class ExampleSentences(ChatClient client)
{
    public async Task<(List<string> Nouns, List<string> Verbs)> MakeAsync(string[] nouns, string[] verbs)
    {
        return (await SentencesAsync(nouns, "noun"), await SentencesAsync(verbs, "verb"));

        async Task<List<string>> SentencesAsync(string[] words, string kind)
        {
            var sentences = new List<string>();
            foreach (var word in words)
            {
                ChatCompletion completion = await /*BM0001*/client.CompleteChatAsync([new UserChatMessage($"A sentence with the {kind} '{word}'.")]);
                sentences.Add(completion.Content[0].Text);
            }

            return sentences;
        }
    }
}
//// run
var (nouns, verbs) = await new ExampleSentences(client).MakeAsync(["harbour", "ladder", "candle"], ["to mend", "to row"]);
Log(string.Join("|", nouns));
Log(string.Join("|", verbs));
//// fixed
using System.Collections.Generic;
using System.Threading.Tasks;
using BatchMigrate;
using OpenAI.Chat;

namespace Dictionaries;

public sealed class ExampleSentences(ChatClient client)
{
    public async Task<(List<string> Nouns, List<string> Verbs)> MakeAsync(string[] nouns, string[] verbs)
    {
        return (await SentencesAsync(nouns, "noun"), await SentencesAsync(verbs, "verb"));

        async Task<List<string>> SentencesAsync(string[] words, string kind)
        {
            var sentences = new List<string>();
            var messagesList = new List<IEnumerable<ChatMessage>>();
            foreach (var word in words)
            {
                messagesList.Add([new UserChatMessage($"A sentence with the {kind} '{word}'.")]);
            }

            var batch = await client.CompleteBatchAsync(messagesList);
            foreach (var item in batch)
            {
                ChatCompletion completion = item.Response;
                sentences.Add(completion.Content[0].Text);
            }

            return sentences;
        }
    }
}
