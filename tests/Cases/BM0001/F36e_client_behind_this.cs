// F36e The client is a field behind this
// verdict: fixed
// message: This loop makes one 'CompleteChatAsync' round trip per 'name', one after another; 'CompleteBatchAsync' sends them together
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using OpenAI.Chat;

namespace Onboarding
{
    public class WelcomeMails
    {
        private readonly ChatClient client;
        private readonly Dictionary<string, string> mails = new Dictionary<string, string>();

        public WelcomeMails(ChatClient client)
        {
            this.client = client;
        }

        public int Count
        {
            get { return this.mails.Count; }
        }

        public string this[string name]
        {
            get { return this.mails[name]; }
        }

        public async Task WriteAsync(IEnumerable<string> names, CancellationToken cancellationToken)
        {
            foreach (string name in names)
            {
                ChatCompletion completion = await /*BM0001*/this.client.CompleteChatAsync(
                    new ChatMessage[] { new UserChatMessage("Welcome " + name) },
                    cancellationToken: cancellationToken);
                this.mails[name] = completion.Content[0].Text;
            }
        }
    }
}
//// run
var mails = new WelcomeMails(client);
try
{
    await mails.WriteAsync(["Ines", "Jakob", "Kaya"], cancellationToken);
    Log(mails["Jakob"]);
}
finally
{
    Log(mails.Count);
}
//// fixed
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using BatchMigrate;
using OpenAI.Chat;

namespace Onboarding
{
    public class WelcomeMails
    {
        private readonly ChatClient client;
        private readonly Dictionary<string, string> mails = new Dictionary<string, string>();

        public WelcomeMails(ChatClient client)
        {
            this.client = client;
        }

        public int Count
        {
            get { return this.mails.Count; }
        }

        public string this[string name]
        {
            get { return this.mails[name]; }
        }

        public async Task WriteAsync(IEnumerable<string> names, CancellationToken cancellationToken)
        {
            var pending = new List<string>();
            var messagesList = new List<IEnumerable<ChatMessage>>();
            foreach (string name in names)
            {
                pending.Add(name);
                messagesList.Add(new ChatMessage[] { new UserChatMessage("Welcome " + name) });
            }

            var batch = await this.client.CompleteBatchAsync(messagesList, cancellationToken: cancellationToken);
            foreach (var (name, item) in pending.Zip(batch))
            {
                ChatCompletion completion = item.Response;
                this.mails[name] = completion.Content[0].Text;
            }
        }
    }
}
