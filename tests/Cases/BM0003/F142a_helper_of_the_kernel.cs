// F142a A helper that builds a history and asks Semantic Kernel
// verdict: fixed
// message: 'DescribeAsync' is called for one item at a time; 'Batch.RunAsync' sends them together
// uses: Microsoft.SemanticKernel
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.SemanticKernel.ChatCompletion;

namespace Orchestra;

public sealed class Programme(IChatCompletionService service)
{
    public async Task<List<string>> WriteAsync(IReadOnlyList<string> pieces, CancellationToken cancellationToken)
    {
        var notes = new List<string>();
        foreach (var piece in pieces)
        {
            notes.Add(await /*BM0003*/DescribeAsync(piece, cancellationToken));
        }

        return notes;
    }

    private async Task<string> DescribeAsync(string piece, CancellationToken cancellationToken)
    {
        var history = new ChatHistory("You write programme notes.");
        history.AddUserMessage(piece);
        var note = await service.GetChatMessageContentAsync(history, cancellationToken: cancellationToken);
        return note.Content ?? piece;
    }
}
//// run
foreach (var note in await new Programme(new ScriptedChatService(Ask)).WriteAsync(["Suite", "Fugue", "Rondo"], cancellationToken))
{
    Log(note);
}
//// fixed
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using BatchMigrate;
using Microsoft.SemanticKernel.ChatCompletion;

namespace Orchestra;

public sealed class Programme(IChatCompletionService service)
{
    public async Task<List<string>> WriteAsync(IReadOnlyList<string> pieces, CancellationToken cancellationToken)
    {
        var notes = new List<string>();
        var batch = await Batch.RunAsync(
            pieces,
            (piece, ct) => DescribeAsync(piece, ct),
            cancellationToken: cancellationToken);
        foreach (var item in batch)
        {
            notes.Add(item.Response);
        }

        return notes;
    }

    private async Task<string> DescribeAsync(string piece, CancellationToken cancellationToken)
    {
        var history = new ChatHistory("You write programme notes.");
        history.AddUserMessage(piece);
        var note = await service.GetChatMessageContentAsync(history, cancellationToken: cancellationToken);
        return note.Content ?? piece;
    }
}
