// F19b The loop stands in the body of an async lambda
// verdict: fixed
// message: This loop makes one 'GetResponseAsync' round trip per 'text', one after another; 'CompleteBatchAsync' sends them together
using System;
using System.Collections.Generic;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

namespace Pipelines;

public sealed class Pipeline
{
    private readonly List<Func<List<string>, Task>> _steps = [];

    public Pipeline Then(Func<List<string>, Task> step)
    {
        _steps.Add(step);
        return this;
    }

    public async Task RunAsync(List<string> texts)
    {
        foreach (var step in _steps)
        {
            await step(texts);
        }
    }
}

public static class Steps
{
    public static Pipeline AddTitles(this Pipeline pipeline, IChatClient chat, IDictionary<string, string> titles) => pipeline.Then(async texts =>
    {
        foreach (var text in texts)
        {
            var response = await /*BM0001*/chat.GetResponseAsync("A title for: " + text);
            titles[text] = response.Text;
        }
    });
}
//// run
var titles = new Dictionary<string, string>();
try
{
    await new Pipeline().AddTitles(chat, titles).RunAsync(["a storm", "a feast", "a wedding"]);
}
finally
{
    foreach (var (text, title) in titles)
    {
        Log(text + ": " + title);
    }
}
//// fixed
using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using BatchMigrate;
using Microsoft.Extensions.AI;

namespace Pipelines;

public sealed class Pipeline
{
    private readonly List<Func<List<string>, Task>> _steps = [];

    public Pipeline Then(Func<List<string>, Task> step)
    {
        _steps.Add(step);
        return this;
    }

    public async Task RunAsync(List<string> texts)
    {
        foreach (var step in _steps)
        {
            await step(texts);
        }
    }
}

public static class Steps
{
    public static Pipeline AddTitles(this Pipeline pipeline, IChatClient chat, IDictionary<string, string> titles) => pipeline.Then(async texts =>
    {
        var batch = await chat.CompleteBatchAsync(texts.Select(text => "A title for: " + text));
        foreach (var (text, item) in texts.Zip(batch))
        {
            var response = item.Response;
            titles[text] = response.Text;
        }
    });
}
