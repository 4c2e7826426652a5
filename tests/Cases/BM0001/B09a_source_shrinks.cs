// B09 The source is modified in the body: handled lines leave the list that the loop counts
// verdict: blocked
// blocker: 'lines' is changed
// message: The calls of 'CompleteChatAsync' could be one batch, but 'lines' is changed on line 16 after the call and needed on line 14 before the next one
using System.Collections.Generic;
using System.Threading.Tasks;
using OpenAI.Chat;

namespace Inbox;

public sealed class InboxSorter(ChatClient client)
{
    public async Task<List<string>> SortAsync(List<string> lines)
    {
        var folders = new List<string>();
        for (var i = lines.Count - 1; i >= 0; i--)
        {
            ChatCompletion completion = await /*BM0010*/client.CompleteChatAsync($"Folder for: {/*why*/lines[i]}");
            folders.Add(completion.Content[0].Text);
            /*why*/lines.RemoveAt(i);
        }

        return folders;
    }
}
