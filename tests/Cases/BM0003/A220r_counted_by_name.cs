// A220r Methods for one item that are started one by one: by the name of a member, with a single item, and with a token
// verdict: fixed
// message: 'SetAsync' is called for one item at a time; 'SetBatchAsync' sends them together
// message: 'ProofAsync' is called for one item at a time; 'ProofBatchAsync' sends them together
// message: 'SetAsync' is called for one item at a time; 'Batch.RunAsync' sends them together
using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

namespace Printers;

public sealed class Press(IChatClient chat)
{
    public Press Second => this;

    public async Task<string[]> PagesAsync(IReadOnlyList<string> pages)
    {
        return await Task.WhenAll(/*BM0003*/pages.Select(Second.SetAsync));
    }

    public async Task<string[]> TwoPagesAsync(string first, string second)
    {
        return await Task.WhenAll(/*BM0003*/new[] { first, second }.Select(SetAsync));
    }

    public async Task<string[]> ProofsAsync(IReadOnlyList<string> pages, CancellationToken cancellationToken)
    {
        var tasks = new List<Task<string>>();
        foreach (var page in pages)
        {
            tasks.Add(/*BM0003*/ProofAsync(page, cancellationToken));
        }

        return await Task.WhenAll(tasks);
    }

    public async Task<string[]> TwoProofsAsync(string first, string second, CancellationToken cancellationToken)
    {
        var tasks = new List<Task<string>>();
        foreach (var page in new[] { first, second })
        {
            tasks.Add(/*BM0003*/ProofAsync(page, cancellationToken));
        }

        return await Task.WhenAll(tasks);
    }

    public async Task<string[]> LimitedAsync(IReadOnlyList<string> pages, int presses)
    {
        var free = new SemaphoreSlim(presses);
        return await Task.WhenAll(pages.Select(async page =>
        {
            await free.WaitAsync();
            try
            {
                return await /*BM0003*/SetAsync(page);
            }
            finally
            {
                free.Release();
            }
        }));
    }

    private async Task<string> SetAsync(string page)
    {
        var response = await chat.GetResponseAsync("Set " + page);
        return response.Text;
    }

    private async Task<string> ProofAsync(string page, CancellationToken cancellationToken)
    {
        var response = await chat.GetResponseAsync("Proof " + page, cancellationToken: cancellationToken);
        return response.Text;
    }
}
//// run
var press = new Press(chat);
Log(await press.PagesAsync(["one", "two", "three"]));
Log(await press.TwoPagesAsync("four", "five"));
Log(await press.ProofsAsync(["one", "two", "three"], cancellationToken));
Log(await press.TwoProofsAsync("six", "seven", cancellationToken));
Log(await press.LimitedAsync(["one", "two", "three"], 2));
//// fixed
using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using BatchMigrate;
using Microsoft.Extensions.AI;

namespace Printers;

public sealed class Press(IChatClient chat)
{
    public Press Second => this;

    public async Task<string[]> PagesAsync(IReadOnlyList<string> pages)
    {
        return (await Second.SetBatchAsync(pages)).GetResponses();
    }

    public async Task<string[]> TwoPagesAsync(string first, string second)
    {
        return (await SetBatchAsync(new[] { first, second })).GetResponses();
    }

    public async Task<string[]> ProofsAsync(IReadOnlyList<string> pages, CancellationToken cancellationToken)
    {
        var inputs = new List<string>();
        foreach (var page in pages)
        {
            inputs.Add(page);
        }

        var batch = await ProofBatchAsync(inputs, cancellationToken);
        return batch.GetResponses();
    }

    public async Task<string[]> TwoProofsAsync(string first, string second, CancellationToken cancellationToken)
    {
        var pages = new List<string>();
        foreach (var page in new[] { first, second })
        {
            pages.Add(page);
        }

        var batch = await ProofBatchAsync(pages, cancellationToken);
        return batch.GetResponses();
    }

    public async Task<string[]> LimitedAsync(IReadOnlyList<string> pages, int presses)
    {
        var batch = await Batch.RunAsync(pages, async (page, _) =>
        {
            return await SetAsync(page);
        }, new BatchOptions { MaxConcurrency = presses });
        return batch.GetResponses();
    }

    private async Task<string> SetAsync(string page) =>
        (await SetBatchAsync([page]))[0].Response;

    /// <summary>Does what <c>SetAsync</c> does, for many pages in one batch: an outcome for each, in their order.</summary>
    private async Task<BatchResult<string>> SetBatchAsync(IEnumerable<string> pages)
    {
        var batch = await chat.CompleteBatchAsync(pages, page => "Set " + page);
        return batch.Map(response => response.Text);
    }

    private async Task<string> ProofAsync(string page, CancellationToken cancellationToken) =>
        (await ProofBatchAsync([page], cancellationToken))[0].Response;

    /// <summary>Does what <c>ProofAsync</c> does, for many pages in one batch: an outcome for each, in their order.</summary>
    private async Task<BatchResult<string>> ProofBatchAsync(IEnumerable<string> pages, CancellationToken cancellationToken)
    {
        var batch = await chat.CompleteBatchAsync(pages, page => "Proof " + page, cancellationToken: cancellationToken);
        return batch.Map(response => response.Text);
    }
}
