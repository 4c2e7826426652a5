// S07 A retry over a list of delays, each item has its own retry inside another loop
// verdict: silent
using System;
using System.ClientModel;
using System.Collections.Generic;
using System.Threading.Tasks;
using OpenAI.Chat;

namespace Catalogue;

public sealed class TitleWriter
{
    private static readonly TimeSpan[] Delays = [TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(4), TimeSpan.FromSeconds(15)];
    private readonly ChatClient _client;

    public TitleWriter(ChatClient client) => _client = client;

    public async Task<List<string>> WriteAsync(IEnumerable<string> products)
    {
        var titles = new List<string>();
        foreach (var product in products)
        {
            var title = product;
            foreach (var delay in Delays)
            {
                try
                {
                    title = (await _client.CompleteChatAsync($"A catchy title for {product}")).Value.Content[0].Text;
                    break;
                }
                catch (ClientResultException)
                {
                    await Task.Delay(delay);
                }
            }

            titles.Add(title);
        }

        return titles;
    }
}
