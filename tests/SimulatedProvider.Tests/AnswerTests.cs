using System.Net;
using System.Text;
using System.Text.Json;
using OpenAI.Chat;

namespace SimulatedProvider.Tests;

public sealed class AnswerTests
{
    [Fact]
    public async Task An_answer_has_text_finish_reason_and_usage()
    {
        await using var host = await SimulatedProviderHost.StartAsync(new());
        ChatCompletion completion = await Client.For(host).CompleteChatAsync(
            [new SystemChatMessage("Be brief."), new UserChatMessage("What is a sliding window?")]);

        Assert.Matches("^Answer [0-9a-f]{8}: What is a sliding window\\?$", completion.Content[0].Text);
        Assert.Equal(ChatFinishReason.Stop, completion.FinishReason);
        Assert.Equal("test-model", completion.Model);
        Assert.StartsWith("chatcmpl-", completion.Id, StringComparison.Ordinal);
        Assert.True(completion.Usage.InputTokenCount > 0);
        Assert.True(completion.Usage.OutputTokenCount > 0);
        Assert.Equal(completion.Usage.InputTokenCount + completion.Usage.OutputTokenCount, completion.Usage.TotalTokenCount);

        var counters = host.Counters;
        Assert.Equal((1, 1), (counters.Requests, counters.Succeeded));
        Assert.Equal(completion.Usage.InputTokenCount, counters.InputTokens);
        Assert.Equal(completion.Usage.OutputTokenCount, counters.OutputTokens);
    }

    [Fact]
    public async Task The_same_messages_get_the_same_answer_from_every_host()
    {
        await using var one = await SimulatedProviderHost.StartAsync(new() { Seed = 1 });
        await using var other = await SimulatedProviderHost.StartAsync(new() { Seed = 2 });

        var answer = await Client.For(one).AskAsync("Same question");
        Assert.Equal(answer, await Client.For(other).AskAsync("Same question"));
        Assert.NotEqual(answer, await Client.For(one).AskAsync("Another question"));
        // Pinned: the end-to-end programs print answers, and those must not change from run to run.
        Assert.Equal("Answer 29544981: Same question", answer);
    }

    [Fact]
    public async Task The_parts_of_a_message_are_read_as_one_text()
    {
        await using var host = await SimulatedProviderHost.StartAsync(new());
        ChatCompletion completion = await Client.For(host).CompleteChatAsync(
            [new UserChatMessage(ChatMessageContentPart.CreateTextPart("What is "), ChatMessageContentPart.CreateTextPart("this?"))]);

        Assert.EndsWith(": What is this?", completion.Content[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_output_limit_cuts_the_answer()
    {
        await using var host = await SimulatedProviderHost.StartAsync(new());
        ChatCompletion completion = await Client.For(host).CompleteChatAsync(
            [new UserChatMessage("A question of several words")], new ChatCompletionOptions { MaxOutputTokenCount = 5 });

        Assert.Equal(ChatFinishReason.Length, completion.FinishReason);
        Assert.Equal(20, completion.Content[0].Text.Length);
        Assert.Equal(5, completion.Usage.OutputTokenCount);
    }

    [Fact]
    public async Task A_stream_gives_the_same_text_as_the_whole_answer()
    {
        await using var host = await SimulatedProviderHost.StartAsync(new());
        var client = Client.For(host);
        var text = new StringBuilder();
        ChatTokenUsage? usage = null;
        await foreach (var update in client.CompleteChatStreamingAsync([new UserChatMessage("One two three four five six")]))
        {
            text.AppendJoin("", update.ContentUpdate.Select(p => p.Text));
            usage = update.Usage ?? usage;
        }

        Assert.Equal(await client.AskAsync("One two three four five six"), text.ToString());
        Assert.NotNull(usage);
    }

    [Theory]
    [InlineData("{", null)]
    [InlineData("[]", null)]
    [InlineData("""{"model":"m"}""", "messages")]
    [InlineData("""{"model":"m","messages":[]}""", "messages")]
    [InlineData("""{"messages":[{"role":"user","content":"x"}]}""", "model")]
    [InlineData("""{"model":"m","messages":[{"role":"user","content":7}]}""", "messages[0].content")]
    [InlineData("""{"model":"m","messages":["x"]}""", "messages[0]")]
    [InlineData("""{"model":"m","messages":[{"role":"user","content":[{"type":"audio"}]}]}""", "messages[0].content")]
    [InlineData("""{"model":"m","messages":[{"role":"user","content":"x"}],"max_tokens":0}""", "max_tokens")]
    public async Task A_body_that_is_no_request_is_refused_with_the_parameter_at_fault(string body, string? param)
    {
        await using var host = await SimulatedProviderHost.StartAsync(new());
        var (status, error) = await SendAsync(HttpMethod.Post, new Uri($"{host.Endpoint}/chat/completions"), body, "Bearer key");

        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Equal("invalid_request_error", error.GetProperty("type").GetString());
        Assert.Equal(param, error.GetProperty("param").GetString());
        Assert.Equal(1, host.Counters.Failed4xx);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("Basic abc")]
    [InlineData("Bearer ")]
    public async Task A_request_without_a_key_is_refused(string? authorization)
    {
        await using var host = await SimulatedProviderHost.StartAsync(new());
        var (status, error) = await SendAsync(HttpMethod.Post, new Uri($"{host.Endpoint}/chat/completions"), "{}", authorization);

        Assert.Equal(HttpStatusCode.Unauthorized, status);
        Assert.Equal("invalid_api_key", error.GetProperty("code").GetString());
    }

    [Theory]
    [InlineData("GET", "chat/completions")]
    [InlineData("POST", "responses")]
    [InlineData("GET", "page.html")]
    public async Task Anything_else_is_not_found(string method, string path)
    {
        await using var host = await SimulatedProviderHost.StartAsync(new());
        var (status, error) = await SendAsync(new HttpMethod(method), new Uri($"{host.Endpoint}/{path}"), null, "Bearer key");

        Assert.Equal(HttpStatusCode.NotFound, status);
        Assert.Equal("unknown_url", error.GetProperty("code").GetString());
    }

    private static async Task<(HttpStatusCode Status, JsonElement Error)> SendAsync(HttpMethod method, Uri address, string? body, string? authorization)
    {
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(method, address);
        if (body is not null)
        {
            request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        }

        if (authorization is not null)
        {
            request.Headers.TryAddWithoutValidation("Authorization", authorization);
        }

        using var response = await http.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        return (response.StatusCode, JsonElement.Parse(text).GetProperty("error"));
    }
}
