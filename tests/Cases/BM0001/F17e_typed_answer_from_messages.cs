// F17e GetResponseAsync<T> with a message list, shared options and a record, the responses kept
// verdict: fixed
// message: This loop makes one 'GetResponseAsync' round trip per 'scan', one after another; 'Batch.RunAsync' sends them together
// uses: Microsoft.Extensions.AI
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

namespace Invoices;

public sealed record InvoiceHeader(string Number, string Supplier, decimal Total);

public sealed class InvoiceReader
{
    private static readonly ChatMessage Instruction = new(ChatRole.System, "Read the header of the invoice.");

    private readonly IChatClient _chat;
    private readonly ChatOptions _options = new() { Temperature = 0 };

    public InvoiceReader(IChatClient chat)
    {
        _chat = chat;
    }

    public async Task<IReadOnlyDictionary<string, ChatResponse<InvoiceHeader>>> ReadAsync(IReadOnlyDictionary<string, string> scans, CancellationToken ct)
    {
        var headers = new Dictionary<string, ChatResponse<InvoiceHeader>>();
        foreach (var scan in scans)
        {
            var header = await /*BM0001*/_chat.GetResponseAsync<InvoiceHeader>(
                [Instruction, new ChatMessage(ChatRole.User, scan.Value)], _options, cancellationToken: ct);
            headers.Add(scan.Key, header);
        }

        return headers;
    }
}
//// run
var scans = new SortedDictionary<string, string> { ["s1"] = "No 17, Mill & Co", ["s2"] = "No 18, Smith", ["s3"] = "No 19, Weaver" };
foreach (var (file, header) in await new InvoiceReader(chat).ReadAsync(scans, cancellationToken))
{
    Log($"{file}: {header.Text}");
}
//// fixed
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using BatchMigrate;
using Microsoft.Extensions.AI;

namespace Invoices;

public sealed record InvoiceHeader(string Number, string Supplier, decimal Total);

public sealed class InvoiceReader
{
    private static readonly ChatMessage Instruction = new(ChatRole.System, "Read the header of the invoice.");

    private readonly IChatClient _chat;
    private readonly ChatOptions _options = new() { Temperature = 0 };

    public InvoiceReader(IChatClient chat)
    {
        _chat = chat;
    }

    public async Task<IReadOnlyDictionary<string, ChatResponse<InvoiceHeader>>> ReadAsync(IReadOnlyDictionary<string, string> scans, CancellationToken ct)
    {
        var headers = new Dictionary<string, ChatResponse<InvoiceHeader>>();
        var batch = await Batch.RunAsync(scans, (scan, ct2) => _chat.GetResponseAsync<InvoiceHeader>(
            [Instruction, new ChatMessage(ChatRole.User, scan.Value)], _options, cancellationToken: ct2), cancellationToken: ct);
        foreach (var (scan, item) in scans.Zip(batch))
        {
            var header = item.Response;
            headers.Add(scan.Key, header);
        }

        return headers;
    }
}
