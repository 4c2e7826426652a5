// F70a A private helper of the same class, its text added to a list
// verdict: fixed
// message: 'SummariseAsync' is called for one item at a time; 'SummariseBatchAsync' sends them together
using System.Collections.Generic;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

namespace Newsletter;

public sealed class DigestBuilder(IChatClient chat)
{
    public async Task<List<string>> BuildAsync(IReadOnlyList<string> articles)
    {
        var summaries = new List<string>();
        foreach (var article in articles)
        {
            summaries.Add(await /*BM0003*/SummariseAsync(article));
        }

        return summaries;
    }

    private async Task<string> SummariseAsync(string article)
    {
        var response = await chat.GetResponseAsync("Summarise in two sentences: " + article);
        return response.Text;
    }
}
//// run
foreach (var summary in await new DigestBuilder(chat).BuildAsync(["The ferry is late.", "A comet was seen.", "Bread costs more."]))
{
    Log(summary);
}
//// fixed
using System.Collections.Generic;
using System.Threading.Tasks;
using BatchMigrate;
using Microsoft.Extensions.AI;

namespace Newsletter;

public sealed class DigestBuilder(IChatClient chat)
{
    public async Task<List<string>> BuildAsync(IReadOnlyList<string> articles)
    {
        var summaries = new List<string>();
        var batch = await SummariseBatchAsync(articles);
        foreach (var item in batch)
        {
            summaries.Add(item.Response);
        }

        return summaries;
    }

    private async Task<BatchResult<string>> SummariseBatchAsync(IEnumerable<string> articles)
    {
        var batch = await chat.CompleteBatchAsync(articles, article => "Summarise in two sentences: " + article);
        return batch.Map(response => response.Text);
    }
}
