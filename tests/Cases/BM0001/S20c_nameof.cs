// S20 Only the name of the call stands in the loop
// verdict: silent
using System.Collections.Generic;
using OpenAI.Chat;

namespace Diagnostics;

public static class CallNames
{
    public static Dictionary<string, string> For(IEnumerable<string> models)
    {
        var names = new Dictionary<string, string>();
        foreach (var model in models)
        {
            names[model] = $"{model}.{nameof(ChatClient.CompleteChatAsync)}";
        }

        return names;
    }
}
