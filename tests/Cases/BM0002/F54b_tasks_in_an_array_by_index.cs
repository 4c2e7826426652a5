// F54 Tasks in an array, read by index
// verdict: fixed
// message: These 'GetResponseAsync' requests are fanned out by hand, without a limit; 'CompleteBatchAsync' sends them together, a bounded number at a time
using System.Collections.Generic;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

namespace Exams;

public sealed class Essay
{
    public string Text { get; set; } = "";

    public string? Remark { get; set; }
}

public sealed class Corrector
{
    private readonly IChatClient chat;

    public Corrector(IChatClient chat) => this.chat = chat;

    public async Task CorrectAsync(IList<Essay> essays)
    {
        var tasks = new Task<ChatResponse>[essays.Count];
        for (var i = 0; i < essays.Count; i++)
        {
            tasks[i] = /*BM0002*/chat.GetResponseAsync("One remark on: " + essays[i].Text);
        }

        await Task.WhenAll(tasks);

        for (var i = 0; i < tasks.Length; i++)
        {
            essays[i].Remark = tasks[i].Result.Text;
        }
    }
}
//// run
Essay[] essays = [new() { Text = "On rain" }, new() { Text = "On snow" }, new() { Text = "On hail" }];
await new Corrector(chat).CorrectAsync(essays);
foreach (var essay in essays)
{
    Log(essay.Remark);
}
//// fixed
using System.Collections.Generic;
using System.Threading.Tasks;
using BatchMigrate;
using Microsoft.Extensions.AI;

namespace Exams;

public sealed class Essay
{
    public string Text { get; set; } = "";

    public string? Remark { get; set; }
}

public sealed class Corrector
{
    private readonly IChatClient chat;

    public Corrector(IChatClient chat) => this.chat = chat;

    public async Task CorrectAsync(IList<Essay> essays)
    {
        var prompts = new string[essays.Count];
        for (var i = 0; i < essays.Count; i++)
        {
            prompts[i] = "One remark on: " + essays[i].Text;
        }

        var batch = await chat.CompleteBatchAsync(prompts);
        batch.ThrowIfFailed();

        for (var i = 0; i < batch.Count; i++)
        {
            essays[i].Remark = batch[i].Response.Text;
        }
    }
}
