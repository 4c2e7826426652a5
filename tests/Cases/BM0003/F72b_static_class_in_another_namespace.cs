// F72b The helper is a static method in another file and namespace
// verdict: fixed
// message: 'CareAsync' is called for one item at a time; 'CareBatchAsync' sends them together
using System.Collections.Generic;
using System.Threading.Tasks;
using Garden.Prompts;
using OpenAI.Chat;

namespace Garden
{
    public sealed class PlantGuide
    {
        private readonly ChatClient _client;

        public PlantGuide(ChatClient client) => _client = client;

        public async Task<List<KeyValuePair<string, string>>> AdviseAsync(ISet<string> plants)
        {
            var advice = new List<KeyValuePair<string, string>>();
            foreach (var plant in plants)
            {
                advice.Add(new(plant, await /*BM0003*/PlantPrompts.CareAsync(_client, plant, "north balcony")));
            }

            return advice;
        }
    }
}
//// file PlantPrompts.cs
using System.Threading.Tasks;
using OpenAI.Chat;

namespace Garden.Prompts
{
    internal static class PlantPrompts
    {
        internal static async Task<string> CareAsync(ChatClient client, string plant, string place)
        {
            ChatCompletion completion = await client.CompleteChatAsync(
                [new SystemChatMessage("You are a gardener."), new UserChatMessage($"How to care for {plant} on a {place}?")]);
            return completion.Content[0].Text;
        }

        internal static async Task<string> SoilAsync(ChatClient client, string plant)
        {
            ChatCompletion completion = await client.CompleteChatAsync([new UserChatMessage("The soil for " + plant)]);
            return completion.Content[0].Text;
        }
    }
}
//// run
foreach (var (plant, text) in await new PlantGuide(client).AdviseAsync(new SortedSet<string> { "fern", "hosta", "ivy" }))
{
    Log(plant + ": " + text);
}
//// fixed
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Garden.Prompts;
using OpenAI.Chat;

namespace Garden
{
    public sealed class PlantGuide
    {
        private readonly ChatClient _client;

        public PlantGuide(ChatClient client) => _client = client;

        public async Task<List<KeyValuePair<string, string>>> AdviseAsync(ISet<string> plants)
        {
            var advice = new List<KeyValuePair<string, string>>();
            var batch = await PlantPrompts.CareBatchAsync(_client, plants, "north balcony");
            foreach (var (plant, item) in plants.Zip(batch))
            {
                advice.Add(new(plant, item.Response));
            }

            return advice;
        }
    }
}
//// fixed PlantPrompts.cs
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using BatchMigrate;
using OpenAI.Chat;

namespace Garden.Prompts
{
    internal static class PlantPrompts
    {
        internal static async Task<string> CareAsync(ChatClient client, string plant, string place) =>
            (await CareBatchAsync(client, [plant], place))[0].Response;

        /// <summary>Does what <c>CareAsync</c> does, for many plants in one batch: an outcome for each, in their order.</summary>
        internal static async Task<BatchResult<string>> CareBatchAsync(
            ChatClient client, IEnumerable<string> plants, string place, CancellationToken cancellationToken = default)
        {
            var batch = await client.CompleteBatchAsync(
                plants,
                plant => [new SystemChatMessage("You are a gardener."), new UserChatMessage($"How to care for {plant} on a {place}?")],
                cancellationToken: cancellationToken);
            return batch.Map(result =>
            {
                ChatCompletion completion = result;
                return completion.Content[0].Text;
            });
        }

        internal static async Task<string> SoilAsync(ChatClient client, string plant)
        {
            ChatCompletion completion = await client.CompleteChatAsync([new UserChatMessage("The soil for " + plant)]);
            return completion.Content[0].Text;
        }
    }
}
