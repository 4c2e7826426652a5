// F09c A nest whose outer body filters, and gathers the inner answers of each item in a dictionary
// verdict: fixed
// message: This loop makes one 'GetResponseAsync' round trip per 'function', one after another; 'CompleteBatchAsync' sends them together
using System.Collections.Generic;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

namespace Repositories;

public sealed record SourceFile(string Path, IReadOnlyList<string> Functions);

public sealed class FunctionNotes
{
    private readonly IChatClient _chat;

    public FunctionNotes(IChatClient chat)
    {
        _chat = chat;
    }

    public async Task<Dictionary<string, List<string>>> TakeAsync(IEnumerable<SourceFile> files)
    {
        var notes = new Dictionary<string, List<string>>();
        foreach (var file in files)
        {
            if (file.Functions.Count == 0)
            {
                continue;
            }

            var perFile = new List<string>();
            foreach (var function in file.Functions)
            {
                var response = await /*BM0001*/_chat.GetResponseAsync($"What does {function} in {file.Path} do?");
                perFile.Add($"{function}: {response.Text}");
            }

            notes[file.Path] = perFile;
        }

        return notes;
    }
}
//// run
var notes = await new FunctionNotes(chat).TakeAsync([new("a.py", ["load", "save"]), new("b.py", []), new("c.py", ["parse", "print", "check"])]);
foreach (var (path, lines) in notes)
{
    Log(path + " " + string.Join("; ", lines));
}
//// fixed
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using BatchMigrate;
using Microsoft.Extensions.AI;

namespace Repositories;

public sealed record SourceFile(string Path, IReadOnlyList<string> Functions);

public sealed class FunctionNotes
{
    private readonly IChatClient _chat;

    public FunctionNotes(IChatClient chat)
    {
        _chat = chat;
    }

    public async Task<Dictionary<string, List<string>>> TakeAsync(IEnumerable<SourceFile> files)
    {
        var notes = new Dictionary<string, List<string>>();
        foreach (var file in files)
        {
            if (file.Functions.Count == 0)
            {
                continue;
            }

            var perFile = new List<string>();
            var batch = await _chat.CompleteBatchAsync(file.Functions.Select(function => $"What does {function} in {file.Path} do?"));
            foreach (var (function, item) in file.Functions.Zip(batch))
            {
                var response = item.Response;
                perFile.Add($"{function}: {response.Text}");
            }

            notes[file.Path] = perFile;
        }

        return notes;
    }
}
