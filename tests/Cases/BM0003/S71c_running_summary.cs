// S71c The helper carries a running summary from call to call
// verdict: silent
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

namespace Novels;

public sealed class ReadingCompanion
{
    private readonly IChatClient _chat;
    private string _soFar = "Nothing has happened yet.";

    public ReadingCompanion(IChatClient chat) => _chat = chat;

    public async Task<string> ReadAsync(IReadOnlyList<string> chapters, CancellationToken cancellationToken)
    {
        foreach (var chapter in chapters)
        {
            await ReadChapterAsync(chapter, cancellationToken);
        }

        return _soFar;
    }

    private async Task ReadChapterAsync(string chapter, CancellationToken cancellationToken)
    {
        var response = await _chat.GetResponseAsync($"So far: {_soFar}\nNow: {chapter}\nSummarise both.", cancellationToken: cancellationToken);
        _soFar = response.Text;
    }
}
