// F31d A message with contents added one after another
// verdict: fixed
// message: This loop makes one 'GetResponseAsync' round trip per 'receipt', one after another; 'CompleteBatchAsync' sends them together
using System.Collections.Generic;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

namespace Receipts;

public sealed record Receipt(string File, byte[] Photo, string? Remark);

public sealed class ReceiptReader
{
    private readonly IChatClient _chat;

    public ReceiptReader(IChatClient chat)
    {
        _chat = chat;
    }

    public async Task<Dictionary<string, string>> ReadAsync(IEnumerable<Receipt> receipts)
    {
        var totals = new Dictionary<string, string>();
        foreach (var receipt in receipts)
        {
            var message = new ChatMessage(ChatRole.User, "What is the total?");
            message.Contents.Add(new DataContent(receipt.Photo, "image/jpeg"));
            if (receipt.Remark is { } remark)
            {
                message.Contents.Add(new TextContent("Note: " + remark));
            }

            var response = await /*BM0001*/_chat.GetResponseAsync([message]);
            totals[receipt.File] = response.Text;
        }

        return totals;
    }
}
//// run
foreach (var (file, total) in await new ReceiptReader(chat).ReadAsync([new("1.jpg", [1], null), new("2.jpg", [2], "in euros"), new("3.jpg", [3], "torn")]))
{
    Log(file + " " + total);
}
//// fixed
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using BatchMigrate;
using Microsoft.Extensions.AI;

namespace Receipts;

public sealed record Receipt(string File, byte[] Photo, string? Remark);

public sealed class ReceiptReader
{
    private readonly IChatClient _chat;

    public ReceiptReader(IChatClient chat)
    {
        _chat = chat;
    }

    public async Task<Dictionary<string, string>> ReadAsync(IEnumerable<Receipt> receipts)
    {
        var totals = new Dictionary<string, string>();
        var pending = new List<Receipt>();
        var messagesList = new List<IEnumerable<ChatMessage>>();
        foreach (var receipt in receipts)
        {
            var message = new ChatMessage(ChatRole.User, "What is the total?");
            message.Contents.Add(new DataContent(receipt.Photo, "image/jpeg"));
            if (receipt.Remark is { } remark)
            {
                message.Contents.Add(new TextContent("Note: " + remark));
            }

            pending.Add(receipt);
            messagesList.Add([message]);
        }

        var batch = await _chat.CompleteBatchAsync(messagesList);
        foreach (var (receipt, item) in pending.Zip(batch))
        {
            var response = item.Response;
            totals[receipt.File] = response.Text;
        }

        return totals;
    }
}
