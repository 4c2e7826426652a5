// B06 Reading the file throws inside the try that guards the call, and is awaited there
// verdict: blocked
// blocker: inside a 'try'
// message: The calls of 'CompleteChatAsync' could be one batch, but the request is prepared inside a 'try' that would see what its preparation throws
using System;
using System.Collections.Generic;
using System.IO;
using System.Threading;
using System.Threading.Tasks;
using OpenAI.Chat;

namespace Files;

public sealed class FolderDigest(ChatClient client)
{
    public async Task<Dictionary<string, string>> DigestAsync(string folder, CancellationToken cancellationToken)
    {
        var digest = new Dictionary<string, string>();
        foreach (var path in Directory.GetFiles(folder, "*.md"))
        {
            try
            {
                var text = /*why*/await File.ReadAllTextAsync(path, cancellationToken);
                ChatCompletion completion = await /*BM0010*/client.CompleteChatAsync([new UserChatMessage(text)], cancellationToken: cancellationToken);
                digest[path] = completion.Content[0].Text;
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                digest[path] = $"failed: {e.GetType().Name}";
            }
        }

        return digest;
    }
}
