// F113f A method that searches for one query, in a loop and fanned out
// verdict: fixed
// message: 'NearestAsync' is called for one query at a time; 'Batch.RunAsync' sends them together
// message: 'SearchAsync' is called for one query at a time; 'Batch.RunAsync' sends them together
// uses: Microsoft.Extensions.VectorData.Abstractions
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.VectorData;

public sealed class Passage
{
    [VectorStoreKey]
    public string Key { get; set; } = "";
}

public sealed class Retriever(VectorStoreCollection<string, Passage> passages)
{
    public async Task<List<string>> RetrieveAsync(IEnumerable<string> questions, CancellationToken cancellationToken)
    {
        var keys = new List<string>();
        foreach (var question in questions)
        {
            keys.AddRange(await /*BM0007*/NearestAsync(question, cancellationToken));
        }

        return keys;
    }

    public async Task<string[]> RetrieveTogetherAsync(string[] questions)
    {
        var lines = await Task.WhenAll(questions.Select(async question =>
        {
            var keys = new List<string>();
            await foreach (var hit in /*BM0007*/passages.SearchAsync(question, 1))
            {
                keys.Add(hit.Record.Key);
            }

            return string.Join(",", keys);
        }));
        return lines;
    }

    private async Task<List<string>> NearestAsync(string question, CancellationToken cancellationToken)
    {
        var keys = new List<string>();
        await foreach (var hit in passages.SearchAsync(question, 2, cancellationToken: cancellationToken))
        {
            keys.Add(hit.Record.Key);
        }

        return keys;
    }
}
//// run
var passages = new Scripted.ScriptedCollection<Passage>(Ask, p => p.Key);
await passages.UpsertAsync([new Passage { Key = "x" }, new Passage { Key = "y" }]);
var retriever = new Retriever(passages);
Log(await retriever.RetrieveAsync(["who", "what", "when"], cancellationToken));
Log(await retriever.RetrieveTogetherAsync(["why", "how"]));
//// fixed
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using BatchMigrate;
using Microsoft.Extensions.VectorData;

public sealed class Passage
{
    [VectorStoreKey]
    public string Key { get; set; } = "";
}

public sealed class Retriever(VectorStoreCollection<string, Passage> passages)
{
    public async Task<List<string>> RetrieveAsync(IEnumerable<string> questions, CancellationToken cancellationToken)
    {
        var keys = new List<string>();
        var batch = await Batch.RunAsync(
            questions,
            (question, ct) => NearestAsync(question, ct),
            cancellationToken: cancellationToken);
        foreach (var item in batch)
        {
            keys.AddRange(item.Response);
        }

        return keys;
    }

    public async Task<string[]> RetrieveTogetherAsync(string[] questions)
    {
        var batch = await Batch.RunAsync(questions, async (question, _) =>
        {
            var keys = new List<string>();
            await foreach (var hit in passages.SearchAsync(question, 1))
            {
                keys.Add(hit.Record.Key);
            }

            return string.Join(",", keys);
        });
        var lines = batch.GetResponses();
        return lines;
    }

    private async Task<List<string>> NearestAsync(string question, CancellationToken cancellationToken)
    {
        var keys = new List<string>();
        await foreach (var hit in passages.SearchAsync(question, 2, cancellationToken: cancellationToken))
        {
            keys.Add(hit.Record.Key);
        }

        return keys;
    }
}
