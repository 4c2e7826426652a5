// B03 A resource is open while the call runs
// verdict: blocked
// blocker: 'using'
// message: The calls of 'CompleteChatAsync' could be one batch, but a 'using' spans the call
using System.Collections.Generic;
using System.IO;
using System.Threading.Tasks;
using OpenAI.Chat;

namespace Files;

public sealed class FileSummaries(ChatClient client)
{
    public async Task WriteAsync(IEnumerable<string> paths)
    {
        foreach (var path in paths)
        {
            /*why*/using var reader = new StreamReader(path);
            var title = await reader.ReadLineAsync();
            ChatCompletion completion = await /*BM0010*/client.CompleteChatAsync($"What is '{title}' about?");
            var body = await reader.ReadToEndAsync();
            await File.WriteAllTextAsync(path + ".summary", $"{completion.Content[0].Text}\n{body.Length} characters");
        }
    }
}
