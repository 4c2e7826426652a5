// F05c A property of the program fails as the call does: its failure stays with its item
// verdict: fixed
// message: This loop makes one 'CompleteChatAsync' round trip per 'invoice', one after another; 'CompleteBatchAsync' sends them together
using System;
using System.ClientModel;
using System.Collections.Generic;
using System.Threading.Tasks;
using OpenAI.Chat;

public sealed class Invoice(string path, Func<string, string> read)
{
    public string Path => path;

    public string Text => read(path);

    public string Note { get; set; } = "";
}

public static class Ledger
{
    public static async Task AnnotateAsync(ChatClient client, IReadOnlyList<Invoice> invoices)
    {
        foreach (var invoice in invoices)
        {
            try
            {
                ChatCompletion completion = await /*BM0001*/client.CompleteChatAsync([new UserChatMessage("Note what is odd: " + invoice.Text)]);
                invoice.Note = completion.Content[0].Text;
            }
            catch (ClientResultException)
            {
                invoice.Note = "(unread)";
            }
        }
    }
}
//// run
Invoice[] invoices = [new("a", path => path + "!"), new("b", path => throw new System.ClientModel.ClientResultException("b cannot be read", null)), new("c", path => path + "?")];
await Ledger.AnnotateAsync(client, invoices);
foreach (var invoice in invoices)
{
    Log($"{invoice.Path}: {invoice.Note}");
}
//// fixed
using System;
using System.ClientModel;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using BatchMigrate;
using OpenAI.Chat;

public sealed class Invoice(string path, Func<string, string> read)
{
    public string Path => path;

    public string Text => read(path);

    public string Note { get; set; } = "";
}

public static class Ledger
{
    public static async Task AnnotateAsync(ChatClient client, IReadOnlyList<Invoice> invoices)
    {
        var batch = await client.CompleteBatchAsync(invoices, invoice => [new UserChatMessage("Note what is odd: " + invoice.Text)]);
        foreach (var (invoice, item) in invoices.Zip(batch))
        {
            try
            {
                ChatCompletion completion = item.Response;
                invoice.Note = completion.Content[0].Text;
            }
            catch (ClientResultException)
            {
                invoice.Note = "(unread)";
            }
        }
    }
}
