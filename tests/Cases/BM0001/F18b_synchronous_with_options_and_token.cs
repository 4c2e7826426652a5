// F18b The synchronous call with options and a token, in a for loop with a fallback
// verdict: fixed
// message: This loop makes one 'CompleteChat' round trip per item, one after another; 'CompleteBatch' sends them together
using System;
using System.ClientModel;
using System.Threading;
using OpenAI.Chat;

namespace Legacy
{
    public class StatementCoder
    {
        private readonly ChatClient _client;
        private readonly ChatCompletionOptions _options;

        public StatementCoder(ChatClient client, ChatCompletionOptions options)
        {
            _client = client ?? throw new ArgumentNullException(nameof(client));
            _options = options;
        }

        public void Code(string[] statements, string[] codes, CancellationToken cancellationToken)
        {
            for (int i = 0; i < statements.Length; i++)
            {
                try
                {
                    var result = /*BM0001*/_client.CompleteChat(
                        new ChatMessage[] { new UserChatMessage("Which account code fits: " + statements[i]) }, _options, cancellationToken);
                    codes[i] = result.Value.Content[0].Text;
                }
                catch (ClientResultException)
                {
                    codes[i] = "9999";
                }
            }
        }
    }
}
//// run
var codes = new string[3];
new StatementCoder(client, new ChatCompletionOptions()).Code(["rent", "paper", "train to Bath"], codes, cancellationToken);
Log(string.Join(",", codes));
//// fixed
using System;
using System.ClientModel;
using System.Collections.Generic;
using System.Threading;
using BatchMigrate;
using OpenAI.Chat;

namespace Legacy
{
    public class StatementCoder
    {
        private readonly ChatClient _client;
        private readonly ChatCompletionOptions _options;

        public StatementCoder(ChatClient client, ChatCompletionOptions options)
        {
            _client = client ?? throw new ArgumentNullException(nameof(client));
            _options = options;
        }

        public void Code(string[] statements, string[] codes, CancellationToken cancellationToken)
        {
            var messagesList = new List<IEnumerable<ChatMessage>>();
            for (int i = 0; i < statements.Length; i++)
            {
                messagesList.Add(new ChatMessage[] { new UserChatMessage("Which account code fits: " + statements[i]) });
            }

            var batch = _client.CompleteBatch(messagesList, _options, cancellationToken: cancellationToken);
            for (int i = 0; i < statements.Length; i++)
            {
                try
                {
                    var result = batch[i].Response;
                    codes[i] = result.Value.Content[0].Text;
                }
                catch (ClientResultException)
                {
                    codes[i] = "9999";
                }
            }
        }
    }
}
