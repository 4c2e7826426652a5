using System.ClientModel;
using System.Text.Json.Nodes;
using BatchMigrate.Runtime.Tests.Support;
using OpenAI.Chat;
using SimulatedProvider;

namespace BatchMigrate.Runtime.Tests;

/// <summary>The provider's 24-hour service, from end to end: the real client library against the simulated provider, over HTTP.</summary>
public class ProviderBatchTests
{
    private const string Model = "gpt-4o-mini";

    [Fact]
    public async Task Answers_come_back_in_order_with_half_the_cost_of_sending_now()
    {
        await using var host = await SimulatedProviderHost.StartAsync(new() { AnswerWords = 50 });
        using var wire = new ServiceWire();
        var client = wire.Client(host);
        var prompts = Enumerable.Range(0, 200).Select(i => $"question number{i}").ToArray();
        var later = await client.CompleteProviderBatchAsync(Model, prompts);
        var now = await client.GetChatClient(Model).CompleteBatchAsync(prompts);

        Assert.Equal(now.GetResponses().Select(response => response.Value.Content[0].Text), later.GetResponses().Select(response => response.Value.Content[0].Text));
        Assert.Equal(now.Usage, later.Usage);
        Assert.Equal(now.Select(item => item.Cost / 2), later.Select(item => item.Cost));
        Assert.Equal(now.Cost / 2, later.Cost);
        Assert.All(later, item => Assert.Equal(1, item.Attempts));
        Assert.Null(later.StoppedBy);
        Assert.Equal((1, 1, 200), (host.BatchCounters.Uploads, host.BatchCounters.Batches, host.BatchCounters.Answered));
    }

    [Fact]
    public async Task All_forms_of_requests_send_the_bodies_that_sending_now_sends()
    {
        await using var host = await SimulatedProviderHost.StartAsync(new());
        using var wire = new ServiceWire();
        var (live, lines) = (new List<string>(), "");
        wire.Body = (call, body) =>
        {
            if (call == "POST /chat/completions")
            {
                live.Add(body);
            }
            else if (call == "POST /files")
            {
                lines = body;
            }

            return body;
        };
        var options = new ChatCompletionOptions
        {
            Temperature = 0.5f,
            MaxOutputTokenCount = 12,
            EndUserId = "ü\u2028",
            // Schemas are the caller's own text, with lines.
            ResponseFormat = ChatResponseFormat.CreateJsonSchemaFormat("answer", BinaryData.FromString("{\n  \"type\": \"object\"\r\n}"), null, true),
            ToolChoice = ChatToolChoice.CreateAutoChoice(),
        };
        options.Tools.Add(ChatTool.CreateFunctionTool("find", "Finds.", BinaryData.FromString("{\n\"type\":\"object\",\n\"properties\":{}}")));
        options.StopSequences.Add("end");
        options.Metadata["a"] = "b";
        options.LogitBiases[5] = 3;
        ChatMessage[] messages =
        [
            new SystemChatMessage("Be \"brief\"\n<&>."),
            new UserChatMessage(ChatMessageContentPart.CreateTextPart("Was ist das? 你好"), ChatMessageContentPart.CreateImagePart(new Uri("http://x/y.png"))),
            new AssistantChatMessage([ChatToolCall.CreateFunctionToolCall("call", "find", BinaryData.FromString("{\n\"q\": 1}"))]),
            new ToolChatMessage("call", "found"),
        ];

        await Both(client => client.CompleteBatchAsync([messages], options, One), client => client.CompleteProviderBatchAsync(Model, [messages], options));
        await Both(client => client.CompleteBatchAsync(["a", "b\u2029"], batchOptions: One), client => client.CompleteProviderBatchAsync(Model, ["a", "b\u2029"]));
        await Both(
            client => client.CompleteBatchAsync([new ChatCompletionRequest(messages, options), new ChatCompletionRequest(messages)], One),
            client => client.CompleteProviderBatchAsync(Model, [new ChatCompletionRequest(messages, options), new ChatCompletionRequest(messages)]));
        await Both(
            client => client.CompleteBatchAsync([1, 2], i => [new UserChatMessage($"{i}")], options, One),
            client => client.CompleteProviderBatchAsync(Model, [1, 2], i => [new UserChatMessage($"{i}")], options));

        async Task Both(Func<ChatClient, Task> now, Func<OpenAI.OpenAIClient, Task> later)
        {
            live.Clear();
            await now(wire.Client(host).GetChatClient(Model));
            await later(wire.Client(host));
            // What the form around the file adds has no brace at its beginning. A line is a line for every reader, so no other line end is in it.
            var sent = lines.ReplaceLineEndings("\n").Split('\n').Where(line => line.StartsWith('{')).Select(line => JsonNode.Parse(line)!).ToArray();
            Assert.Equal(live.Count, sent.Length);
            Assert.All(live.Zip(sent), pair => Assert.True(JsonNode.DeepEquals(JsonNode.Parse(pair.First), pair.Second["body"]), pair.Second["body"]!.ToJsonString()));
            Assert.All(sent, line => Assert.Null(line["body"]!["stream"]));
        }
    }

    [Fact]
    public async Task Items_without_a_request_and_items_that_cannot_be_prepared_keep_their_places()
    {
        await using var host = await SimulatedProviderHost.StartAsync(new());
        using var wire = new ServiceWire();
        var result = await wire.Client(host).CompleteProviderBatchAsync(
            Model, ["a", "", "throw", "none", "b"], text => text == "throw" ? throw new FormatException() : text == "none" ? [] : text.Length == 0 ? null : [new UserChatMessage(text)]);

        Assert.Equal([true, false, false, false, true], result.Select(item => item.Succeeded));
        Assert.True(result[1].Skipped);
        Assert.IsType<FormatException>(result[2].Error);
        // As the library says it when it is sent now.
        Assert.IsType<ArgumentException>(result[3].Error);
        Assert.Equal([1, 0, 0, 0, 1], result.Select(item => item.Attempts));
        Assert.EndsWith(": b", result[4].Response.Value.Content[0].Text, StringComparison.Ordinal);
        Assert.Equal(2, host.BatchCounters.Answered);
    }

    [Fact]
    public async Task Nothing_to_send_sends_nothing()
    {
        await using var host = await SimulatedProviderHost.StartAsync(new());
        using var wire = new ServiceWire();
        var resumeFile = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        foreach (var prompts in new string?[][] { [], [null, null] })
        {
            var batch = await wire.Client(host).SubmitProviderBatchAsync(Model, prompts, batchOptions: new() { ResumeFile = resumeFile });
            Assert.Empty(batch.Ids);
            Assert.True((await batch.GetStatusAsync()).HasEnded);
            await batch.CancelAsync();
            var result = await batch.WaitAsync();
            Assert.Equal(prompts.Length, result.Count);
            Assert.All(result, item => Assert.True(item.Skipped));
        }

        Assert.Empty(wire.Calls);
        Assert.False(File.Exists(resumeFile));
    }

    [Fact]
    public async Task An_error_of_the_provider_is_its_items_error()
    {
        await using var host = await SimulatedProviderHost.StartAsync(new());
        using var wire = new ServiceWire();
        var result = await wire.Client(host).CompleteProviderBatchAsync(Model, ["a", "secret [simulate:400]", null, "c [simulate:500]", "d [simulate:drop]", "e [simulate:filter]"]);

        Assert.Equal([true, false, false, false, false, true], result.Select(item => item.Succeeded));
        var refused = Assert.Throws<ClientResultException>(() => result[1].Response);
        Assert.Equal(400, refused.Status);
        Assert.Contains("invalid_request_error", refused.Message, StringComparison.Ordinal);
        Assert.Contains("The request was refused.", refused.GetRawResponse()!.Content.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("The request was refused.", refused.Message, StringComparison.Ordinal);
        Assert.True(result[2].Skipped);
        Assert.Equal(500, Assert.Throws<ClientResultException>(() => result[3].Response).Status);
        var lost = Assert.Throws<ProviderBatchItemException>(() => result[4].Response);
        Assert.Equal((ProviderBatchItemFailure.Provider, "request_timeout"), (lost.Reason, lost.Code));
        Assert.Equal(ChatFinishReason.ContentFilter, result[5].Response.Value.FinishReason);
        Assert.Null(result.StoppedBy);
    }

    [Fact]
    public async Task Where_all_requests_fail_there_is_no_file_of_answers()
    {
        await using var host = await SimulatedProviderHost.StartAsync(new());
        using var wire = new ServiceWire();
        var result = await wire.Client(host).CompleteProviderBatchAsync(Model, ["a [simulate:400]", "b [simulate:429]"]);
        Assert.Equal([400, 429], result.Select(item => Assert.IsType<ClientResultException>(item.Error).Status));
        Assert.Single(wire.Calls, call => call.EndsWith("/content", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Arguments_are_checked_at_the_call()
    {
        await using var host = await SimulatedProviderHost.StartAsync(new());
        using var wire = new ServiceWire();
        var client = wire.Client(host);
        Assert.Throws<ArgumentNullException>("client", () => { _ = ((OpenAI.OpenAIClient)null!).CompleteProviderBatchAsync(Model, ["a"]); });
        Assert.Throws<ArgumentNullException>("model", () => { _ = client.CompleteProviderBatchAsync(null!, ["a"]); });
        Assert.Throws<ArgumentException>("model", () => { _ = client.SubmitProviderBatchAsync("", ["a"]); });
        Assert.Throws<ArgumentNullException>("prompts", () => { _ = client.SubmitProviderBatchAsync(Model, (IEnumerable<string>)null!); });
        Assert.Throws<ArgumentNullException>("requests", () => { _ = client.SubmitProviderBatchAsync(Model, (IEnumerable<ChatCompletionRequest>)null!); });
        Assert.Throws<ArgumentNullException>("messages", () => { _ = client.CompleteProviderBatchAsync(Model, [1], null!); });
        Assert.Throws<ArgumentException>("ids", () => client.ResumeProviderBatch([]));
        Assert.Throws<ArgumentException>("ids", () => client.ResumeProviderBatch([""]));
        Assert.Throws<ArgumentOutOfRangeException>("MaxRequestsPerFile", () => new ProviderBatchOptions { MaxRequestsPerFile = 0 });
        Assert.Throws<ArgumentException>("Metadata", () => new ProviderBatchOptions { Metadata = new Dictionary<string, string> { ["batchmigrate"] = "" } });
        Assert.Empty(wire.Calls);
    }

    private static BatchOptions One { get; } = new() { MaxConcurrency = 1 };
}
