// F101 Two embeddings of one article, one after another: a title and a body
// verdict: fixed
// message: 'GenerateVectorAsync' is called for one input at a time; 'EmbedVectorBatchAsync' packs many into a request
using System;
using System.Collections.Generic;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

public sealed record Article(string Title, string Body);

public sealed record ArticleVectors(string Title, ReadOnlyMemory<float> OfTitle, ReadOnlyMemory<float> OfBody);

public sealed class ArticleIndex(IEmbeddingGenerator<string, Embedding<float>> generator)
{
    public async Task<List<ArticleVectors>> IndexAsync(IReadOnlyList<Article> articles)
    {
        var rows = new List<ArticleVectors>();
        foreach (var article in articles)
        {
            var title = await /*BM0005*/generator.GenerateVectorAsync(article.Title);
            var body = await generator.GenerateVectorAsync(article.Body);
            rows.Add(new ArticleVectors(article.Title, title, body));
        }

        return rows;
    }
}
//// run
Log(await new ArticleIndex(generator).IndexAsync([new("Tides", "The moon pulls."), new("Winds", "The sun heats."), new("Quakes", "Plates move.")]));
//// fixed
using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using BatchMigrate;
using Microsoft.Extensions.AI;

public sealed record Article(string Title, string Body);

public sealed record ArticleVectors(string Title, ReadOnlyMemory<float> OfTitle, ReadOnlyMemory<float> OfBody);

public sealed class ArticleIndex(IEmbeddingGenerator<string, Embedding<float>> generator)
{
    public async Task<List<ArticleVectors>> IndexAsync(IReadOnlyList<Article> articles)
    {
        var rows = new List<ArticleVectors>();
        var batch = await generator.EmbedVectorBatchAsync(articles.Select(article => article.Title));
        var pending = new List<(Article article, BatchItem<ReadOnlyMemory<float>> item)>();
        var inputs = new List<string>();
        foreach (var (article, item) in articles.Zip(batch))
        {
            pending.Add((article, item));
            inputs.Add(article.Body);
        }

        var batch2 = await generator.EmbedVectorBatchAsync(inputs);
        foreach (var ((article, item), item2) in pending.Zip(batch2))
        {
            var title = item.Response;
            var body = item2.Response;
            rows.Add(new ArticleVectors(article.Title, title, body));
        }

        return rows;
    }
}
