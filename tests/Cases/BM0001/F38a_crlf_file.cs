// F38a A file with Windows line ends
// verdict: fixed
// message: This loop makes one 'CompleteChatAsync' round trip per 'macro', one after another; 'CompleteBatchAsync' sends them together
// newline: crlf
using System.Collections.Generic;
using System.Threading.Tasks;
using OpenAI.Chat;

namespace Windows;

public static class MacroExplainer
{
    // Explains each macro in one sentence.
    public static async Task<List<string>> ExplainAsync(ChatClient client, IEnumerable<string> macros)
    {
        var explanations = new List<string>();
        foreach (var macro in macros)
        {
            // Empty macros are left over from the recorder.
            if (macro == "")
            {
                continue;
            }

            ChatCompletion completion = await /*BM0001*/client.CompleteChatAsync(
                [
                    new SystemChatMessage("Explain the macro."),
                    new UserChatMessage(macro),
                ]);
            explanations.Add(completion.Content[0].Text); // one sentence
        }

        return explanations;
    }
}
//// run
Log(string.Join("|", await MacroExplainer.ExplainAsync(client, ["Selection.Copy", "", "Range(A1).Clear", "Beep"])));
//// fixed
using System.Collections.Generic;
using System.Threading.Tasks;
using BatchMigrate;
using OpenAI.Chat;

namespace Windows;

public static class MacroExplainer
{
    // Explains each macro in one sentence.
    public static async Task<List<string>> ExplainAsync(ChatClient client, IEnumerable<string> macros)
    {
        var explanations = new List<string>();
        var messagesList = new List<IEnumerable<ChatMessage>>();
        foreach (var macro in macros)
        {
            // Empty macros are left over from the recorder.
            if (macro == "")
            {
                continue;
            }

            messagesList.Add([
                new SystemChatMessage("Explain the macro."),
                new UserChatMessage(macro),
            ]);
        }

        var batch = await client.CompleteBatchAsync(messagesList);
        foreach (var item in batch)
        {
            ChatCompletion completion = item.Response;
            explanations.Add(completion.Content[0].Text); // one sentence
        }

        return explanations;
    }
}
