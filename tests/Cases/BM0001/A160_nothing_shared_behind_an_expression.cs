// A160 Operators, constructors, files that are only read, and calls of the library that change nothing
// verdict: fixed
// message: This loop makes one 'GetResponseAsync' round trip per 'sum', one after another; 'CompleteBatchAsync' sends them together
// message: This loop makes one 'GetResponseAsync' round trip per 'text', one after another; 'CompleteBatchAsync' sends them together
using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

namespace Ledgers;

public readonly record struct Money(int Cents)
{
    public static Money operator +(Money a, Money b) => new(a.Cents + b.Cents);

    public static Money operator -(Money a) => new(-a.Cents);

    public static implicit operator string(Money a) => a.Cents + " cents";
}

public sealed class Ledger(IChatClient chat, List<string> notes)
{
    public async Task AddedAsync(IReadOnlyList<Money> sums)
    {
        foreach (var sum in sums)
        {
            var twice = sum + sum;
            twice += -sum;
            string text = twice;
            var response = await /*BM0001*/chat.GetResponseAsync("Explain " + text);
            notes.Add(response.Text + sum);
        }
    }

    public async Task ReadAsync(IReadOnlyList<string> texts)
    {
        foreach (var text in texts)
        {
            var size = new FileInfo(text).Exists ? 1 : 0;
            var response = await /*BM0001*/chat.GetResponseAsync("Explain " + size);
            notes.Add(response.Text + File.Exists(text) + new DirectoryInfo(text).Exists);
        }
    }

    public async Task LookedUpAsync(IReadOnlyList<string> texts, Dictionary<string, string> names, ImmutableDictionary<string, int> sizes, List<int> counts)
    {
        foreach (var text in texts)
        {
            var name = names.GetValueOrDefault(text, "none") + counts.AsReadOnly().Count + counts.ToImmutableList().Count + ImmutableArray.CreateRange(counts).Length + sizes.GetValueOrDefault(text);
            var response = await /*BM0001*/chat.GetResponseAsync("Explain " + name);
            notes.Add(response.Text + names.Count + counts.Count + sizes.Count);
        }
    }

    public async Task ClonedAsync(IReadOnlyList<string> texts, ChatOptions options)
    {
        foreach (var text in texts)
        {
            var length = options.Clone().MaxOutputTokens + text.Length;
            var response = await /*BM0001*/chat.GetResponseAsync("Explain " + length);
            notes.Add(response.Text + options.MaxOutputTokens);
        }
    }

    public async Task DefaultedAsync(IReadOnlyList<string?> texts)
    {
        string? last = null;
        foreach (var text in texts)
        {
            last ??= text;
            var response = await /*BM0001*/chat.GetResponseAsync("Explain " + text);
            notes.Add(response.Text + last);
            last = null;
        }
    }

    public async Task ParsedAsync(IReadOnlyList<string> texts)
    {
        var number = 0;
        foreach (var text in texts)
        {
            _ = int.TryParse(text, out number);
            var response = await /*BM0001*/chat.GetResponseAsync("Explain " + text);
            notes.Add(response.Text + number);
        }
    }

    public async Task WrittenAsync(IReadOnlyList<string> texts)
    {
        foreach (var text in texts)
        {
            using (var writer = new StreamWriter(Path.Combine(Path.GetTempPath(), "batchmigrate.last.txt")))
            {
                writer.Write(text);
            }

            var response = await /*BM0001*/chat.GetResponseAsync("Explain " + text);
            notes.Add(response.Text + File.ReadAllText(Path.Combine(Path.GetTempPath(), "batchmigrate.last.txt")));
        }
    }

    public async Task SlicedAsync(IReadOnlyList<string> texts)
    {
        foreach (var text in texts)
        {
            var letters = text.AsSpan().Trim().Length + text.AsMemory().Slice(0, 1).Length;
            var response = await /*BM0001*/chat.GetResponseAsync("Explain " + letters);
            notes.Add(response.Text + text);
        }
    }
}
//// run
var notes = new List<string>();
var ledger = new Ledger(chat, notes);
await ledger.AddedAsync([new Money(12), new Money(7)]);
await ledger.ReadAsync(["no file", "no folder"]);
await ledger.LookedUpAsync(["a", "b"], new() { ["a"] = "first" }, System.Collections.Immutable.ImmutableDictionary<string, int>.Empty, [1, 2]);
await ledger.ClonedAsync(["a", "bcd"], new ChatOptions { MaxOutputTokens = 3 });
await ledger.SlicedAsync(["abc", " d "]);
await ledger.DefaultedAsync(["a", null, "c"]);
await ledger.ParsedAsync(["12", "b"]);
await ledger.WrittenAsync(["a", "b"]);
Log(notes);
//// fixed
using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using BatchMigrate;
using Microsoft.Extensions.AI;

namespace Ledgers;

public readonly record struct Money(int Cents)
{
    public static Money operator +(Money a, Money b) => new(a.Cents + b.Cents);

    public static Money operator -(Money a) => new(-a.Cents);

    public static implicit operator string(Money a) => a.Cents + " cents";
}

public sealed class Ledger(IChatClient chat, List<string> notes)
{
    public async Task AddedAsync(IReadOnlyList<Money> sums)
    {
        var prompts = new List<string>();
        foreach (var sum in sums)
        {
            var twice = sum + sum;
            twice += -sum;
            string text = twice;
            prompts.Add("Explain " + text);
        }

        var batch = await chat.CompleteBatchAsync(prompts);
        foreach (var (sum, item) in sums.Zip(batch))
        {
            var response = item.Response;
            notes.Add(response.Text + sum);
        }
    }

    public async Task ReadAsync(IReadOnlyList<string> texts)
    {
        var prompts = new List<string>();
        foreach (var text in texts)
        {
            var size = new FileInfo(text).Exists ? 1 : 0;
            prompts.Add("Explain " + size);
        }

        var batch = await chat.CompleteBatchAsync(prompts);
        foreach (var (text, item) in texts.Zip(batch))
        {
            var response = item.Response;
            notes.Add(response.Text + File.Exists(text) + new DirectoryInfo(text).Exists);
        }
    }

    public async Task LookedUpAsync(IReadOnlyList<string> texts, Dictionary<string, string> names, ImmutableDictionary<string, int> sizes, List<int> counts)
    {
        var prompts = new List<string>();
        foreach (var text in texts)
        {
            var name = names.GetValueOrDefault(text, "none") + counts.AsReadOnly().Count + counts.ToImmutableList().Count + ImmutableArray.CreateRange(counts).Length + sizes.GetValueOrDefault(text);
            prompts.Add("Explain " + name);
        }

        var batch = await chat.CompleteBatchAsync(prompts);
        foreach (var item in batch)
        {
            var response = item.Response;
            notes.Add(response.Text + names.Count + counts.Count + sizes.Count);
        }
    }

    public async Task ClonedAsync(IReadOnlyList<string> texts, ChatOptions options)
    {
        var prompts = new List<string>();
        foreach (var text in texts)
        {
            var length = options.Clone().MaxOutputTokens + text.Length;
            prompts.Add("Explain " + length);
        }

        var batch = await chat.CompleteBatchAsync(prompts);
        foreach (var item in batch)
        {
            var response = item.Response;
            notes.Add(response.Text + options.MaxOutputTokens);
        }
    }

    public async Task DefaultedAsync(IReadOnlyList<string?> texts)
    {
        string? last = null;
        var batch = await chat.CompleteBatchAsync(texts.Select(text => "Explain " + text));
        foreach (var (text, item) in texts.Zip(batch))
        {
            last ??= text;
            var response = item.Response;
            notes.Add(response.Text + last);
            last = null;
        }
    }

    public async Task ParsedAsync(IReadOnlyList<string> texts)
    {
        var number = 0;
        var batch = await chat.CompleteBatchAsync(texts.Select(text => "Explain " + text));
        foreach (var (text, item) in texts.Zip(batch))
        {
            _ = int.TryParse(text, out number);
            var response = item.Response;
            notes.Add(response.Text + number);
        }
    }

    public async Task WrittenAsync(IReadOnlyList<string> texts)
    {
        var batch = await chat.CompleteBatchAsync(texts.Select(text => "Explain " + text));
        foreach (var (text, item) in texts.Zip(batch))
        {
            using (var writer = new StreamWriter(Path.Combine(Path.GetTempPath(), "batchmigrate.last.txt")))
            {
                writer.Write(text);
            }

            var response = item.Response;
            notes.Add(response.Text + File.ReadAllText(Path.Combine(Path.GetTempPath(), "batchmigrate.last.txt")));
        }
    }

    public async Task SlicedAsync(IReadOnlyList<string> texts)
    {
        var prompts = new List<string>();
        foreach (var text in texts)
        {
            var letters = text.AsSpan().Trim().Length + text.AsMemory().Slice(0, 1).Length;
            prompts.Add("Explain " + letters);
        }

        var batch = await chat.CompleteBatchAsync(prompts);
        foreach (var (text, item) in texts.Zip(batch))
        {
            var response = item.Response;
            notes.Add(response.Text + text);
        }
    }
}
