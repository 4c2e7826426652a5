// F19h A top-level program whose loop prints each answer, with arguments
// verdict: fixed
// message: This loop makes one 'GetResponseAsync' round trip per 'file', one after another; 'CompleteBatchAsync' sends them together
using System;
using System.Linq;
using Microsoft.Extensions.AI;

var files = args.Length > 0 ? args : ["read.me", "setup.sh", "notes.txt"];
var options = new ChatOptions { Temperature = 0 };

foreach (var file in files.Where(IsText))
{
    var response = await /*BM0001*/Clients.Chat.GetResponseAsync($"What would a file named {file} hold?", options);
    Console.WriteLine($"{file,-12} {response.Text}");
}

return 0;

static bool IsText(string file) => !file.EndsWith(".bin", StringComparison.Ordinal);

public static class Clients
{
    public static IChatClient Chat { get; set; } = null!;
}
//// run
Clients.Chat = chat;
var main = typeof(Clients).Assembly.EntryPoint!;
await Task.Run(() => main.Invoke(null, System.Reflection.BindingFlags.DoNotWrapExceptions, null, [Array.Empty<string>()], null), cancellationToken);
//// fixed
using System;
using System.Linq;
using BatchMigrate;
using Microsoft.Extensions.AI;

var files = args.Length > 0 ? args : ["read.me", "setup.sh", "notes.txt"];
var options = new ChatOptions { Temperature = 0 };

var pending = files.Where(IsText).ToList();
var batch = await Clients.Chat.CompleteBatchAsync(pending.Select(file => $"What would a file named {file} hold?"), options);
foreach (var (file, item) in pending.Zip(batch))
{
    var response = item.Response;
    Console.WriteLine($"{file,-12} {response.Text}");
}

return 0;

static bool IsText(string file) => !file.EndsWith(".bin", StringComparison.Ordinal);

public static class Clients
{
    public static IChatClient Chat { get; set; } = null!;
}
