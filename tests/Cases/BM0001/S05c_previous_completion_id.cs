// S05 The id of the previous completion travels in the metadata of fresh options
// verdict: silent
using System.Collections.Generic;
using System.Threading.Tasks;
using OpenAI.Chat;

namespace Billing.Disputes;

internal sealed class DisputeWriter
{
    private readonly ChatClient _client;

    internal DisputeWriter(ChatClient client)
    {
        _client = client;
    }

    internal async Task<Dictionary<string, string>> WriteAsync(string[] sections)
    {
        var written = new Dictionary<string, string>();
        var previousId = "none";
        foreach (var section in sections)
        {
            var options = new ChatCompletionOptions { StoredOutputEnabled = true };
            options.Metadata["previous_response_id"] = previousId;
            ChatCompletion completion = await _client.CompleteChatAsync([new UserChatMessage($"Write the section '{section}'.")], options);
            written[section] = completion.Content[0].Text;
            previousId = completion.Id;
        }

        return written;
    }
}
