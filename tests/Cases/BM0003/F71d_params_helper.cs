// F71d The helper takes its texts as params
// verdict: fixed
// message: 'AskAsync' is called for one item at a time; 'Batch.RunAsync' sends them together
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using OpenAI.Chat;

namespace Comparison;

public sealed record Offer(string Vendor, string Price, string Terms);

public sealed class OfferRemarks(ChatClient client)
{
    public async Task<List<(string Vendor, string Remark)>> RemarkAsync(IEnumerable<Offer> offers)
    {
        var remarks = new List<(string, string)>();
        foreach (var offer in offers)
        {
            var remark = await /*BM0003*/AskAsync(client, "Is this a fair offer?", offer.Price, offer.Terms);
            remarks.Add((offer.Vendor, remark));
        }

        return remarks;
    }

    private static async Task<string> AskAsync(ChatClient client, params string[] parts)
    {
        var content = parts.Select(ChatMessageContentPart.CreateTextPart);
        ChatCompletion completion = await client.CompleteChatAsync(new UserChatMessage(content));
        return completion.Content[0].Text;
    }
}
//// run
Offer[] offers = [new("Ash", "100", "net 30"), new("Birch", "90", "in advance"), new("Cedar", "130", "net 90")];
foreach (var (vendor, remark) in await new OfferRemarks(client).RemarkAsync(offers))
{
    Log(vendor + ": " + remark);
}
//// fixed
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using BatchMigrate;
using OpenAI.Chat;

namespace Comparison;

public sealed record Offer(string Vendor, string Price, string Terms);

public sealed class OfferRemarks(ChatClient client)
{
    public async Task<List<(string Vendor, string Remark)>> RemarkAsync(IEnumerable<Offer> offers)
    {
        var remarks = new List<(string, string)>();
        var pending = offers.ToList();
        var batch = await Batch.RunAsync(
            pending,
            (offer, _) => AskAsync(client, "Is this a fair offer?", offer.Price, offer.Terms));
        foreach (var (offer, item) in pending.Zip(batch))
        {
            var remark = item.Response;
            remarks.Add((offer.Vendor, remark));
        }

        return remarks;
    }

    private static async Task<string> AskAsync(ChatClient client, params string[] parts)
    {
        var content = parts.Select(ChatMessageContentPart.CreateTextPart);
        ChatCompletion completion = await client.CompleteChatAsync(new UserChatMessage(content));
        return completion.Content[0].Text;
    }
}
