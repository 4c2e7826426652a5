// A220h What items that run at once change together: other names of one list, elements by number, gates and deadlines
// verdict: blocked
// blocker: by several items at once
// message: The calls of 'GetResponseAsync' could be one batch, but 'last' is changed by several items at once without protection
// message: The calls of 'GetResponseAsync' could be one batch, but 'target' is changed by several items at once without protection
// message: The calls of 'GetResponseAsync' could be one batch, but a preprocessor directive stands inside the loop
// message: The calls of 'GetResponseAsync' could be one batch, but a semaphore that is used elsewhere too holds the calls back, and a batch has a limit of its own
// message: The calls of 'CompleteChat' could be one batch, but each item has a deadline of its own
// message: The calls of 'GetResponseAsync' could be one batch, but each item has a deadline of its own
using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;
using OpenAI.Chat;

namespace Archives;

public sealed class Scan
{
    public string Title { get; set; } = "";

    public string Text { get; set; } = "";
}

public sealed class Reader(IChatClient chat)
{
    private readonly List<string> _texts = [];
    private readonly SemaphoreSlim _lamps = new(4);

    public async Task LastAsync(IReadOnlyList<Scan> scans)
    {
        var last = "nothing";
        await Task.WhenAll(scans.Select(async scan =>
        {
            var response = await /*BM0010*/chat.GetResponseAsync($"After {last}: read {scan.Title}");
            /*why*/last = response.Text;
        }));
    }

    public async Task OtherNameOfLocalAsync(IReadOnlyList<Scan> scans)
    {
        var texts = new List<string>();
        await Task.WhenAll(scans.Select(async scan =>
        {
            var target = texts;
            var response = await /*BM0010*/chat.GetResponseAsync("Read " + scan.Title);
            /*why*/target.Add(response.Text);
        }));
    }

    public async Task OtherNameOfParameterAsync(IReadOnlyList<Scan> scans, List<string> texts)
    {
        await Task.WhenAll(scans.Select(async scan =>
        {
            var target = texts;
            var response = await /*BM0010*/chat.GetResponseAsync("Read " + scan.Title);
            /*why*/target.Add(response.Text);
        }));
    }

    public async Task OtherNameOfFieldAsync(IReadOnlyList<Scan> scans)
    {
        await Task.WhenAll(scans.Select(async scan =>
        {
            var target = _texts;
            var response = await /*BM0010*/chat.GetResponseAsync("Read " + scan.Title);
            /*why*/target.Add(response.Text);
        }));
    }

    public async Task OwnOrSharedAsync(IReadOnlyList<Scan> scans, List<string> texts)
    {
        await Task.WhenAll(scans.Select(async scan =>
        {
            var target = new List<string>();
            if (scan.Title.Length > 3)
            {
                target = texts;
            }

            var response = await /*BM0010*/chat.GetResponseAsync("Read " + scan.Title);
            /*why*/target.Add(response.Text);
        }));
    }

    public async Task PragmaBeforeAsync(IReadOnlyList<Scan> scans)
    {
        await Task.WhenAll(
/*why*/#pragma warning disable CA2007
            scans.Select(async scan =>
            {
                var response = await /*BM0010*/chat.GetResponseAsync("Read " + scan.Title);
                scan.Text = response.Text;
            }));
#pragma warning restore CA2007
    }

    public async Task LampAndPragmaAsync(IReadOnlyList<Scan> scans)
    {
        await Task.WhenAll(scans.Select(async scan =>
        {
            /*why*/await _lamps.WaitAsync();
            try
            {
#pragma warning disable CA2007
                var response = await /*BM0010*/chat.GetResponseAsync("Read " + scan.Title);
#pragma warning restore CA2007
                scan.Text = response.Text;
            }
            finally
            {
                _lamps.Release();
            }
        }));
    }

    public async Task PragmaAndDeadlineAsync(IReadOnlyList<Scan> scans)
    {
        await Task.WhenAll(scans.Select(async scan =>
        {
            using var source = new CancellationTokenSource(TimeSpan.FromSeconds(9));
/*why*/#pragma warning disable CA2007
            var response = await /*BM0010*/chat.GetResponseAsync("Read " + scan.Title, cancellationToken: source.Token);
#pragma warning restore CA2007
            scan.Text = response.Text;
        }));
    }

    public void DeadlineAndLock(IReadOnlyList<Scan> scans, ChatClient client, object gate)
    {
        Parallel.ForEach(scans, scan =>
        {
            using var /*why*/source = new CancellationTokenSource(TimeSpan.FromSeconds(9));
            lock (gate)
            {
                ChatCompletion completion = /*BM0010*/client.CompleteChat([new UserChatMessage("Read " + scan.Title)], cancellationToken: source.Token);
                scan.Text = completion.Content[0].Text;
            }
        });
    }

    public async Task ExtendedDeadlineAsync(IReadOnlyList<Scan> scans, CancellationTokenSource source)
    {
        await Task.WhenAll(scans.Select(async scan =>
        {
            var response = await /*BM0010*/chat.GetResponseAsync("Read " + scan.Title, cancellationToken: source.Token);
            scan.Text = response.Text;
            /*why*/source.CancelAfter(TimeSpan.FromSeconds(30));
        }));
    }

    public async Task WatchedLampsAsync(IReadOnlyList<Scan> scans)
    {
        var lamps = new SemaphoreSlim(2);
        await Task.WhenAll(scans.Select(async scan =>
        {
            /*why*/await lamps.WaitAsync();
            try
            {
                var response = await /*BM0010*/chat.GetResponseAsync("Read " + scan.Title);
                scan.Text = response.Text + lamps.CurrentCount;
            }
            finally
            {
                lamps.Release();
            }
        }));
    }

    public async Task LampsThatStayAsync(IReadOnlyList<Scan> scans)
    {
        var lamps = new SemaphoreSlim(2);
        await Task.WhenAll(scans.Select(async scan =>
        {
            /*why*/await lamps.WaitAsync();
            var response = await /*BM0010*/chat.GetResponseAsync("Read " + scan.Title);
            scan.Text = response.Text;
        }));
    }

    public async Task LampsReleasedTwiceAsync(IReadOnlyList<Scan> scans)
    {
        var lamps = new SemaphoreSlim(2);
        await Task.WhenAll(scans.Select(async scan =>
        {
            /*why*/await lamps.WaitAsync();
            try
            {
                var response = await /*BM0010*/chat.GetResponseAsync("Read " + scan.Title);
                scan.Text = response.Text;
            }
            finally
            {
                lamps.Release();
            }

            lamps.Release();
        }));
    }

    public async Task LampsWithPatienceAsync(IReadOnlyList<Scan> scans)
    {
        var lamps = new SemaphoreSlim(2);
        await Task.WhenAll(scans.Select(async scan =>
        {
            if (!await lamps.WaitAsync(500))
            {
                return;
            }

            var response = await /*BM0010*/chat.GetResponseAsync("Read " + scan.Title);
            scan.Text = response.Text;
            /*why*/lamps.Release();
        }));
    }
}
