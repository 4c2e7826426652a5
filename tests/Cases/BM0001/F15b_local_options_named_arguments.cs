// F15b Options made before the loop, arguments by name, ConfigureAwait inside parentheses
// verdict: fixed
// message: This loop makes one 'GetResponseAsync' round trip per 'letter', one after another; 'CompleteBatchAsync' sends them together
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

namespace Genealogy;

public sealed class LetterTranscriber(IChatClient chat)
{
    public async Task<string> TranscribeAsync(IEnumerable<string> letters, CancellationToken token)
    {
        var options = new ChatOptions { Temperature = 0.1f, MaxOutputTokens = 400 };
        var transcripts = new List<string>();
        foreach (var letter in letters)
        {
            transcripts.Add((await /*BM0001*/chat.GetResponseAsync(
                chatMessage: "Modernise the spelling: " + letter,
                options: options,
                cancellationToken: token).ConfigureAwait(false)).Text);
        }

        return string.Join("\n", transcripts);
    }
}
//// run
Log(await new LetterTranscriber(chat).TranscribeAsync(["Deere Sonne", "My hearte", "Thy ser'vant"], cancellationToken));
//// fixed
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using BatchMigrate;
using Microsoft.Extensions.AI;

namespace Genealogy;

public sealed class LetterTranscriber(IChatClient chat)
{
    public async Task<string> TranscribeAsync(IEnumerable<string> letters, CancellationToken token)
    {
        var options = new ChatOptions { Temperature = 0.1f, MaxOutputTokens = 400 };
        var transcripts = new List<string>();
        var batch = await chat.CompleteBatchAsync(
            letters.Select(letter => "Modernise the spelling: " + letter),
            options,
            cancellationToken: token).ConfigureAwait(false);
        foreach (var item in batch)
        {
            transcripts.Add(item.Response.Text);
        }

        return string.Join("\n", transcripts);
    }
}
