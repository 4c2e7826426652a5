using System.ClientModel;
using OpenAI;
using OpenAI.Chat;

namespace BatchMigrate.Runtime.Tests.Support;

/// <summary>The program that the crash test starts as a process of its own, and kills: a batch with a checkpoint.</summary>
internal static class CrashProgram
{
    public const int Items = 60;
    public const int Slots = 4;

    public static async Task<int> Main(string[] args)
    {
        var result = await RunAsync(new Uri(args[0]), args[1]);
        return result.Failed.Count;
    }

    public static Task<BatchResult<ClientResult<ChatCompletion>>> RunAsync(Uri endpoint, string path) =>
        new ChatClient("simulated", new ApiKeyCredential("none"), new OpenAIClientOptions { Endpoint = endpoint }.UseBatchMigrate()).CompleteBatchAsync(
            Enumerable.Range(0, Items).Select(i => $"question number{i}"),
            batchOptions: new BatchOptions { MaxConcurrency = Slots, Checkpoint = new BatchCheckpoint(path) });
}
