// F24a The else adds a default to the same list: the order is kept
// verdict: fixed
// message: This loop makes one 'CompleteChatAsync' round trip per 'figure', one after another; 'CompleteBatchAsync' sends them together
using System.Collections.Generic;
using System.Threading.Tasks;
using OpenAI.Chat;

namespace Captions;

public sealed record Figure(string Caption, bool IsDecorative);

public static class FigureTexts
{
    public static async Task<List<string>> DescribeAsync(ChatClient client, IEnumerable<Figure> figures)
    {
        var texts = new List<string>();
        foreach (var figure in figures)
        {
            if (!figure.IsDecorative)
            {
                ChatCompletion completion = await /*BM0001*/client.CompleteChatAsync([new UserChatMessage("Describe: " + figure.Caption)]);
                texts.Add(completion.Content[0].Text);
            }
            else
            {
                texts.Add("(decoration)");
            }
        }

        return texts;
    }
}
//// run
foreach (var text in await FigureTexts.DescribeAsync(client, [new("Map", false), new("Rule", true), new("Plan", false), new("Vase", true), new("Coin", false)]))
{
    Log(text);
}
//// fixed
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using BatchMigrate;
using OpenAI.Chat;

namespace Captions;

public sealed record Figure(string Caption, bool IsDecorative);

public static class FigureTexts
{
    public static async Task<List<string>> DescribeAsync(ChatClient client, IEnumerable<Figure> figures)
    {
        var texts = new List<string>();
        var pending = new List<Figure>();
        var messagesList = new List<IEnumerable<ChatMessage>?>();
        foreach (var figure in figures)
        {
            pending.Add(figure);
            if (!figure.IsDecorative)
            {
                messagesList.Add([new UserChatMessage("Describe: " + figure.Caption)]);
            }
            else
            {
                messagesList.Add(null);
            }
        }

        var batch = await client.CompleteBatchAsync(messagesList);
        foreach (var (figure, item) in pending.Zip(batch))
        {
            if (!figure.IsDecorative)
            {
                ChatCompletion completion = item.Response;
                texts.Add(completion.Content[0].Text);
            }
            else
            {
                texts.Add("(decoration)");
            }
        }

        return texts;
    }
}
