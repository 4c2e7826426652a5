// F71b Two arguments vary, one of them is named, one stays
// verdict: fixed
// message: 'WriteLabelAsync' is called for one item at a time; 'WriteLabelBatchAsync' sends them together
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using OpenAI.Chat;

namespace Museum;

public sealed record Exhibit(string Title, int Year, string Notes);

public static class Labels
{
    public static async Task<IReadOnlyDictionary<string, string>> WriteAsync(
        ChatClient client, IEnumerable<Exhibit> exhibits, string audience, CancellationToken cancellationToken)
    {
        var labels = new Dictionary<string, string>();
        foreach (var exhibit in exhibits)
        {
            labels[exhibit.Title] = await /*BM0003*/WriteLabelAsync(
                client, exhibit.Notes, audience: audience, year: exhibit.Year, cancellationToken: cancellationToken);
        }

        return labels;
    }

    private static async Task<string> WriteLabelAsync(ChatClient client, string notes, int year, string audience, CancellationToken cancellationToken)
    {
        var messages = new ChatMessage[]
        {
            new SystemChatMessage("Write a museum label for " + audience + "."),
            new UserChatMessage($"From the year {year}. {notes}"),
        };
        ChatCompletion completion = await client.CompleteChatAsync(messages, cancellationToken: cancellationToken);
        return completion.Content[0].Text;
    }
}
//// run
Exhibit[] exhibits = [new("Astrolabe", 1540, "brass, from Leuven"), new("Mangle", 1890, "beech"), new("Radio", 1934, "bakelite")];
foreach (var (title, label) in await Labels.WriteAsync(client, exhibits, "children", cancellationToken))
{
    Log(title + ": " + label);
}
//// fixed
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using BatchMigrate;
using OpenAI.Chat;

namespace Museum;

public sealed record Exhibit(string Title, int Year, string Notes);

public static class Labels
{
    public static async Task<IReadOnlyDictionary<string, string>> WriteAsync(
        ChatClient client, IEnumerable<Exhibit> exhibits, string audience, CancellationToken cancellationToken)
    {
        var labels = new Dictionary<string, string>();
        var pending = exhibits.ToList();
        var batch = await WriteLabelBatchAsync(
            client, pending.Select(exhibit => (exhibit.Notes, exhibit.Year)), audience: audience, cancellationToken: cancellationToken);
        foreach (var (exhibit, item) in pending.Zip(batch))
        {
            labels[exhibit.Title] = item.Response;
        }

        return labels;
    }

    private static async Task<BatchResult<string>> WriteLabelBatchAsync(
        ChatClient client, IEnumerable<(string notes, int year)> inputs, string audience, CancellationToken cancellationToken)
    {
        var batch = await client.CompleteBatchAsync(inputs, input =>
        {
            var (notes, year) = input;
            var messages = new ChatMessage[]
            {
                new SystemChatMessage("Write a museum label for " + audience + "."),
                new UserChatMessage($"From the year {year}. {notes}"),
            };
            return messages;
        }, cancellationToken: cancellationToken);
        return batch.Map(result =>
        {
            ChatCompletion completion = result;
            return completion.Content[0].Text;
        });
    }
}
