using System.ClientModel;
using System.Net;
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
    public async Task What_does_not_fit_into_one_file_becomes_several_batches()
    {
        await using var host = await SimulatedProviderHost.StartAsync(new() { AnswerWords = 2, BatchService = new() { MaxRequests = 3 } });
        using var wire = new ServiceWire();
        var prompts = Enumerable.Range(0, 8).Select(i => $"question number{i}").ToArray();
        var batch = await wire.Client(host).SubmitProviderBatchAsync(Model, prompts, batchOptions: new() { MaxRequestsPerFile = 3 });
        Assert.Equal(3, batch.Ids.Count);
        var result = await batch.WaitAsync();
        Assert.All(result, item => Assert.Contains($"number{item.Index}", item.Response.Value.Content[0].Text, StringComparison.Ordinal));
        Assert.Equal([3, 3, 2], (await batch.GetStatusAsync()).Parts.Select(part => part.Requests));
    }

    [Fact]
    public async Task Files_stay_below_their_size_and_a_request_that_is_larger_costs_only_itself()
    {
        await using var host = await SimulatedProviderHost.StartAsync(new() { AnswerWords = 1 });
        using var wire = new ServiceWire();
        var sizes = new List<long>();
        wire.Body = (call, body) =>
        {
            if (call == "POST /files")
            {
                sizes.Add(body.Split('\n').Where(line => line.StartsWith('{')).Sum(line => line.Length + 1));
            }

            return body;
        };
        string[] prompts = ["0 x", "1 x", "2 " + new string('y', 2000), "3 x", "4 " + new string('z', 600)];
        var batch = await wire.Client(host).SubmitProviderBatchAsync(Model, prompts, batchOptions: new() { MaxFileBytes = 800 });
        var result = await batch.WaitAsync();
        Assert.Equal([true, true, false, true, true], result.Select(item => item.Succeeded));
        Assert.Equal(ProviderBatchItemFailure.TooLarge, Assert.IsType<ProviderBatchItemException>(result[2].Error).Reason);
        Assert.Equal(0, result[2].Attempts);
        Assert.Equal(2, batch.Ids.Count);
        Assert.All(sizes, size => Assert.InRange(size, 1, 800));
    }

    [Fact]
    public async Task Lines_in_any_state_put_no_answer_in_a_wrong_place()
    {
        await using var host = await SimulatedProviderHost.StartAsync(new()
        {
            AnswerWords = 2,
            BatchService = new() { Lines = Damage },
        });
        using var wire = new ServiceWire();
        using var log = new RecordingLoggerFactory();
        var result = await wire.Client(host).CompleteProviderBatchAsync(Model, Enumerable.Range(0, 10).Select(i => i == 9 ? null : $"question number{i}"), batchOptions: new() { LoggerFactory = log });
        Assert.Equal([true, true, true, false, false, false, false, true, true, false], result.Select(item => item.Succeeded));
        Assert.All(result.Where(item => item.Succeeded), item => Assert.Contains($"number{item.Index}", item.Response.Value.Content[0].Text, StringComparison.Ordinal));
        Assert.Equal(ProviderBatchItemFailure.Missing, Assert.IsType<ProviderBatchItemException>(result[3].Error).Reason);
        Assert.Equal(ProviderBatchItemFailure.Missing, Assert.IsType<ProviderBatchItemException>(result[4].Error).Reason);
        Assert.Equal(ProviderBatchItemFailure.Unreadable, Assert.IsType<ProviderBatchItemException>(result[5].Error).Reason);
        Assert.Equal(ProviderBatchItemFailure.Unreadable, Assert.IsType<ProviderBatchItemException>(result[6].Error).Reason);
        Assert.True(result[9].Skipped);
        Assert.Null(result.StoppedBy);
        Assert.Contains(log.Lines, line => line.Event.Id == 106 && line.Text.StartsWith('6'));

        static IEnumerable<string> Damage(IReadOnlyList<string> lines)
        {
            string Line(int index) => lines.Single(line => line.Contains($"\"item-{index}\"", StringComparison.Ordinal));
            // An error before and after the answer of the same request, and another answer, in which only the first counts.
            yield return """{"custom_id":"item-0","response":null,"error":{"code":"request_timeout"}}""";
            foreach (var line in lines.Where(line => !line.Contains("\"item-3\"", StringComparison.Ordinal) && !line.Contains("\"item-4\"", StringComparison.Ordinal)
                && !line.Contains("\"item-5\"", StringComparison.Ordinal) && !line.Contains("\"item-6\"", StringComparison.Ordinal)))
            {
                yield return line;
            }

            yield return """{"custom_id":"item-0","response":null,"error":{"code":"request_timeout"}}""";
            yield return Line(2).Replace("number2", "number0", StringComparison.Ordinal);
            yield return """{"custom_id":"item-5","response":{"status_code":200,"body":{}},"error":null}""";
            yield return """{"custom_id":"item-6"}""";
            // Ids of nobody, of an item that was not sent, and lines that are none.
            yield return Line(1).Replace("item-1", "item-10", StringComparison.Ordinal);
            yield return Line(1).Replace("item-1", "item-9", StringComparison.Ordinal);
            yield return Line(1).Replace("item-1", "1", StringComparison.Ordinal);
            yield return """{"custom_id":"\ud800"}""";
            yield return "[]";
            yield return "";
            yield return Line(4)[..^20];
        }
    }

    [Fact]
    public async Task A_refused_file_names_the_item_at_fault_and_no_text()
    {
        await using var host = await SimulatedProviderHost.StartAsync(new());
        using var wire = new ServiceWire
        {
            Body = (call, body) => body.Replace("\"item-4\",\"method\":\"POST\"", "\"item-4\",\"method\":\"PUT\"", StringComparison.Ordinal),
        };
        string?[] prompts = ["a", null, "b", "c", "secret", null];
        // The second of two files is the one that is refused; the first one is done.
        var batch = await wire.Client(host).SubmitProviderBatchAsync(Model, prompts, batchOptions: new() { MaxRequestsPerFile = 2 });
        foreach (var handle in new[] { batch, wire.Client(host).ResumeProviderBatch(batch.Ids) })
        {
            var result = await handle.WaitAsync();
            Assert.Equal([true, false, true, false, false, false], result.Select(item => item.Succeeded));
            var refused = Assert.IsType<ProviderBatchFailedException>(result[3].Error);
            Assert.Same(refused, result[4].Error);
            Assert.Same(refused, result.StoppedBy);
            Assert.Equal(batch.Ids[1], refused.BatchId);
            var error = Assert.Single(refused.Errors);
            Assert.Equal(("url_mismatch", 4, 2), (error.Code, error.ItemIndex, error.Line));
            Assert.Equal($"The provider refused {batch.Ids[1]}: url_mismatch (item 4, line 2).", refused.Message);
            Assert.True(result[1].Skipped && result[5].Skipped);
        }
    }

    [Fact]
    public async Task A_file_that_the_provider_does_not_take_is_an_exception_and_leaves_nothing_behind()
    {
        await using var host = await SimulatedProviderHost.StartAsync(new());
        using var wire = new ServiceWire { Before = call => call == "POST /files" ? HttpStatusCode.Unauthorized : null };
        var mark = Guid.NewGuid().ToString();
        var thrown = await Assert.ThrowsAsync<ClientResultException>(() => wire.Client(host).SubmitProviderBatchAsync(Model, [mark]));
        Assert.Equal(401, thrown.Status);
        await Assert.ThrowsAsync<FormatException>(() => wire.Client(host).SubmitProviderBatchAsync(Model, Throwing(mark)));
        wire.Before = null;
        await wire.Client(host).CompleteProviderBatchAsync(Model, [mark]);
        Assert.DoesNotContain(Directory.GetFiles(Path.GetTempPath(), "batchmigrate-*.jsonl"), path => TextOf(path).Contains(mark, StringComparison.Ordinal));

        static IEnumerable<string> Throwing(string first)
        {
            yield return first;
            throw new FormatException();
        }

        // Those of other tests come and go meanwhile.
        static string TextOf(string path)
        {
            try
            {
                using var reader = new StreamReader(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete));
                return reader.ReadToEnd();
            }
            catch (IOException)
            {
                return "";
            }
        }
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
