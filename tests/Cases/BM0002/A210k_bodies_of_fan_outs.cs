// A210k Bodies of a fan-out: a label made before the call that only the answer needs, jumps, several ways out, chunks
// verdict: fixed
// message: These 'GetResponseAsync' requests are fanned out by hand, without a limit; 'CompleteBatchAsync' sends them together, a bounded number at a time
// message: These 'GetResponseAsync' requests are fanned out by hand, without a limit; 'Batch.RunAsync' sends them together, a bounded number at a time
// message: These 'GetResponseAsync' requests are fanned out by hand; 'CompleteBatchAsync' sends them together, a bounded number at a time
using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

namespace Weather;

public sealed class Stations(IChatClient chat)
{
    public async Task<string[]> LabelledAsync(List<string> towns) =>
        await Task.WhenAll(towns.Select(async town =>
        {
            var label = town.Trim() + ": ";
            var response = await /*BM0002*/chat.GetResponseAsync("Labelled " + town.Length);
            return label + response.Text;
        }));

    public async Task<string[]> NeededTwiceAsync(List<string> towns) =>
        await Task.WhenAll(towns.Select(async town =>
        {
            var name = town.Trim();
            var response = await /*BM0002*/chat.GetResponseAsync("Needed twice " + name);
            return name + response.Text;
        }));

    public async Task<string[]> YieldingAsync(List<string> towns) =>
        await Task.WhenAll(towns.Select(async town =>
        {
            await Task.Yield();
            var response = await /*BM0002*/chat.GetResponseAsync("Yielding " + town);
            return response.Text;
        }));

    public async Task<string[]> TwoWaysOutAsync(List<string> towns) =>
        await Task.WhenAll(towns.Select(async town =>
        {
            if (town == "")
            {
                return "no town";
            }

            if (town.Length > 20)
            {
                return "too long";
            }

            var response = await /*BM0002*/chat.GetResponseAsync("Two ways out " + town);
            return response.Text;
        }));

    public async Task<string[]> SometimesAsync(List<string> towns) =>
        await Task.WhenAll(towns.Select(async town =>
        {
            var text = "no town";
            if (town != "")
            {
                var response = await /*BM0002*/chat.GetResponseAsync("Sometimes " + town);
                text = response.Text;
            }

            return text;
        }));

    public async Task<List<string>> ChunkedAsync(List<string> towns)
    {
        var texts = new List<ChatResponse>();
        foreach (var chunk in towns.Chunk(2))
        {
            texts.AddRange(await Task.WhenAll(chunk.Select(town => /*BM0002*/chat.GetResponseAsync("Chunked " + town))));
        }

        return texts.Select(static t => t.Text).ToList();
    }

    public async Task<List<string>> ChunkedInATryAsync(List<string> towns)
    {
        var texts = new List<ChatResponse>();
        try
        {
            foreach (var chunk in towns.Chunk(2))
            {
                texts.AddRange(await Task.WhenAll(chunk.Select(town => /*BM0002*/chat.GetResponseAsync("Chunked in a try " + town))));
            }
        }
        catch (TimeoutException)
        {
            texts.Clear();
        }

        return texts.Select(static t => t.Text).ToList();
    }

    public async Task<List<string>> ChunkedAndSeenAsync(List<string> towns)
    {
        var texts = new List<ChatResponse>();
        Func<int> count = () => texts.Count;
        foreach (var chunk in towns.Chunk(2))
        {
            texts.AddRange(await Task.WhenAll(chunk.Select(town => /*BM0002*/chat.GetResponseAsync("Chunked and seen " + town))));
        }

        return texts.Select(t => t.Text + count()).ToList();
    }
}
//// run
var stations = new Stations(chat);
List<string> towns = ["Bonn", " Graz ", "", "Chur"];
Log(await stations.LabelledAsync(towns));
Log(await stations.NeededTwiceAsync(towns));
Log(await stations.YieldingAsync(towns));
Log(await stations.TwoWaysOutAsync(towns));
Log(await stations.SometimesAsync(towns));
Log(await stations.ChunkedAsync(towns));
Log(await stations.ChunkedInATryAsync(towns));
Log(await stations.ChunkedAndSeenAsync(towns));
//// fixed
using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using BatchMigrate;
using Microsoft.Extensions.AI;

namespace Weather;

public sealed class Stations(IChatClient chat)
{
    public async Task<string[]> LabelledAsync(List<string> towns) =>
        (await chat.CompleteBatchAsync(towns, town => "Labelled " + town.Length)).Map(towns, (town, item) =>
        {
            var label = town.Trim() + ": ";
            var response = item.Response;
            return label + response.Text;
        }).GetResponses();

    public async Task<string[]> NeededTwiceAsync(List<string> towns) =>
        (await Batch.RunAsync(towns, async (town, _) =>
        {
            var name = town.Trim();
            var response = await chat.GetResponseAsync("Needed twice " + name);
            return name + response.Text;
        })).GetResponses();

    public async Task<string[]> YieldingAsync(List<string> towns) =>
        (await Batch.RunAsync(towns, async (town, _) =>
        {
            await Task.Yield();
            var response = await chat.GetResponseAsync("Yielding " + town);
            return response.Text;
        })).GetResponses();

    public async Task<string[]> TwoWaysOutAsync(List<string> towns) =>
        (await Batch.RunAsync(towns, async (town, _) =>
        {
            if (town == "")
            {
                return "no town";
            }

            if (town.Length > 20)
            {
                return "too long";
            }

            var response = await chat.GetResponseAsync("Two ways out " + town);
            return response.Text;
        })).GetResponses();

    public async Task<string[]> SometimesAsync(List<string> towns) =>
        (await Batch.RunAsync(towns, async (town, _) =>
        {
            var text = "no town";
            if (town != "")
            {
                var response = await chat.GetResponseAsync("Sometimes " + town);
                text = response.Text;
            }

            return text;
        })).GetResponses();

    public async Task<List<string>> ChunkedAsync(List<string> towns)
    {
        var texts = new List<ChatResponse>();
        var batch = await chat.CompleteBatchAsync(
            towns,
            town => "Chunked " + town,
            batchOptions: new BatchOptions { MaxConcurrency = 2 });
        texts.AddRange(batch.GetResponses());

        return texts.Select(static t => t.Text).ToList();
    }

    public async Task<List<string>> ChunkedInATryAsync(List<string> towns)
    {
        var texts = new List<ChatResponse>();
        try
        {
            foreach (var chunk in towns.Chunk(2))
            {
                texts.AddRange((await chat.CompleteBatchAsync(chunk, town => "Chunked in a try " + town)).GetResponses());
            }
        }
        catch (TimeoutException)
        {
            texts.Clear();
        }

        return texts.Select(static t => t.Text).ToList();
    }

    public async Task<List<string>> ChunkedAndSeenAsync(List<string> towns)
    {
        var texts = new List<ChatResponse>();
        Func<int> count = () => texts.Count;
        foreach (var chunk in towns.Chunk(2))
        {
            texts.AddRange((await chat.CompleteBatchAsync(chunk, town => "Chunked and seen " + town)).GetResponses());
        }

        return texts.Select(t => t.Text + count()).ToList();
    }
}
