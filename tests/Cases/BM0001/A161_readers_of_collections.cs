// A161 Members of collections that only read: nothing is changed for the second half
// verdict: fixed
// message: This loop makes one 'GetResponseAsync' round trip per 'text', one after another; 'CompleteBatchAsync' sends them together
using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

namespace Registers;

public sealed class Register(IChatClient chat, List<string> notes)
{
    public async Task ListedAsync(IReadOnlyList<string> texts, List<string> names)
    {
        foreach (var text in texts)
        {
            var places = names.IndexOf(text) + names.LastIndexOf(text) + names.FindIndex(n => n == text) + names.BinarySearch(text);
            var found = names.Find(n => n == text) + names.FindLast(n => n == text) + names.FindAll(n => n == text).Count + names.ConvertAll(n => n.Length).Count;
            var same = names.Contains(text) || names.Exists(n => n == text) || names.TrueForAll(n => n == text) || names.Equals(texts);
            var parts = names.GetRange(0, 1).Count + names.Slice(0, 1).Count + names.ToArray().Length + names.AsReadOnly().Count;
            var kind = names.GetType().Name + names.ToString();
            var buffer = new string[names.Count];
            names.CopyTo(buffer);
            var response = await /*BM0001*/chat.GetResponseAsync($"About {text}: {places} {found} {same} {parts} {kind} {buffer.Length}");
            notes.Add(response.Text + names.Count);
        }
    }

    public async Task LookedUpAsync(IReadOnlyList<string> texts, Dictionary<string, int> sizes, HashSet<string> set, Queue<string> queue, int[,] grid)
    {
        foreach (var text in texts)
        {
            var size = sizes.ContainsKey(text) || sizes.ContainsValue(3) || sizes.TryGetValue(text, out _) ? 1 : 2;
            var shared = set.IsSubsetOf(texts) || set.IsSupersetOf(texts) || set.Overlaps(texts) || set.SetEquals(texts);
            var next = queue.Peek() + queue.TryPeek(out _) + grid.GetLength(0);
            var response = await /*BM0001*/chat.GetResponseAsync($"About {text}: {size} {shared} {next}");
            notes.Add(response.Text + sizes.Count + set.Count + queue.Count + grid.Length);
        }
    }
}
//// run
var notes = new List<string>();
var register = new Register(chat, notes);
await register.ListedAsync(["iron", "tin"], ["gold", "iron"]);
await register.LookedUpAsync(["iron", "tin"], new() { ["iron"] = 4 }, ["tin"], new(["first"]), new int[2, 3]);
Log(notes);
//// fixed
using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using BatchMigrate;
using Microsoft.Extensions.AI;

namespace Registers;

public sealed class Register(IChatClient chat, List<string> notes)
{
    public async Task ListedAsync(IReadOnlyList<string> texts, List<string> names)
    {
        var prompts = new List<string>();
        foreach (var text in texts)
        {
            var places = names.IndexOf(text) + names.LastIndexOf(text) + names.FindIndex(n => n == text) + names.BinarySearch(text);
            var found = names.Find(n => n == text) + names.FindLast(n => n == text) + names.FindAll(n => n == text).Count + names.ConvertAll(n => n.Length).Count;
            var same = names.Contains(text) || names.Exists(n => n == text) || names.TrueForAll(n => n == text) || names.Equals(texts);
            var parts = names.GetRange(0, 1).Count + names.Slice(0, 1).Count + names.ToArray().Length + names.AsReadOnly().Count;
            var kind = names.GetType().Name + names.ToString();
            var buffer = new string[names.Count];
            names.CopyTo(buffer);
            prompts.Add($"About {text}: {places} {found} {same} {parts} {kind} {buffer.Length}");
        }

        var batch = await chat.CompleteBatchAsync(prompts);
        foreach (var item in batch)
        {
            var response = item.Response;
            notes.Add(response.Text + names.Count);
        }
    }

    public async Task LookedUpAsync(IReadOnlyList<string> texts, Dictionary<string, int> sizes, HashSet<string> set, Queue<string> queue, int[,] grid)
    {
        var prompts = new List<string>();
        foreach (var text in texts)
        {
            var size = sizes.ContainsKey(text) || sizes.ContainsValue(3) || sizes.TryGetValue(text, out _) ? 1 : 2;
            var shared = set.IsSubsetOf(texts) || set.IsSupersetOf(texts) || set.Overlaps(texts) || set.SetEquals(texts);
            var next = queue.Peek() + queue.TryPeek(out _) + grid.GetLength(0);
            prompts.Add($"About {text}: {size} {shared} {next}");
        }

        var batch = await chat.CompleteBatchAsync(prompts);
        foreach (var item in batch)
        {
            var response = item.Response;
            notes.Add(response.Text + sizes.Count + set.Count + queue.Count + grid.Length);
        }
    }
}
