// F39c A region and a conditional block around the method, comments between the statements
// verdict: fixed
// message: This loop makes one 'CompleteChatAsync' round trip per 'ship', one after another; 'CompleteBatchAsync' sends them together
using System.Collections.Generic;
using System.Threading.Tasks;
using OpenAI.Chat;

namespace Harbour;

public static class BerthPlan
{
    #region Texts

#if !WITHOUT_MODEL
    public static async Task<List<string>> DescribeAsync(ChatClient client, List<string> ships)
    {
        var lines = new List<string>();

        /* Ships are described
           in the order of arrival. */
        foreach (var ship in ships)
        {
            ChatCompletion completion = await /*BM0001*/client.CompleteChatAsync([new UserChatMessage(/* name */ ship)]);

            // The first part is the text.
            lines.Add(completion.Content[0].Text);
        }

        return lines;
    }
#endif

    #endregion
}
//// run
Log(string.Join("|", await BerthPlan.DescribeAsync(client, ["Aurora", "Belle", "Ceres"])));
//// fixed
using System.Collections.Generic;
using System.Threading.Tasks;
using BatchMigrate;
using OpenAI.Chat;

namespace Harbour;

public static class BerthPlan
{
    #region Texts

#if !WITHOUT_MODEL
    public static async Task<List<string>> DescribeAsync(ChatClient client, List<string> ships)
    {
        var lines = new List<string>();

        /* Ships are described
           in the order of arrival. */
        var messagesList = new List<IEnumerable<ChatMessage>>();
        foreach (var ship in ships)
        {
            messagesList.Add([new UserChatMessage(/* name */ ship)]);
        }

        var batch = await client.CompleteBatchAsync(messagesList);
        foreach (var item in batch)
        {
            ChatCompletion completion = item.Response;

            // The first part is the text.
            lines.Add(completion.Content[0].Text);
        }

        return lines;
    }
#endif

    #endregion
}
