// B08 The else branch sends to the archive that the answers are sent to, in the order of the items
// verdict: blocked
// blocker: 'AppendAsync' on line
// message: The calls of 'GetResponseAsync' could be one batch, but 'AppendAsync' on line 24 may change 'archive', which line 21 needs before the next call
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

namespace Knowledge;

public interface IArchive
{
    bool Accepts(string text);

    Task AppendAsync(string line, CancellationToken cancellationToken);
}

public sealed class ArchiveWriter(IChatClient chat, IArchive archive)
{
    public async Task WriteAsync(IEnumerable<string> letters, CancellationToken cancellationToken)
    {
        foreach (var letter in letters)
        {
            if (/*why*/archive.Accepts(letter))
            {
                var response = await /*BM0010*/chat.GetResponseAsync($"Summarise: {letter}", cancellationToken: cancellationToken);
                await /*why*/archive.AppendAsync(response.Text, cancellationToken);
            }
            else
            {
                await archive.AppendAsync("(refused)", cancellationToken);
            }
        }
    }
}
