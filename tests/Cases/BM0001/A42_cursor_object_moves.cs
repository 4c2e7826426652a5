// A42 A cursor object moves on before the call and is read again after it
// verdict: blocked
// blocker: 'cursor
// message: The calls of 'CompleteChatAsync' could be one batch, but 'cursor.Line' is changed on line 21 before the call and used on line 23 when later items have already changed it again
// why: after all prepares the cursor stands behind the last line, and every result would be filed there
using System.Collections.Generic;
using System.Threading.Tasks;
using OpenAI.Chat;

namespace Adversarial;

public sealed class Cursor
{
    public int Line { get; private set; }

    public void MoveTo(int line) => Line = line;
}

public static class LineComments
{
    public static async Task<Dictionary<int, string>> WriteAsync(ChatClient client, string[] lines, Cursor cursor)
    {
        var comments = new Dictionary<int, string>();
        for (var i = 0; i < lines.Length; i++)
        {
            /*why*/cursor.MoveTo(i);
            ChatCompletion completion = await /*BM0010*/client.CompleteChatAsync($"Comment on line {cursor.Line}: {lines[cursor.Line]}");
            comments[/*why*/cursor.Line] = completion.Content[0].Text;
        }

        return comments;
    }
}
