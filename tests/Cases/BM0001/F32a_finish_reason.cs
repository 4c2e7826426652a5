// F32a The finish reason of the answer decides what is done with it
// verdict: fixed
// message: This loop makes one 'CompleteChatAsync' round trip per 'brief', one after another; 'CompleteBatchAsync' sends them together
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using OpenAI.Chat;

namespace Legal;

public sealed class Brief
{
    public required string Matter { get; init; }

    public string? Opinion { get; set; }

    public bool IsCut { get; set; }
}

public class OpinionService
{
    private readonly ChatClient _chatClient;

    public OpinionService(ChatClient chatClient)
    {
        _chatClient = chatClient;
    }

    public List<string> Problems { get; } = new();

    public async Task GiveAsync(IEnumerable<Brief> briefs, CancellationToken cancellationToken)
    {
        foreach (var brief in briefs)
        {
            ChatCompletion response = await /*BM0001*/_chatClient.CompleteChatAsync(
                [new UserChatMessage(brief.Matter)], cancellationToken: cancellationToken);

            if (response.FinishReason == ChatFinishReason.Stop)
            {
                brief.Opinion = response.Content[0].Text;
            }
            else if (response.FinishReason == ChatFinishReason.Length)
            {
                brief.Opinion = response.Content[0].Text + " ...";
                brief.IsCut = true;
            }
            else
            {
                Problems.Add($"{brief.Matter}: {response.FinishReason}");
            }
        }
    }
}
//// run
var briefs = new[] { "fence", "a right of way across the lower field", new string('m', 120) }.Select(matter => new Brief { Matter = matter }).ToArray();
try
{
    await new OpinionService(client).GiveAsync(briefs, cancellationToken);
}
finally
{
    Log(string.Join("|", briefs.Select(brief => $"{brief.Opinion} {brief.IsCut}")));
}
//// fixed
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using BatchMigrate;
using OpenAI.Chat;

namespace Legal;

public sealed class Brief
{
    public required string Matter { get; init; }

    public string? Opinion { get; set; }

    public bool IsCut { get; set; }
}

public class OpinionService
{
    private readonly ChatClient _chatClient;

    public OpinionService(ChatClient chatClient)
    {
        _chatClient = chatClient;
    }

    public List<string> Problems { get; } = new();

    public async Task GiveAsync(IEnumerable<Brief> briefs, CancellationToken cancellationToken)
    {
        var pending = new List<Brief>();
        var messagesList = new List<IEnumerable<ChatMessage>>();
        foreach (var brief in briefs)
        {
            pending.Add(brief);
            messagesList.Add([new UserChatMessage(brief.Matter)]);
        }

        var batch = await _chatClient.CompleteBatchAsync(messagesList, cancellationToken: cancellationToken);
        foreach (var (brief, item) in pending.Zip(batch))
        {
            ChatCompletion response = item.Response;

            if (response.FinishReason == ChatFinishReason.Stop)
            {
                brief.Opinion = response.Content[0].Text;
            }
            else if (response.FinishReason == ChatFinishReason.Length)
            {
                brief.Opinion = response.Content[0].Text + " ...";
                brief.IsCut = true;
            }
            else
            {
                Problems.Add($"{brief.Matter}: {response.FinishReason}");
            }
        }
    }
}
