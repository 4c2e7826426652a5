// F22b A Thread.Sleep before each synchronous call becomes pacing
// verdict: fixed
// message: This loop makes one 'CompleteChat' round trip per item, one after another; 'CompleteBatch' sends them together
using System;
using System.Collections.Generic;
using System.Threading;
using OpenAI.Chat;

namespace Backfill;

public class Backfiller
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(15);

    private readonly ChatClient _client;

    public Backfiller(ChatClient client)
    {
        _client = client;
    }

    public void Fill(IDictionary<int, string> summaries, IReadOnlyList<string> records)
    {
        for (var i = 0; i < records.Count; i++)
        {
            Thread.Sleep(Pause);
            ChatCompletion completion = /*BM0001*/_client.CompleteChat(new UserChatMessage(records[i]));
            summaries[i] = completion.Content[0].Text;
        }
    }
}
//// run
var summaries = new SortedDictionary<int, string>();
try
{
    new Backfiller(client).Fill(summaries, ["first record", "second record", "third record"]);
}
finally
{
    Log(string.Join("|", summaries));
}
//// fixed
using System;
using System.Collections.Generic;
using BatchMigrate;
using OpenAI.Chat;

namespace Backfill;

public class Backfiller
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(15);

    private readonly ChatClient _client;

    public Backfiller(ChatClient client)
    {
        _client = client;
    }

    public void Fill(IDictionary<int, string> summaries, IReadOnlyList<string> records)
    {
        var messagesList = new List<IEnumerable<ChatMessage>>();
        for (var i = 0; i < records.Count; i++)
        {
            messagesList.Add([new UserChatMessage(records[i])]);
        }

        var batch = _client.CompleteBatch(messagesList, batchOptions: new BatchOptions { Pacing = Pause });
        for (var i = 0; i < records.Count; i++)
        {
            ChatCompletion completion = batch[i].Response;
            summaries[i] = completion.Content[0].Text;
        }
    }
}
