// F75d Three helpers deep: a task that is passed on, an extension method, the call
// verdict: fixed
// message: 'SubjectAsync' is called for one item at a time; 'Batch.RunAsync' sends them together
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using OpenAI.Chat;

namespace Patents;

internal static class ChatClientExtensions
{
    internal static async Task<string> AskAsync(this ChatClient client, string question, CancellationToken cancellationToken)
    {
        ChatCompletion completion = await client.CompleteChatAsync([new UserChatMessage(question)], cancellationToken: cancellationToken);
        return completion.Content[0].Text;
    }
}

public sealed class ClaimReader(ChatClient client)
{
    public async Task<IList<string>> ReadAsync(IEnumerable<string> claims, CancellationToken cancellationToken)
    {
        IList<string> subjects = new List<string>();
        foreach (var claim in claims)
        {
            subjects.Add(await /*BM0003*/SubjectAsync(claim, cancellationToken));
        }

        return subjects;
    }

    private Task<string> SubjectAsync(string claim, CancellationToken cancellationToken) =>
        FirstLineAsync("The subject matter of: " + claim, cancellationToken);

    private async Task<string> FirstLineAsync(string question, CancellationToken cancellationToken)
    {
        var answer = await client.AskAsync(question, cancellationToken);
        return answer.Split('\n')[0];
    }
}
//// run
Log(string.Join("|", await new ClaimReader(client).ReadAsync(["A pump with two valves.", "A chair that folds.", "A lid."], cancellationToken)));
//// fixed
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using BatchMigrate;
using OpenAI.Chat;

namespace Patents;

internal static class ChatClientExtensions
{
    internal static async Task<string> AskAsync(this ChatClient client, string question, CancellationToken cancellationToken)
    {
        ChatCompletion completion = await client.CompleteChatAsync([new UserChatMessage(question)], cancellationToken: cancellationToken);
        return completion.Content[0].Text;
    }
}

public sealed class ClaimReader(ChatClient client)
{
    public async Task<IList<string>> ReadAsync(IEnumerable<string> claims, CancellationToken cancellationToken)
    {
        IList<string> subjects = new List<string>();
        var batch = await Batch.RunAsync(
            claims,
            (claim, ct) => SubjectAsync(claim, ct),
            cancellationToken: cancellationToken);
        foreach (var item in batch)
        {
            subjects.Add(item.Response);
        }

        return subjects;
    }

    private Task<string> SubjectAsync(string claim, CancellationToken cancellationToken) =>
        FirstLineAsync("The subject matter of: " + claim, cancellationToken);

    private async Task<string> FirstLineAsync(string question, CancellationToken cancellationToken)
    {
        var answer = await client.AskAsync(question, cancellationToken);
        return answer.Split('\n')[0];
    }
}
