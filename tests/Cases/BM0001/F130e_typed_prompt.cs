// F130e A typed result of a prompt, for the items that need one, in a method named as the runtime names its own
// verdict: fixed
// message: This loop makes one 'InvokePromptAsync' round trip per 'piece', one after another; 'Batch.RunAsync' sends them together
// uses: Microsoft.SemanticKernel
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.SemanticKernel;

namespace Museum;

public sealed class Piece
{
    public required string Name { get; init; }

    public string? Label { get; set; }
}

public sealed class LabelJob
{
    private readonly Kernel _kernel;

    public LabelJob(Kernel kernel) => _kernel = kernel;

    public async Task RunAsync(IEnumerable<Piece> pieces, CancellationToken token)
    {
        foreach (var piece in pieces)
        {
            if (piece.Label is null)
            {
                piece.Label = await /*BM0001*/_kernel.InvokePromptAsync<string>("A label for " + piece.Name, cancellationToken: token);
            }
        }
    }
}
//// run
Piece[] pieces = [new() { Name = "Vase" }, new() { Name = "Coin", Label = "A coin" }, new() { Name = "Mask" }, new() { Name = "Ring" }];
await new LabelJob(ScriptedKernel.Make(Ask)).RunAsync(pieces, cancellationToken);
foreach (var piece in pieces)
{
    Log(piece.Label);
}
//// fixed
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using BatchMigrate;
using Microsoft.SemanticKernel;

namespace Museum;

public sealed class Piece
{
    public required string Name { get; init; }

    public string? Label { get; set; }
}

public sealed class LabelJob
{
    private readonly Kernel _kernel;

    public LabelJob(Kernel kernel) => _kernel = kernel;

    public async Task RunAsync(IEnumerable<Piece> pieces, CancellationToken token)
    {
        var pending = new List<Piece>();
        var promptTemplates = new List<string>();
        foreach (var piece in pieces)
        {
            if (piece.Label is null)
            {
                pending.Add(piece);
                promptTemplates.Add("A label for " + piece.Name);
            }
        }

        var batch = await Batch.RunAsync(
            promptTemplates,
            (promptTemplate, ct) => _kernel.InvokePromptAsync<string>(promptTemplate, cancellationToken: ct),
            cancellationToken: token);
        foreach (var (piece, item) in pending.Zip(batch))
        {
            piece.Label = item.Response;
        }
    }
}
