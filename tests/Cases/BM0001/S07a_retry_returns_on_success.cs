// S07 A retry loop that returns on success
// verdict: silent
using System;
using System.ClientModel;
using System.Threading;
using System.Threading.Tasks;
using OpenAI.Chat;

namespace Invoices;

public sealed class InvoiceReader(ChatClient client)
{
    private const int MaxAttempts = 4;

    public async Task<string> ReadAsync(string invoice, CancellationToken cancellationToken)
    {
        for (var attempt = 1; attempt <= MaxAttempts; attempt++)
        {
            try
            {
                ChatCompletion completion = await client.CompleteChatAsync([new UserChatMessage(invoice)], cancellationToken: cancellationToken);
                return completion.Content[0].Text;
            }
            catch (ClientResultException e) when (e.Status == 429 && attempt < MaxAttempts)
            {
                await Task.Delay(TimeSpan.FromSeconds(Math.Pow(2, attempt)), cancellationToken);
            }
        }

        throw new InvalidOperationException("No answer.");
    }
}
