// F72a The helper is a public method of an injected service in another file
// verdict: fixed
// message: 'SummariseAsync' is called for one item at a time; 'SummariseBatchAsync' sends them together
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace Archive;

public sealed class ArchiveImporter
{
    private readonly SummaryService _summaries;

    public ArchiveImporter(SummaryService summaries)
    {
        _summaries = summaries;
    }

    public async Task ImportAsync(IReadOnlyList<Letter> letters, CancellationToken cancellationToken)
    {
        foreach (var letter in letters)
        {
            letter.Summary = await /*BM0003*/_summaries.SummariseAsync(letter.Text, cancellationToken);
        }
    }
}
//// file SummaryService.cs
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

namespace Archive;

public sealed class Letter(string text)
{
    public string Text { get; } = text;

    public string? Summary { get; set; }
}

public sealed class SummaryService(IChatClient chat)
{
    private const string Instruction = "Summarise the letter in one sentence.";

    public async Task<string> SummariseAsync(string text, CancellationToken cancellationToken = default)
    {
        var response = await chat.GetResponseAsync(
            [new ChatMessage(ChatRole.System, Instruction), new ChatMessage(ChatRole.User, text)],
            cancellationToken: cancellationToken);
        return response.Text;
    }
}
//// run
Letter[] letters = [new("We have landed."), new("The harvest was poor."), new("Marry her."), new("Send boots.")];
try
{
    await new ArchiveImporter(new SummaryService(chat)).ImportAsync(letters, cancellationToken);
}
finally
{
    Log(string.Join("|", letters.Select(letter => letter.Summary ?? "none")));
}
//// fixed
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

namespace Archive;

public sealed class ArchiveImporter
{
    private readonly SummaryService _summaries;

    public ArchiveImporter(SummaryService summaries)
    {
        _summaries = summaries;
    }

    public async Task ImportAsync(IReadOnlyList<Letter> letters, CancellationToken cancellationToken)
    {
        var batch = await _summaries.SummariseBatchAsync(letters.Select(letter => letter.Text), cancellationToken);
        foreach (var (letter, item) in letters.Zip(batch))
        {
            letter.Summary = item.Response;
        }
    }
}
//// fixed SummaryService.cs
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using BatchMigrate;
using Microsoft.Extensions.AI;

namespace Archive;

public sealed class Letter(string text)
{
    public string Text { get; } = text;

    public string? Summary { get; set; }
}

public sealed class SummaryService(IChatClient chat)
{
    private const string Instruction = "Summarise the letter in one sentence.";

    public async Task<string> SummariseAsync(string text, CancellationToken cancellationToken = default) =>
        (await SummariseBatchAsync([text], cancellationToken))[0].Response;

    /// <summary>Does what <c>SummariseAsync</c> does, for many texts in one batch: an outcome for each, in their order.</summary>
    public async Task<BatchResult<string>> SummariseBatchAsync(IEnumerable<string> texts, CancellationToken cancellationToken = default)
    {
        var batch = await chat.CompleteBatchAsync(
            texts,
            text => [new ChatMessage(ChatRole.System, Instruction), new ChatMessage(ChatRole.User, text)],
            cancellationToken: cancellationToken);
        return batch.Map(response => response.Text);
    }
}
