// A70a Two loops and a fan-out over synchronous and asynchronous methods without "Async" in their names
// verdict: fixed
// message: 'Explain' is called for one item at a time; 'ExplainBatch' sends them together
// message: 'Translate' is called for one item at a time; 'TranslateBatch' sends them together
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using OpenAI.Chat;

namespace Glossaries;

public sealed class Explainer(ChatClient client)
{
    public string Explain(string term)
    {
        ChatCompletion completion = client.CompleteChat($"Explain {term} in one line.");
        return completion.Content[0].Text;
    }

    public async Task<string> Translate(string term)
    {
        ChatCompletion completion = await client.CompleteChatAsync($"Translate {term}.");
        return completion.Content[0].Text;
    }
}

public sealed class Glossary(Explainer explainer)
{
    public SortedDictionary<string, string> Entries { get; } = [];

    public void Fill(IEnumerable<string> terms)
    {
        foreach (var term in terms)
        {
            Entries[term] = /*BM0003*/explainer.Explain(term);
        }
    }

    public void Extend(IEnumerable<string> abbreviations)
    {
        foreach (var abbreviation in abbreviations)
        {
            Entries.Add(abbreviation, /*BM0003*/explainer.Explain("the abbreviation " + abbreviation));
        }
    }

    public async Task<string[]> TranslateAllAsync()
    {
        var words = new List<string>();
        foreach (var term in Entries.Keys)
        {
            words.Add(await /*BM0003*/explainer.Translate(term));
        }

        return words.ToArray();
    }

    public async Task<string[]> TranslateAtOnceAsync() => await Task.WhenAll(Entries.Keys.Select(term => /*BM0003*/explainer.Translate(term)));
}
//// run
var glossary = new Glossary(new Explainer(client));
try
{
    glossary.Fill(["dactyl", "spondee"]);
    glossary.Extend(["Ms.", "fol."]);
    Log(string.Join("|", await glossary.TranslateAllAsync()));
    Log(string.Join("|", await glossary.TranslateAtOnceAsync()));
}
finally
{
    Log(string.Join("|", glossary.Entries));
}
//// fixed
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using BatchMigrate;
using OpenAI.Chat;

namespace Glossaries;

public sealed class Explainer(ChatClient client)
{
    public string Explain(string term) =>
        ExplainBatch([term])[0].Response;

    /// <summary>Does what <c>Explain</c> does, for many terms in one batch: an outcome for each, in their order.</summary>
    public BatchResult<string> ExplainBatch(IEnumerable<string> terms, CancellationToken cancellationToken = default)
    {
        var batch = client.CompleteBatch(terms, term => [$"Explain {term} in one line."], cancellationToken: cancellationToken);
        return batch.Map(result =>
        {
            ChatCompletion completion = result;
            return completion.Content[0].Text;
        });
    }

    public async Task<string> Translate(string term) =>
        (await TranslateBatch([term]))[0].Response;

    /// <summary>Does what <c>Translate</c> does, for many terms in one batch: an outcome for each, in their order.</summary>
    public async Task<BatchResult<string>> TranslateBatch(IEnumerable<string> terms, CancellationToken cancellationToken = default)
    {
        var batch = await client.CompleteBatchAsync(terms, term => [$"Translate {term}."], cancellationToken: cancellationToken);
        return batch.Map(result =>
        {
            ChatCompletion completion = result;
            return completion.Content[0].Text;
        });
    }
}

public sealed class Glossary(Explainer explainer)
{
    public SortedDictionary<string, string> Entries { get; } = [];

    public void Fill(IEnumerable<string> terms)
    {
        var pending = terms.ToList();
        var batch = explainer.ExplainBatch(pending);
        foreach (var (term, item) in pending.Zip(batch))
        {
            Entries[term] = item.Response;
        }
    }

    public void Extend(IEnumerable<string> abbreviations)
    {
        var pending = abbreviations.ToList();
        var batch = explainer.ExplainBatch(pending.Select(abbreviation => "the abbreviation " + abbreviation));
        foreach (var (abbreviation, item) in pending.Zip(batch))
        {
            Entries.Add(abbreviation, item.Response);
        }
    }

    public async Task<string[]> TranslateAllAsync()
    {
        var words = new List<string>();
        var batch = await explainer.TranslateBatch(Entries.Keys);
        foreach (var item in batch)
        {
            words.Add(item.Response);
        }

        return words.ToArray();
    }

    public async Task<string[]> TranslateAtOnceAsync() => (await explainer.TranslateBatch(Entries.Keys)).GetResponses();
}
