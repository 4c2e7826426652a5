// F30b A counter in the prepare half only
// verdict: fixed
// message: This loop makes one 'GetResponseAsync' round trip per 'story', one after another; 'CompleteBatchAsync' sends them together
using System;
using System.Collections.Generic;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

namespace Backlog;

public sealed class StorySplitter
{
    private readonly IChatClient _chat;

    public StorySplitter(IChatClient chat) => _chat = chat;

    public async Task<List<string>> SplitAsync(IEnumerable<string> stories)
    {
        var tasks = new List<string>();
        var skipped = 0;
        foreach (var story in stories)
        {
            if (story.Length < 8)
            {
                skipped++;
                continue;
            }

            var response = await /*BM0001*/_chat.GetResponseAsync($"Split into tasks: {story}");
            tasks.AddRange(response.Text.Split(':'));
        }

        Console.WriteLine($"{skipped} stories were too short");
        return tasks;
    }
}
//// run
Log(string.Join("|", await new StorySplitter(chat).SplitAsync(["log in by mail", "todo", "export to a file", "fix", "search by colour"])));
//// fixed
using System;
using System.Collections.Generic;
using System.Threading.Tasks;
using BatchMigrate;
using Microsoft.Extensions.AI;

namespace Backlog;

public sealed class StorySplitter
{
    private readonly IChatClient _chat;

    public StorySplitter(IChatClient chat) => _chat = chat;

    public async Task<List<string>> SplitAsync(IEnumerable<string> stories)
    {
        var tasks = new List<string>();
        var skipped = 0;
        var prompts = new List<string>();
        foreach (var story in stories)
        {
            if (story.Length < 8)
            {
                skipped++;
                continue;
            }

            prompts.Add($"Split into tasks: {story}");
        }

        var batch = await _chat.CompleteBatchAsync(prompts);
        foreach (var item in batch)
        {
            var response = item.Response;
            tasks.AddRange(response.Text.Split(':'));
        }

        Console.WriteLine($"{skipped} stories were too short");
        return tasks;
    }
}
