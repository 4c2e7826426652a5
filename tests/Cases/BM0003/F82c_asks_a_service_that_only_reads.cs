// F82c The helper awaits a service of the project whose body only reads
// verdict: fixed
// message: 'SentenceAsync' is called for one item at a time; 'Batch.RunAsync' sends them together
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

namespace Terminology;

public sealed class Glossary(IReadOnlyDictionary<string, string> terms)
{
    public Task<string> FindAsync(string term) => Task.FromResult(terms.TryGetValue(term, out var meaning) ? meaning : "unknown");
}

public sealed class Example(string term)
{
    public string Term { get; } = term;

    public string? Sentence { get; set; }
}

public sealed class ExampleWriter
{
    private readonly IChatClient _chat;
    private readonly Glossary _glossary;

    public ExampleWriter(IChatClient chat, Glossary glossary)
    {
        _chat = chat;
        _glossary = glossary;
    }

    public async Task WriteAsync(List<Example> examples, CancellationToken cancellationToken)
    {
        foreach (var example in examples)
        {
            example.Sentence = await /*BM0003*/SentenceAsync(example.Term, cancellationToken);
        }
    }

    private async Task<string> SentenceAsync(string term, CancellationToken cancellationToken)
    {
        var meaning = await _glossary.FindAsync(term);
        var response = await _chat.GetResponseAsync($"A sentence with '{term}' ({meaning}).", cancellationToken: cancellationToken);
        return response.Text;
    }
}
//// run
var glossary = new Glossary(new Dictionary<string, string> { ["bight"] = "a loop of rope", ["luff"] = "the edge of a sail" });
var examples = new List<Example> { new("bight"), new("luff"), new("gybe") };
try
{
    await new ExampleWriter(chat, glossary).WriteAsync(examples, cancellationToken);
}
finally
{
    Log(string.Join("|", examples.Select(example => example.Sentence ?? "none")));
}
//// fixed
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using BatchMigrate;
using Microsoft.Extensions.AI;

namespace Terminology;

public sealed class Glossary(IReadOnlyDictionary<string, string> terms)
{
    public Task<string> FindAsync(string term) => Task.FromResult(terms.TryGetValue(term, out var meaning) ? meaning : "unknown");
}

public sealed class Example(string term)
{
    public string Term { get; } = term;

    public string? Sentence { get; set; }
}

public sealed class ExampleWriter
{
    private readonly IChatClient _chat;
    private readonly Glossary _glossary;

    public ExampleWriter(IChatClient chat, Glossary glossary)
    {
        _chat = chat;
        _glossary = glossary;
    }

    public async Task WriteAsync(List<Example> examples, CancellationToken cancellationToken)
    {
        var batch = await Batch.RunAsync(
            examples,
            (example, ct) => SentenceAsync(example.Term, ct),
            cancellationToken: cancellationToken);
        foreach (var (example, item) in examples.Zip(batch))
        {
            example.Sentence = item.Response;
        }
    }

    private async Task<string> SentenceAsync(string term, CancellationToken cancellationToken)
    {
        var meaning = await _glossary.FindAsync(term);
        var response = await _chat.GetResponseAsync($"A sentence with '{term}' ({meaning}).", cancellationToken: cancellationToken);
        return response.Text;
    }
}
