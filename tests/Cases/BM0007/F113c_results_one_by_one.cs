// F113c A collection hands out its results one by one, in a stream
// verdict: fixed
// message: 'SearchAsync' is called for one query at a time; 'Batch.RunAsync' sends them together
// uses: Microsoft.Extensions.VectorData.Abstractions
using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.VectorData;

public sealed class Recipe
{
    [VectorStoreKey]
    public string Id { get; set; } = "";

    public string Title { get; set; } = "";
}

public sealed class Cookbook(VectorStoreCollection<string, Recipe> recipes)
{
    public async Task<List<string>> SuggestAsync(IEnumerable<string> wishes, CancellationToken cancellationToken)
    {
        var titles = new List<string>();
        foreach (var wish in wishes)
        {
            await foreach (var hit in /*BM0007*/recipes.SearchAsync(wish, top: 3, cancellationToken: cancellationToken))
            {
                titles.Add(hit.Record.Title);
            }
        }

        return titles;
    }

    public async Task<Dictionary<string, string>> BestAsync(IReadOnlyList<string> wishes)
    {
        var best = new Dictionary<string, string>();
        foreach (var wish in wishes)
        {
            if (wish.Length == 0)
            {
                continue;   // no wish, no search
            }

            // Good enough is good.
            await foreach (VectorSearchResult<Recipe> hit in /*BM0007*/recipes.SearchAsync(wish, 5).ConfigureAwait(false))
            {
                best[wish] = hit.Record.Title;
                if (hit.Score > 4)
                {
                    break;
                }
            }
        }

        return best;
    }

    public async Task<int> CountAsync(string[] wishes, IVectorSearchable<Recipe> other, CancellationToken cancellationToken)
    {
        var count = 0;
        for (var i = 0; i < wishes.Length; i++)
            await foreach (var _ in /*BM0007*/other.SearchAsync(wishes[i], 2).WithCancellation(cancellationToken))
                count++;
        return count;
    }
}
//// run
var recipes = new Scripted.ScriptedCollection<Recipe>(Ask, r => r.Id);
await recipes.UpsertAsync([new Recipe { Id = "1", Title = "Soup" }, new Recipe { Id = "2", Title = "Salad" }, new Recipe { Id = "3", Title = "Stew" }, new Recipe { Id = "4", Title = "Pie" }]);
var cookbook = new Cookbook(recipes);
Log(await cookbook.SuggestAsync(["warm", "fast", "sweet"], cancellationToken));
Log(await cookbook.BestAsync(["cold", "", "sweet and fast"]));
Log(await cookbook.CountAsync(["a", "b"], recipes, cancellationToken));
//// fixed
using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using BatchMigrate;
using Microsoft.Extensions.VectorData;

public sealed class Recipe
{
    [VectorStoreKey]
    public string Id { get; set; } = "";

    public string Title { get; set; } = "";
}

public sealed class Cookbook(VectorStoreCollection<string, Recipe> recipes)
{
    public async Task<List<string>> SuggestAsync(IEnumerable<string> wishes, CancellationToken cancellationToken)
    {
        var titles = new List<string>();
        var batch = await Batch.RunAsync(
            wishes,
            (wish, ct) => recipes.SearchAsync(wish, top: 3, cancellationToken: ct),
            cancellationToken: cancellationToken);
        foreach (var item in batch)
        {
            foreach (var hit in item.Response)
            {
                titles.Add(hit.Record.Title);
            }
        }

        return titles;
    }

    public async Task<Dictionary<string, string>> BestAsync(IReadOnlyList<string> wishes)
    {
        var best = new Dictionary<string, string>();
        var pending = new List<string>();
        foreach (var wish in wishes)
        {
            if (wish.Length == 0)
            {
                continue;   // no wish, no search
            }

            pending.Add(wish);
        }

        var batch = await Batch.RunAsync(pending, (wish, ct) => recipes.SearchAsync(wish, 5, cancellationToken: ct)).ConfigureAwait(false);
        foreach (var (wish, item) in pending.Zip(batch))
        {
            // Good enough is good.
            foreach (VectorSearchResult<Recipe> hit in item.Response)
            {
                best[wish] = hit.Record.Title;
                if (hit.Score > 4)
                {
                    break;
                }
            }
        }

        return best;
    }

    public async Task<int> CountAsync(string[] wishes, IVectorSearchable<Recipe> other, CancellationToken cancellationToken)
    {
        var count = 0;
        var batch = await Batch.RunAsync(
            wishes,
            (searchValue, ct) => other.SearchAsync(searchValue, 2, cancellationToken: ct),
            cancellationToken: cancellationToken);
        foreach (var item in batch)
        {
            foreach (var _ in item.Response)
                count++;
        }
        return count;
    }
}
