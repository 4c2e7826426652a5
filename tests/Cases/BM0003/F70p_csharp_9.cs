// F70p A C# 9 project: no newer syntax in loop and helper
// verdict: fixed
// message: 'TariffAsync' is called for one item at a time; 'TariffBatchAsync' sends them together
// language: 9
using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using OpenAI.Chat;

namespace Freight
{
    public record Parcel(string Code, string Content);

    public class CustomsClerk
    {
        private readonly ChatClient _client;

        public CustomsClerk(ChatClient client)
        {
            _client = client ?? throw new ArgumentNullException(nameof(client));
        }

        public async Task<Dictionary<string, string>> DeclareAsync(IReadOnlyList<Parcel> parcels, CancellationToken cancellationToken)
        {
            var declarations = new Dictionary<string, string>();
            foreach (Parcel parcel in parcels)
            {
                declarations.Add(parcel.Code, await /*BM0003*/TariffAsync(parcel.Content, cancellationToken));
            }

            return declarations;
        }

        private async Task<string> TariffAsync(string content, CancellationToken cancellationToken)
        {
            ChatCompletion completion = await _client.CompleteChatAsync(
                new ChatMessage[] { new UserChatMessage("The tariff number of " + content) }, null, cancellationToken);
            return completion.Content[0].Text;
        }
    }
}
//// run
Parcel[] parcels = new[] { new Parcel("P1", "clocks"), new Parcel("P2", "olive oil"), new Parcel("P3", "cork") };
foreach (var (code, tariff) in await new CustomsClerk(client).DeclareAsync(parcels, cancellationToken))
{
    Log(code + " " + tariff);
}
//// fixed
using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using BatchMigrate;
using OpenAI.Chat;

namespace Freight
{
    public record Parcel(string Code, string Content);

    public class CustomsClerk
    {
        private readonly ChatClient _client;

        public CustomsClerk(ChatClient client)
        {
            _client = client ?? throw new ArgumentNullException(nameof(client));
        }

        public async Task<Dictionary<string, string>> DeclareAsync(IReadOnlyList<Parcel> parcels, CancellationToken cancellationToken)
        {
            var declarations = new Dictionary<string, string>();
            var batch = await TariffBatchAsync(parcels.Select(parcel => parcel.Content), cancellationToken);
            foreach ((Parcel parcel, var item) in parcels.Zip(batch))
            {
                declarations.Add(parcel.Code, item.Response);
            }

            return declarations;
        }

        private async Task<BatchResult<string>> TariffBatchAsync(IEnumerable<string> contents, CancellationToken cancellationToken)
        {
            var batch = await _client.CompleteBatchAsync(
                contents,
                content => new ChatMessage[] { new UserChatMessage("The tariff number of " + content) },
                cancellationToken: cancellationToken);
            return batch.Map(result =>
            {
                ChatCompletion completion = result;
                return completion.Content[0].Text;
            });
        }
    }
}
