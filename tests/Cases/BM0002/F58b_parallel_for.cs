// F58 Parallel.For over indexes, each answer in its own slot
// verdict: fixed
// message: These 'CompleteChat' requests are fanned out by hand, without a limit; 'CompleteBatch' sends them together, a bounded number at a time
using System.Threading.Tasks;
using OpenAI.Chat;

namespace Crosswords;

public sealed class ClueMaker(ChatClient client)
{
    public string[] Make(string[] words)
    {
        var clues = new string[words.Length];
        Parallel.For(0, words.Length, i =>
        {
            clues[i] = /*BM0002*/client.CompleteChat(new SystemChatMessage("A clue."), new UserChatMessage(words[i])).Value.Content[0].Text;
        });
        return clues;
    }
}
//// run
foreach (var clue in new ClueMaker(client).Make(["OTTER", "EGRET", "NEWT"]))
{
    Log(clue);
}
//// fixed
using System.Linq;
using BatchMigrate;
using OpenAI.Chat;

namespace Crosswords;

public sealed class ClueMaker(ChatClient client)
{
    public string[] Make(string[] words)
    {
        var clues = new string[words.Length];
        var items = Enumerable.Range(0, words.Length).ToList();
        var batch = client.CompleteBatch(items, i => [new SystemChatMessage("A clue."), new UserChatMessage(words[i])]);
        batch.Apply(items, (i, item) => clues[i] = item.Response.Value.Content[0].Text).ThrowAllIfFailed();
        return clues;
    }
}
