// B05 A ref local crosses the call
// verdict: blocked
// blocker: 'slot'
// message: The calls of 'CompleteChat' could be one batch, but 'slot' is a reference or a span, which cannot be kept until the answer is there
using OpenAI.Chat;

namespace Grading;

public struct Grade
{
    public string Essay;
    public string Comment;
    public int Length;
}

public static class Grader
{
    public static void Comment(ChatClient client, Grade[] grades)
    {
        for (var i = 0; i < grades.Length; i++)
        {
            ref var /*why*/slot = ref grades[i];
            ChatCompletion completion = /*BM0010*/client.CompleteChat($"Comment on: {slot.Essay}");
            slot.Comment = completion.Content[0].Text;
            slot.Length = slot.Comment.Length;
        }
    }
}
