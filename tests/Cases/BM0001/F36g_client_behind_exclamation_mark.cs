// F36g The client is nullable and stands behind an exclamation mark
// verdict: fixed
// message: This loop makes one 'CompleteChatAsync' round trip per 'mail', one after another; 'CompleteBatchAsync' sends them together
using System;
using System.Collections.Generic;
using System.Threading.Tasks;
using OpenAI.Chat;

namespace Optional;

public class SubjectLines
{
    public ChatClient? Client { get; set; }

    public bool IsReady => Client is not null;

    public async Task<List<string>> SuggestAsync(IEnumerable<string> mails)
    {
        if (!IsReady)
        {
            throw new InvalidOperationException("No client was given.");
        }

        var subjects = new List<string>();
        foreach (var mail in mails)
        {
            ChatCompletion completion = await /*BM0001*/Client!.CompleteChatAsync([new UserChatMessage("A subject line for: " + mail)]);
            subjects.Add(completion.Content[0].Text);
        }

        return subjects;
    }
}
//// run
Log(string.Join("|", await new SubjectLines { Client = client }.SuggestAsync(["We meet at nine.", "The lift is out.", "Cake in the kitchen."])));
//// fixed
using System;
using System.Collections.Generic;
using System.Threading.Tasks;
using BatchMigrate;
using OpenAI.Chat;

namespace Optional;

public class SubjectLines
{
    public ChatClient? Client { get; set; }

    public bool IsReady => Client is not null;

    public async Task<List<string>> SuggestAsync(IEnumerable<string> mails)
    {
        if (!IsReady)
        {
            throw new InvalidOperationException("No client was given.");
        }

        var subjects = new List<string>();
        var messagesList = new List<IEnumerable<ChatMessage>>();
        foreach (var mail in mails)
        {
            messagesList.Add([new UserChatMessage("A subject line for: " + mail)]);
        }

        var batch = await Client!.CompleteBatchAsync(messagesList);
        foreach (var item in batch)
        {
            ChatCompletion completion = item.Response;
            subjects.Add(completion.Content[0].Text);
        }

        return subjects;
    }
}
