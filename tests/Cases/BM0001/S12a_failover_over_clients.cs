// S12 Failover over clients, returned inside the try
// verdict: silent
using System;
using System.ClientModel;
using System.Collections.Generic;
using System.Threading.Tasks;
using Microsoft.Extensions.Logging;
using OpenAI.Chat;

namespace Gateway;

public sealed class Failover(IReadOnlyList<ChatClient> clients, ILogger<Failover> logger)
{
    public async Task<string> AskAsync(string prompt)
    {
        foreach (var client in clients)
        {
            try
            {
                ChatCompletion completion = await client.CompleteChatAsync(prompt);
                return completion.Content[0].Text;
            }
            catch (ClientResultException e)
            {
                logger.LogWarning(e, "One model is not reachable, trying the next");
            }
        }

        throw new InvalidOperationException("No model is reachable.");
    }
}
