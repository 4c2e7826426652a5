// A230n Types, methods and properties that the settings leave alone, and others of the same names
// verdict: fixed
// message: 'WashAsync' is called for one item at a time; 'WashBatchAsync' sends them together
// config: batch_migrate.excluded_symbols = Zoo.Keeper.FeedAsync, Zoo.Old*, Zoo.Cages.* | Zoo.Keeper.Names, Zoo.Feeds.CallAsync
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;
using OpenAI.Chat;

namespace Zoo.Cages
{
    public sealed class Monkeys(IChatClient chat)
    {
        public async Task<List<string>> FeedAsync(List<string> animals)
        {
            var lines = new List<string>();
            foreach (var animal in animals)
            {
                lines.Add((await chat.GetResponseAsync("Cage of " + animal)).Text);
            }

            return lines;
        }
    }
}

namespace Zoo
{
    public static class Feeds
    {
        public static async Task<string> CallAsync(this IChatClient chat, string animal) => (await chat.GetResponseAsync("Call " + animal)).Text;
    }

    public sealed class OldBarn(IChatClient chat)
    {
        public async Task<List<string>> FeedAsync(List<string> animals)
        {
            var lines = new List<string>();
            foreach (var animal in animals)
            {
                lines.Add((await chat.GetResponseAsync("Barn of " + animal)).Text);
            }

            return lines;
        }
    }

    public sealed class Keeper(IChatClient chat, ChatClient client, List<string> animals)
    {
        public List<string> Names
        {
            get
            {
                var lines = new List<string>();
                foreach (var animal in animals)
                {
                    lines.Add(client.CompleteChat("Name " + animal).Value.Content[0].Text);
                }

                return lines;
            }
        }

        public async Task<List<string>> FeedAsync()
        {
            var lines = new List<string>();
            foreach (var animal in animals)
            {
                lines.Add((await chat.GetResponseAsync("Feed " + animal)).Text);
            }

            await FeedLateAsync();
            return lines;

            async Task FeedLateAsync()
            {
                foreach (var animal in animals)
                {
                    lines.Add((await chat.GetResponseAsync("Feed late " + animal)).Text);
                }
            }
        }

        public async Task<List<string>> CallAsync()
        {
            var lines = new List<string>();
            foreach (var animal in animals)
            {
                lines.Add(await chat.CallAsync(animal));
            }

            return lines;
        }

        public async Task<List<string>> WashAsync()
        {
            var lines = new List<string>();
            foreach (var animal in animals)
            {
                lines.Add(await /*BM0003*/WashAsync(animal));
            }

            return lines;
        }

        private async Task<string> WashAsync(string animal) => (await chat.GetResponseAsync("Wash " + animal)).Text;
    }
}
//// run
var keeper = new Zoo.Keeper(chat, client, ["lion", "seal"]);
Log(keeper.Names);
Log(await keeper.FeedAsync());
Log(await keeper.CallAsync());
Log(await keeper.WashAsync());
Log(await new Zoo.OldBarn(chat).FeedAsync(["cow"]));
Log(await new Zoo.Cages.Monkeys(chat).FeedAsync(["ape"]));
//// fixed
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using BatchMigrate;
using Microsoft.Extensions.AI;
using OpenAI.Chat;

namespace Zoo.Cages
{
    public sealed class Monkeys(IChatClient chat)
    {
        public async Task<List<string>> FeedAsync(List<string> animals)
        {
            var lines = new List<string>();
            foreach (var animal in animals)
            {
                lines.Add((await chat.GetResponseAsync("Cage of " + animal)).Text);
            }

            return lines;
        }
    }
}

namespace Zoo
{
    public static class Feeds
    {
        public static async Task<string> CallAsync(this IChatClient chat, string animal) => (await chat.GetResponseAsync("Call " + animal)).Text;
    }

    public sealed class OldBarn(IChatClient chat)
    {
        public async Task<List<string>> FeedAsync(List<string> animals)
        {
            var lines = new List<string>();
            foreach (var animal in animals)
            {
                lines.Add((await chat.GetResponseAsync("Barn of " + animal)).Text);
            }

            return lines;
        }
    }

    public sealed class Keeper(IChatClient chat, ChatClient client, List<string> animals)
    {
        public List<string> Names
        {
            get
            {
                var lines = new List<string>();
                foreach (var animal in animals)
                {
                    lines.Add(client.CompleteChat("Name " + animal).Value.Content[0].Text);
                }

                return lines;
            }
        }

        public async Task<List<string>> FeedAsync()
        {
            var lines = new List<string>();
            foreach (var animal in animals)
            {
                lines.Add((await chat.GetResponseAsync("Feed " + animal)).Text);
            }

            await FeedLateAsync();
            return lines;

            async Task FeedLateAsync()
            {
                foreach (var animal in animals)
                {
                    lines.Add((await chat.GetResponseAsync("Feed late " + animal)).Text);
                }
            }
        }

        public async Task<List<string>> CallAsync()
        {
            var lines = new List<string>();
            foreach (var animal in animals)
            {
                lines.Add(await chat.CallAsync(animal));
            }

            return lines;
        }

        public async Task<List<string>> WashAsync()
        {
            var lines = new List<string>();
            var batch = await WashBatchAsync(animals);
            foreach (var item in batch)
            {
                lines.Add(item.Response);
            }

            return lines;
        }

        private async Task<BatchResult<string>> WashBatchAsync(IEnumerable<string> animals)
        {
            var batch = await chat.CompleteBatchAsync(animals, animal => "Wash " + animal);
            return batch.Map(response => response.Text);
        }
    }
}
