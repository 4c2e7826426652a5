// A220b Loops that start tasks and do something else as well, and arguments that each task has for itself
// verdict: blocked
// blocker: of its own
// message: The calls of 'CountedAsync' could be one batch, but 'CountedAsync' changes 'Asked' for each item
// message: The calls of 'GetResponseAsync' could be one batch, but each request has options of its own
// message: The calls of 'GetResponseAsync' could be one batch, but each call has a cancellation token of its own
using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

namespace Orchards;

public sealed record Tree(string Kind, int Age, CancellationToken Stop);

public sealed class Gardener(IChatClient chat)
{
    private int _seed;

    public int Asked { get; private set; }

    public async Task<string> AdviseAsync(string question)
    {
        var response = await chat.GetResponseAsync(question);
        return response.Text;
    }

    public async Task<string> AdviseAllAsync(string question, params string[] details)
    {
        var response = await chat.GetResponseAsync(question + string.Join(",", details));
        return response.Text;
    }

    public async Task<string> CountedAsync(string question)
    {
        /*why*/Asked++;
        var draft = await chat.GetResponseAsync(question);
        var response = await chat.GetResponseAsync("Shorten " + draft.Text);
        return response.Text;
    }

    public async Task<string> ConfirmedAsync(string question)
    {
        var response = await chat.GetResponseAsync(question);
        return Console.ReadLine() ?? response.Text;
    }

    public async Task<ChatResponse[]> StreamedAsync(IAsyncEnumerable<Tree> trees)
    {
        var tasks = new List<Task<ChatResponse>>();
        await foreach (var tree in trees)
        {
            tasks.Add(chat.GetResponseAsync("Prune a " + tree.Kind));
        }

        return await Task.WhenAll(tasks);
    }

    public async Task<ChatResponse[]> QueuedAsync(Queue<Tree> trees)
    {
        var tasks = new List<Task<ChatResponse>>();
        while (trees.Count > 0)
        {
            tasks.Add(chat.GetResponseAsync("Prune a " + trees.Dequeue().Kind));
        }

        return await Task.WhenAll(tasks);
    }

    public async Task<ChatResponse[]> OneAsync(Tree only)
    {
        var tasks = new List<Task<ChatResponse>>();
        foreach (var tree in new[] { only })
        {
            tasks.Add(chat.GetResponseAsync("Prune a " + tree.Kind));
        }

        return await Task.WhenAll(tasks);
    }

    public async Task<ChatResponse[]> GuardedAsync(IReadOnlyList<Tree> trees)
    {
        var tasks = new List<Task<ChatResponse>>();
        foreach (var tree in trees)
        {
            try
            {
                tasks.Add(chat.GetResponseAsync("Prune a " + tree.Kind));
            }
            catch (InvalidOperationException)
            {
                Console.WriteLine("No " + tree.Kind);
            }
        }

        return await Task.WhenAll(tasks);
    }

    public async Task<ChatResponse[]> LockedAsync(IReadOnlyList<Tree> trees, object gate)
    {
        var tasks = new List<Task<ChatResponse>>();
        foreach (var tree in trees)
        {
            lock (gate)
            {
                tasks.Add(chat.GetResponseAsync("Prune a " + tree.Kind));
            }
        }

        return await Task.WhenAll(tasks);
    }

    public async Task<ChatResponse[]> WantedAsync(IReadOnlyList<Tree> trees)
    {
        var tasks = new List<Task<ChatResponse>>();
        foreach (var tree in trees)
        {
            Console.WriteLine("Prune " + tree.Kind + "?");
            if (Console.ReadLine() == "y")
            {
                tasks.Add(chat.GetResponseAsync("Prune a " + tree.Kind));
            }
        }

        return await Task.WhenAll(tasks);
    }

    public async Task<ChatResponse[]> ToldAsync(IReadOnlyList<Tree> trees)
    {
        var tasks = new List<Task<ChatResponse>>();
        foreach (var tree in trees)
        {
            tasks.Add(chat.GetResponseAsync("Prune a " + tree.Kind));
            Console.WriteLine("Asked for " + tree.Kind);
        }

        return await Task.WhenAll(tasks);
    }

    public async Task<ChatResponse[]> CheckedAsync(IReadOnlyList<Tree> trees)
    {
        var tasks = new List<Task<ChatResponse>>();
        foreach (var tree in trees)
        {
            if (tree.Age < 0)
            {
                return [];
            }

            tasks.Add(chat.GetResponseAsync("Prune a " + tree.Kind));
        }

        return await Task.WhenAll(tasks);
    }

    public async Task<ChatResponse[]> LeftAsync(IReadOnlyList<Tree> trees)
    {
        var tasks = new List<Task<ChatResponse>>();
        foreach (var tree in trees)
        {
            if (tree.Age < 0)
            {
                goto Done;
            }

            tasks.Add(chat.GetResponseAsync("Prune a " + tree.Kind));
        }

    Done:
        return await Task.WhenAll(tasks);
    }

    public async IAsyncEnumerable<string> NamedAsync(IReadOnlyList<Tree> trees)
    {
        var tasks = new List<Task<ChatResponse>>();
        foreach (var tree in trees)
        {
            yield return tree.Kind;
            tasks.Add(chat.GetResponseAsync("Prune a " + tree.Kind));
        }

        foreach (var response in await Task.WhenAll(tasks))
        {
            yield return response.Text;
        }
    }

    public async Task<string[]> EachAsync(IReadOnlyList<(Gardener Gardener, string Question)> talks)
    {
        var tasks = new List<Task<string>>();
        foreach (var talk in talks)
        {
            tasks.Add(talk.Gardener.AdviseAsync(talk.Question));
        }

        return await Task.WhenAll(tasks);
    }

    public async Task<string[]> DetailedAsync(IReadOnlyList<Tree> trees)
    {
        var tasks = new List<Task<string>>();
        foreach (var tree in trees)
        {
            tasks.Add(AdviseAllAsync(tree.Kind, "winter", "summer"));
        }

        return await Task.WhenAll(tasks);
    }

    public async Task<string[]> AskedAsync(IReadOnlyList<Tree> trees)
    {
        var tasks = new List<Task<string>>();
        foreach (var tree in trees)
        {
            tasks.Add(/*BM0010*//*why*/CountedAsync(tree.Kind));
        }

        return await Task.WhenAll(tasks);
    }

    public async Task<string[]> AgreedAsync(IReadOnlyList<Tree> trees)
    {
        var tasks = new List<Task<string>>();
        foreach (var tree in trees)
        {
            tasks.Add(ConfirmedAsync(tree.Kind));
        }

        return await Task.WhenAll(tasks);
    }

    public async Task<ChatResponse[]> HeldAsync(IReadOnlyList<Tree> trees, SemaphoreSlim ladder)
    {
        var tasks = new List<Task<ChatResponse>>();
        foreach (var tree in trees)
        {
            await ladder.WaitAsync();
            tasks.Add(chat.GetResponseAsync("Prune a " + tree.Kind));
        }

        return await Task.WhenAll(tasks);
    }

    public async Task<ChatResponse[]> AfterAnyAsync(IReadOnlyList<Tree> trees, Task dawn, Task dusk)
    {
        var tasks = new List<Task<ChatResponse>>();
        foreach (var tree in trees)
        {
            await Task.WhenAny(dawn, dusk);
            tasks.Add(chat.GetResponseAsync("Prune a " + tree.Kind));
        }

        return await Task.WhenAll(tasks);
    }

    public async Task<ChatResponse[]> AfterAllAsync(IReadOnlyList<Tree> trees, Task dawn, Task dusk)
    {
        var tasks = new List<Task<ChatResponse>>();
        foreach (var tree in trees)
        {
            await Task.WhenAll(dawn, dusk);
            tasks.Add(chat.GetResponseAsync("Prune a " + tree.Kind));
        }

        return await Task.WhenAll(tasks);
    }

    public async Task<ChatResponse[]> WarmerAsync(IReadOnlyList<Tree> trees)
    {
        var tasks = new List<Task<ChatResponse>>();
        foreach (var tree in trees)
        {
            tasks.Add(/*BM0010*/chat.GetResponseAsync("Prune a " + tree.Kind, /*why*/new ChatOptions { Seed = tree.Age }));
        }

        return await Task.WhenAll(tasks);
    }

    public async Task<ChatResponse[]> StoppableAsync(IReadOnlyList<Tree> trees)
    {
        var tasks = new List<Task<ChatResponse>>();
        foreach (var tree in trees)
        {
            tasks.Add(/*BM0010*/chat.GetResponseAsync("Prune a " + tree.Kind, cancellationToken: /*why*/tree.Stop));
        }

        return await Task.WhenAll(tasks);
    }

    public async Task<ChatResponse[]> MadeAsync(IReadOnlyList<Tree> trees)
    {
        var tasks = new List<Task<ChatResponse>>();
        foreach (var tree in trees)
        {
            tasks.Add(/*BM0010*/chat.GetResponseAsync("Prune a " + tree.Kind, /*why*/Make()));
        }

        return await Task.WhenAll(tasks);
    }

    public async Task<ChatResponse[]> LoadedAsync(IReadOnlyList<Tree> trees, Task<ChatOptions> loaded)
    {
        var tasks = new List<Task<ChatResponse>>();
        foreach (var tree in trees)
        {
            tasks.Add(/*BM0010*/chat.GetResponseAsync("Prune a " + tree.Kind, /*why*/await loaded));
        }

        return await Task.WhenAll(tasks);
    }

    public async Task<ChatResponse[]> RawAsync(IReadOnlyList<Tree> trees)
    {
        var tasks = new List<Task<ChatResponse>>();
        foreach (var tree in trees)
        {
            tasks.Add(/*BM0010*/chat.GetResponseAsync("Prune a " + tree.Kind, /*why*/new ChatOptions { RawRepresentationFactory = _ => tree.Age }));
        }

        return await Task.WhenAll(tasks);
    }

    public async Task<ChatResponse[]> RenewedAsync(IReadOnlyList<Tree> trees, ChatOptions options)
    {
        var tasks = new List<Task<ChatResponse>>();
        foreach (var tree in trees)
        {
            options = options.Clone();
            tasks.Add(/*BM0010*/chat.GetResponseAsync("Prune a " + tree.Kind, /*why*/options));
        }

        return await Task.WhenAll(tasks);
    }

    private ChatOptions Make() => new() { Seed = _seed++ };
}
