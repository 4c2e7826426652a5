// F37a Two loops in one method, with the same names
// verdict: fixed
// message: This loop makes one 'CompleteChatAsync' round trip per 'change', one after another; 'CompleteBatchAsync' sends them together
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using OpenAI.Chat;

namespace Release;

public sealed class ReleaseNotes(ChatClient client)
{
    public async Task<(List<string> Features, List<string> Fixes)> WriteAsync(string[] features, string[] fixes, CancellationToken cancellationToken)
    {
        var featureNotes = new List<string>();
        foreach (var change in features)
        {
            ChatCompletion completion = await /*BM0001*/client.CompleteChatAsync(
                [new UserChatMessage("Announce the feature: " + change)], cancellationToken: cancellationToken);
            featureNotes.Add(completion.Content[0].Text);
        }

        var fixNotes = new List<string>();
        foreach (var change in fixes)
        {
            ChatCompletion completion = await /*BM0001*/client.CompleteChatAsync(
                [new UserChatMessage("Describe the fix: " + change)], cancellationToken: cancellationToken);
            fixNotes.Add(completion.Content[0].Text);
        }

        return (featureNotes, fixNotes);
    }
}
//// run
var (features, fixes) = await new ReleaseNotes(client).WriteAsync(
    ["dark mode", "undo", "export"], ["crash on start", "wrong totals", "typo"], cancellationToken);
Log(string.Join("|", features));
Log(string.Join("|", fixes));
//// fixed
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using BatchMigrate;
using OpenAI.Chat;

namespace Release;

public sealed class ReleaseNotes(ChatClient client)
{
    public async Task<(List<string> Features, List<string> Fixes)> WriteAsync(string[] features, string[] fixes, CancellationToken cancellationToken)
    {
        var featureNotes = new List<string>();
        var messagesList = new List<IEnumerable<ChatMessage>>();
        foreach (var change in features)
        {
            messagesList.Add([new UserChatMessage("Announce the feature: " + change)]);
        }

        var batch = await client.CompleteBatchAsync(messagesList, cancellationToken: cancellationToken);
        foreach (var item in batch)
        {
            ChatCompletion completion = item.Response;
            featureNotes.Add(completion.Content[0].Text);
        }

        var fixNotes = new List<string>();
        var messagesList2 = new List<IEnumerable<ChatMessage>>();
        foreach (var change in fixes)
        {
            messagesList2.Add([new UserChatMessage("Describe the fix: " + change)]);
        }

        var batch2 = await client.CompleteBatchAsync(messagesList2, cancellationToken: cancellationToken);
        foreach (var item in batch2)
        {
            ChatCompletion completion = item.Response;
            fixNotes.Add(completion.Content[0].Text);
        }

        return (featureNotes, fixNotes);
    }
}
