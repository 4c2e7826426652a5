// F130a Embeddings of Semantic Kernel, into the items
// verdict: fixed
// message: 'GenerateEmbeddingAsync' is called for one input at a time; 'Batch.RunAsync' sends them together
// uses: Microsoft.SemanticKernel
using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.SemanticKernel.Embeddings;

namespace Manuals;

public sealed class Page
{
    public required string Text { get; init; }

    public ReadOnlyMemory<float> Vector { get; set; }
}

public sealed class Indexer(ITextEmbeddingGenerationService embeddings)
{
    public async Task IndexAsync(IReadOnlyList<Page> pages, CancellationToken cancellationToken)
    {
        foreach (var page in pages)
        {
            page.Vector = await /*BM0005*/embeddings.GenerateEmbeddingAsync(page.Text, cancellationToken: cancellationToken);
        }
    }
}
//// run
Page[] pages = [new() { Text = "Bolts" }, new() { Text = "Nuts" }, new() { Text = "Gears" }];
await new Indexer(new ScriptedTextEmbedding(Ask)).IndexAsync(pages, cancellationToken);
foreach (var page in pages)
{
    Log($"{page.Text} {page.Vector.Span[0]}");
}
//// fixed
using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using BatchMigrate;
using Microsoft.SemanticKernel.Embeddings;

namespace Manuals;

public sealed class Page
{
    public required string Text { get; init; }

    public ReadOnlyMemory<float> Vector { get; set; }
}

public sealed class Indexer(ITextEmbeddingGenerationService embeddings)
{
    public async Task IndexAsync(IReadOnlyList<Page> pages, CancellationToken cancellationToken)
    {
        var batch = await Batch.RunAsync(
            pages,
            (page, ct) => embeddings.GenerateEmbeddingAsync(page.Text, cancellationToken: ct),
            cancellationToken: cancellationToken);
        foreach (var (page, item) in pages.Zip(batch))
        {
            page.Vector = item.Response;
        }
    }
}
