// F38f A C# 9 project: no newer syntax is written
// verdict: fixed
// message: This loop makes one 'CompleteChatAsync' round trip per 'order', one after another; 'CompleteBatchAsync' sends them together
// language: 9
using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using OpenAI.Chat;

namespace Orders
{
    public record Order(string Number, string Text);

    public sealed class OrderReader
    {
        private readonly ChatClient _client;
        private readonly ChatCompletionOptions _options = new();

        public OrderReader(ChatClient client)
        {
            _client = client ?? throw new ArgumentNullException(nameof(client));
        }

        public async Task<Dictionary<string, string>> ReadAsync(IReadOnlyList<Order> orders, CancellationToken cancellationToken)
        {
            var results = new Dictionary<string, string>();
            foreach (var order in orders)
            {
                if (order.Text.Length == 0)
                {
                    continue;
                }

                ChatCompletion completion = await /*BM0001*/_client.CompleteChatAsync(
                    new ChatMessage[] { new SystemChatMessage("List the articles."), new UserChatMessage(order.Text) },
                    _options,
                    cancellationToken);
                results[order.Number] = completion.Content[0].Text;
            }

            return results;
        }
    }
}
//// run
var orders = new[] { new Order("A1", "two brooms"), new Order("A2", ""), new Order("A3", "a bucket"), new Order("A4", "soap, ten bars") };
foreach (var (number, text) in await new OrderReader(client).ReadAsync(orders, cancellationToken))
{
    Log(number + ": " + text);
}
//// fixed
using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using BatchMigrate;
using OpenAI.Chat;

namespace Orders
{
    public record Order(string Number, string Text);

    public sealed class OrderReader
    {
        private readonly ChatClient _client;
        private readonly ChatCompletionOptions _options = new();

        public OrderReader(ChatClient client)
        {
            _client = client ?? throw new ArgumentNullException(nameof(client));
        }

        public async Task<Dictionary<string, string>> ReadAsync(IReadOnlyList<Order> orders, CancellationToken cancellationToken)
        {
            var results = new Dictionary<string, string>();
            var pending = new List<Order>();
            var messagesList = new List<IEnumerable<ChatMessage>>();
            foreach (var order in orders)
            {
                if (order.Text.Length == 0)
                {
                    continue;
                }

                pending.Add(order);
                messagesList.Add(new ChatMessage[] { new SystemChatMessage("List the articles."), new UserChatMessage(order.Text) });
            }

            var batch = await _client.CompleteBatchAsync(messagesList, _options, cancellationToken: cancellationToken);
            foreach (var (order, item) in pending.Zip(batch))
            {
                ChatCompletion completion = item.Response;
                results[order.Number] = completion.Content[0].Text;
            }

            return results;
        }
    }
}
