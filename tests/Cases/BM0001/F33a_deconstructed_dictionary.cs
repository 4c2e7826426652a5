// F33a The loop header deconstructs the entries of a dictionary
// verdict: fixed
// message: This loop makes one 'CompleteChatAsync' round trip per item, one after another; 'CompleteBatchAsync' sends them together
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using OpenAI.Chat;

namespace Config;

public sealed class SettingDocs(ChatClient client)
{
    public async Task<SortedDictionary<string, string>> DocumentAsync(IReadOnlyDictionary<string, string> settings, CancellationToken cancellationToken)
    {
        var docs = new SortedDictionary<string, string>();
        foreach (var (name, value) in settings)
        {
            ChatCompletion completion = await /*BM0001*/client.CompleteChatAsync(
                [new UserChatMessage($"Explain the setting {name} whose default is {value}.")], cancellationToken: cancellationToken);
            docs[name] = $"{completion.Content[0].Text} (default: {value})";
        }

        return docs;
    }
}
//// run
var settings = new SortedDictionary<string, string> { ["port"] = "8080", ["retries"] = "3", ["verbose"] = "false" };
foreach (var (name, text) in await new SettingDocs(client).DocumentAsync(settings, cancellationToken))
{
    Log(name + ": " + text);
}
//// fixed
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using BatchMigrate;
using OpenAI.Chat;

namespace Config;

public sealed class SettingDocs(ChatClient client)
{
    public async Task<SortedDictionary<string, string>> DocumentAsync(IReadOnlyDictionary<string, string> settings, CancellationToken cancellationToken)
    {
        var docs = new SortedDictionary<string, string>();
        var messagesList = new List<IEnumerable<ChatMessage>>();
        foreach (var (name, value) in settings)
        {
            messagesList.Add([new UserChatMessage($"Explain the setting {name} whose default is {value}.")]);
        }

        var batch = await client.CompleteBatchAsync(messagesList, cancellationToken: cancellationToken);
        foreach (var ((name, value), item) in settings.Zip(batch))
        {
            ChatCompletion completion = item.Response;
            docs[name] = $"{completion.Content[0].Text} (default: {value})";
        }

        return docs;
    }
}
