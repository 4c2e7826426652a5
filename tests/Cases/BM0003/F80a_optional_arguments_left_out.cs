// F80a The helper has optional parameters that the loop leaves out, but for the token
// verdict: fixed
// message: 'DescribeAsync' is called for one item at a time; 'Batch.RunAsync' sends them together
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

namespace Catalogue;

public sealed class Describer
{
    private readonly IChatClient _chat;

    public Describer(IChatClient chat) => _chat = chat;

    public async Task<string> DescribeAsync(string article, string tone = "friendly", float temperature = 0.3f, CancellationToken cancellationToken = default)
    {
        var options = new ChatOptions { Temperature = temperature };
        var response = await _chat.GetResponseAsync($"Describe {article}. Tone: {tone}.", options, cancellationToken);
        return response.Text;
    }
}

public sealed class CatalogueJob(Describer describer)
{
    public async Task<Dictionary<string, string>> RunAsync(IEnumerable<string> articles, CancellationToken stoppingToken)
    {
        var texts = new Dictionary<string, string>();
        foreach (var article in articles)
        {
            texts[article] = await /*BM0003*/describer.DescribeAsync(article, cancellationToken: stoppingToken);
        }

        return texts;
    }
}
//// run
foreach (var (article, text) in await new CatalogueJob(new Describer(chat)).RunAsync(["teapot", "ladle", "sieve"], cancellationToken))
{
    Log(article + ": " + text);
}
//// fixed
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using BatchMigrate;
using Microsoft.Extensions.AI;

namespace Catalogue;

public sealed class Describer
{
    private readonly IChatClient _chat;

    public Describer(IChatClient chat) => _chat = chat;

    public async Task<string> DescribeAsync(string article, string tone = "friendly", float temperature = 0.3f, CancellationToken cancellationToken = default)
    {
        var options = new ChatOptions { Temperature = temperature };
        var response = await _chat.GetResponseAsync($"Describe {article}. Tone: {tone}.", options, cancellationToken);
        return response.Text;
    }
}

public sealed class CatalogueJob(Describer describer)
{
    public async Task<Dictionary<string, string>> RunAsync(IEnumerable<string> articles, CancellationToken stoppingToken)
    {
        var texts = new Dictionary<string, string>();
        var pending = articles.ToList();
        var batch = await Batch.RunAsync(
            pending,
            (article, ct) => describer.DescribeAsync(article, cancellationToken: ct),
            cancellationToken: stoppingToken);
        foreach (var (article, item) in pending.Zip(batch))
        {
            texts[article] = item.Response;
        }

        return texts;
    }
}
