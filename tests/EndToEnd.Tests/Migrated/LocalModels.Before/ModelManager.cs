using System.ClientModel;
using BatchMigrate;
using OpenAI;
using OpenAI.Chat;

namespace LocalModels;

/// <summary>Asks the models of a local server.</summary>
public sealed class ModelManager(OpenAIClient server)
{
    /// <summary>Generates an answer to each prompt. One that fails keeps its place.</summary>
    public async Task<List<Generation>> GenerateAllAsync(string model, IReadOnlyList<string> prompts, CancellationToken cancellationToken = default)
    {
        var client = server.GetChatClient(model);
        var results = new List<Generation>();
        var inputs = new List<string>();
        for (var i = 0; i < prompts.Count; i++)
        {
            Console.Error.WriteLine($"[{i + 1}/{prompts.Count}] {model}");
            inputs.Add(prompts[i]);
        }

        var batch = await GenerateBatchAsync(client, inputs, cancellationToken);
        foreach (var item in batch)
        {
            results.Add(item.Response);
        }

        return results;
    }

    /// <summary>Asks several models the same, each several times, and averages.</summary>
    public async Task<Dictionary<string, double>> BenchmarkAsync(IEnumerable<string> models, string prompt, int runs, CancellationToken cancellationToken = default)
    {
        var averages = new Dictionary<string, double>();
        foreach (var model in models)
        {
            var client = server.GetChatClient(model);
            var tokens = 0;
            var messagesList = new List<IEnumerable<ChatMessage>>();
            for (var run = 0; run < runs; run++)
            {
                messagesList.Add([new UserChatMessage(prompt)]);
            }

            var batch = await client.CompleteBatchAsync(messagesList, cancellationToken: cancellationToken);
            foreach (var item in batch)
            {
                ChatCompletion completion = item.Response;
                tokens += completion.Usage.OutputTokenCount;
            }

            averages[model] = (double)tokens / runs;
        }

        return averages;
    }

    private static async Task<BatchResult<Generation>> GenerateBatchAsync(
        ChatClient client, IEnumerable<string> prompts, CancellationToken cancellationToken)
    {
        var pending = prompts.ToList();
        var batch = await client.CompleteBatchAsync(
            pending,
            prompt => [new SystemChatMessage("Answer briefly."), new UserChatMessage(prompt)],
            new ChatCompletionOptions { Temperature = 0.7f },
            cancellationToken: cancellationToken);
        return batch.Map(pending, (prompt, item) =>
        {
            try
            {
                ChatCompletion completion = item.Response;
                return new Generation(prompt, completion.Content[0].Text.Trim(), Error: null);
            }
            catch (ClientResultException e)
            {
                return new Generation(prompt, "", $"the server answered {e.Status}");
            }
        });
    }
}

/// <summary>A prompt and what came of it.</summary>
public sealed record Generation(string Prompt, string Text, string? Error);
