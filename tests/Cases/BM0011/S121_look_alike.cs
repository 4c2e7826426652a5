// S121 Results of the same name that are not ours, and streams
// verdict: silent
using System.Collections.Generic;
using System.Threading.Tasks;
using BatchMigrate;
using Microsoft.Extensions.AI;

namespace Shop
{
    public sealed class BatchResult<T>
    {
        public int Count { get; init; }
    }

    public sealed class Baker(IChatClient chat)
    {
        public Task<BatchResult<string>> BakeAsync() => Task.FromResult(new BatchResult<string>());

        public async Task OpenAsync(IReadOnlyList<string> prompts)
        {
            await BakeAsync();
            var first = await BakeAsync();
            System.Console.WriteLine(first.Count);
            await foreach (var item in chat.CompleteBatchStreamingAsync(prompts, static prompt => [new ChatMessage(ChatRole.User, prompt)]))
            {
                System.Console.WriteLine(item.Source);
            }
        }
    }
}
