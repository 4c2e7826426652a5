// A45 A linked list grows behind the node that the loop stands on
// verdict: silent
// why: the answer becomes the next node, which is asked about next
using System.Collections.Generic;
using System.Threading.Tasks;
using OpenAI.Chat;

namespace Adversarial;

public static class WordChain
{
    public static async Task<LinkedList<string>> GrowAsync(ChatClient client, string first, int length)
    {
        var chain = new LinkedList<string>([first]);
        for (var node = chain.First; node is not null && chain.Count < length; node = node.Next)
        {
            ChatCompletion completion = await client.CompleteChatAsync($"A word that starts with the last letter of {node.Value}");
            chain.AddAfter(node, completion.Content[0].Text);
        }

        return chain;
    }
}
