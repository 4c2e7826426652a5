// F05a A failure of one item falls back to a default text
// verdict: fixed
// message: This loop makes one 'CompleteChatAsync' round trip per 'picture', one after another; 'CompleteBatchAsync' sends them together
using System.ClientModel;
using System.Collections.Generic;
using System.Threading.Tasks;
using OpenAI.Chat;

namespace Gallery;

public sealed record Picture(string File, string Tags);

public static class AltTexts
{
    public static async Task<List<string>> DescribeAsync(ChatClient client, IReadOnlyList<Picture> pictures)
    {
        var texts = new List<string>(pictures.Count);
        foreach (var picture in pictures)
        {
            try
            {
                ChatCompletion completion = await /*BM0001*/client.CompleteChatAsync(
                    [new UserChatMessage($"Describe a picture with these tags: {picture.Tags}")]);
                texts.Add(completion.Content[0].Text);
            }
            catch (ClientResultException)
            {
                texts.Add(picture.File); // the file's name is better than nothing
            }
        }

        return texts;
    }
}
//// run
foreach (var text in await AltTexts.DescribeAsync(client, [new("a.jpg", "sea, boat"), new("b.jpg", "forest"), new("c.jpg", "night, city")]))
{
    Log(text);
}
//// fixed
using System.ClientModel;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using BatchMigrate;
using OpenAI.Chat;

namespace Gallery;

public sealed record Picture(string File, string Tags);

public static class AltTexts
{
    public static async Task<List<string>> DescribeAsync(ChatClient client, IReadOnlyList<Picture> pictures)
    {
        var texts = new List<string>(pictures.Count);
        var messagesList = new List<IEnumerable<ChatMessage>>();
        foreach (var picture in pictures)
        {
            messagesList.Add([new UserChatMessage($"Describe a picture with these tags: {picture.Tags}")]);
        }

        var batch = await client.CompleteBatchAsync(messagesList);
        foreach (var (picture, item) in pictures.Zip(batch))
        {
            try
            {
                ChatCompletion completion = item.Response;
                texts.Add(completion.Content[0].Text);
            }
            catch (ClientResultException)
            {
                texts.Add(picture.File); // the file's name is better than nothing
            }
        }

        return texts;
    }
}
