// F23a The call stands under an if without else
// verdict: fixed
// message: This loop makes one 'CompleteChatAsync' round trip per 'patent', one after another; 'CompleteBatchAsync' sends them together
using System;
using System.Collections.Generic;
using System.Threading.Tasks;
using OpenAI.Chat;

namespace Patents;

public sealed class Patent
{
    public required string Number { get; init; }

    public required string Abstract { get; init; }

    public DateTime? Expires { get; init; }

    public string Plain { get; set; } = "";
}

public class PatentExplainer
{
    private readonly ChatClient _client;

    public PatentExplainer(ChatClient client)
    {
        _client = client;
    }

    public async Task ExplainAsync(IEnumerable<Patent> patents)
    {
        foreach (var patent in patents)
        {
            if (patent.Expires is null && patent.Abstract.Length > 5)
            {
                ChatCompletion completion = await /*BM0001*/_client.CompleteChatAsync([new UserChatMessage("In plain words: " + patent.Abstract)]);
                patent.Plain = completion.Content[0].Text;
            }
        }
    }
}
//// run
Patent[] patents =
[
    new() { Number = "P1", Abstract = "A hinge with two pins." },
    new() { Number = "P2", Abstract = "A pump.", Expires = new DateTime(2001, 1, 1) },
    new() { Number = "P3", Abstract = "A" },
    new() { Number = "P4", Abstract = "A lock without a key." },
    new() { Number = "P5", Abstract = "A folding ladder." },
];
try
{
    await new PatentExplainer(client).ExplainAsync(patents);
}
finally
{
    Log(string.Join("|", patents.Select(patent => patent.Number + patent.Plain)));
}
//// fixed
using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using BatchMigrate;
using OpenAI.Chat;

namespace Patents;

public sealed class Patent
{
    public required string Number { get; init; }

    public required string Abstract { get; init; }

    public DateTime? Expires { get; init; }

    public string Plain { get; set; } = "";
}

public class PatentExplainer
{
    private readonly ChatClient _client;

    public PatentExplainer(ChatClient client)
    {
        _client = client;
    }

    public async Task ExplainAsync(IEnumerable<Patent> patents)
    {
        var pending = new List<Patent>();
        var messagesList = new List<IEnumerable<ChatMessage>>();
        foreach (var patent in patents)
        {
            if (patent.Expires is null && patent.Abstract.Length > 5)
            {
                pending.Add(patent);
                messagesList.Add([new UserChatMessage("In plain words: " + patent.Abstract)]);
            }
        }

        var batch = await _client.CompleteBatchAsync(messagesList);
        foreach (var (patent, item) in pending.Zip(batch))
        {
            ChatCompletion completion = item.Response;
            patent.Plain = completion.Content[0].Text;
        }
    }
}
