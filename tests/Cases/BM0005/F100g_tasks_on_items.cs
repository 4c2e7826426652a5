// F100g Task.Run for each paragraph, which puts the vector into it
// verdict: fixed
// message: 'GenerateVectorAsync' is called for one input at a time; 'EmbedVectorBatchAsync' packs many into a request
using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

public sealed class Paragraph
{
    public required string Text { get; init; }

    public ReadOnlyMemory<float> Vector { get; set; }
}

public sealed class Book(IEmbeddingGenerator<string, Embedding<float>> generator)
{
    public async Task EmbedAsync(List<Paragraph> paragraphs)
    {
        await Task.WhenAll(paragraphs.Select(paragraph => Task.Run(async () =>
        {
            paragraph.Vector = await /*BM0005*/generator.GenerateVectorAsync(paragraph.Text);
        })));
    }
}
//// run
List<Paragraph> paragraphs = [new() { Text = "Once" }, new() { Text = "upon" }, new() { Text = "a time" }];
await new Book(generator).EmbedAsync(paragraphs);
//// fixed
using System;
using System.Collections.Generic;
using System.Threading.Tasks;
using BatchMigrate;
using Microsoft.Extensions.AI;

public sealed class Paragraph
{
    public required string Text { get; init; }

    public ReadOnlyMemory<float> Vector { get; set; }
}

public sealed class Book(IEmbeddingGenerator<string, Embedding<float>> generator)
{
    public async Task EmbedAsync(List<Paragraph> paragraphs)
    {
        var batch = await generator.EmbedVectorBatchAsync(paragraphs, paragraph => paragraph.Text);
        batch.Apply(paragraphs, (paragraph, item) => paragraph.Vector = item.Response).ThrowIfFailed();
    }
}
