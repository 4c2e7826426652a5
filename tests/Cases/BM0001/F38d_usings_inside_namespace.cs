// F38d The usings stand inside the namespace
// verdict: fixed
// message: This loop makes one 'GetResponseAsync' round trip per 'reader', one after another; 'CompleteBatchAsync' sends them together
namespace Library.Lending
{
    using System.Collections.Generic;
    using System.Threading;
    using System.Threading.Tasks;
    using Microsoft.Extensions.AI;

    public sealed class ReminderWriter
    {
        private readonly IChatClient chat;

        public ReminderWriter(IChatClient chat)
        {
            this.chat = chat;
        }

        public async Task<List<string>> WriteAsync(IEnumerable<string> readers, CancellationToken cancellationToken)
        {
            var reminders = new List<string>();
            foreach (var reader in readers)
            {
                if (reader.Length == 0)
                {
                    continue;
                }

                var response = await /*BM0001*/this.chat.GetResponseAsync($"Remind {reader} of a late book.", cancellationToken: cancellationToken);
                reminders.Add(reader + ": " + response.Text);
            }

            return reminders;
        }
    }
}
//// run
Log(string.Join("|", await new Library.Lending.ReminderWriter(chat).WriteAsync(["Xenia", "", "Yorick", "Zoe"], cancellationToken)));
//// fixed
namespace Library.Lending
{
    using System.Collections.Generic;
    using System.Linq;
    using System.Threading;
    using System.Threading.Tasks;
    using BatchMigrate;
    using Microsoft.Extensions.AI;

    public sealed class ReminderWriter
    {
        private readonly IChatClient chat;

        public ReminderWriter(IChatClient chat)
        {
            this.chat = chat;
        }

        public async Task<List<string>> WriteAsync(IEnumerable<string> readers, CancellationToken cancellationToken)
        {
            var reminders = new List<string>();
            var pending = new List<string>();
            var prompts = new List<string>();
            foreach (var reader in readers)
            {
                if (reader.Length == 0)
                {
                    continue;
                }

                pending.Add(reader);
                prompts.Add($"Remind {reader} of a late book.");
            }

            var batch = await this.chat.CompleteBatchAsync(prompts, cancellationToken: cancellationToken);
            foreach (var (reader, item) in pending.Zip(batch))
            {
                var response = item.Response;
                reminders.Add(reader + ": " + response.Text);
            }

            return reminders;
        }
    }
}
