// S71b The helper's cache is static and made for several threads: equal items must still ask once
// verdict: silent
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Threading.Tasks;
using OpenAI.Chat;

namespace Codes;

public static class CodeNames
{
    private static readonly ConcurrentDictionary<string, string> Names = new();

    public static async Task<string[]> ResolveAsync(ChatClient client, IReadOnlyList<string> codes)
    {
        var names = new string[codes.Count];
        for (var i = 0; i < codes.Count; i++)
        {
            names[i] = await ResolveOneAsync(client, codes[i]);
        }

        return names;
    }

    private static async Task<string> ResolveOneAsync(ChatClient client, string code)
    {
        if (!Names.TryGetValue(code, out var name))
        {
            ChatCompletion completion = await client.CompleteChatAsync(new UserChatMessage("The name of " + code));
            name = Names.GetOrAdd(code, completion.Content[0].Text);
        }

        return name;
    }
}
