using System.Globalization;
using System.Text.Json;
using OpenAI.Chat;

namespace SimulatedProvider.Tests;

/// <summary>Requests for numbered answers to several items.</summary>
public sealed class PackTests
{
    private const string Instruction = "Reply with {\"answers\":[{\"number\":1,\"answer\":\"…\"}]}.";

    [Fact]
    public async Task Each_item_is_answered_under_its_number_whatever_else_is_in_the_request()
    {
        await using var host = await SimulatedProviderHost.StartAsync(new());
        var (answers, _) = Read(await AskAsync(host, "one two", "three \"four\"", "five"));
        Assert.Equal([1, 2, 3], answers.Select(answer => answer.Number));
        Assert.EndsWith(": three \"four\"", answers[1].Answer, StringComparison.Ordinal);
        var (others, _) = Read(await AskAsync(host, "three \"four\"", "five"));
        Assert.Equal(answers.Skip(1).Select(answer => answer.Answer), others.Select(answer => answer.Answer));
    }

    [Theory]
    [InlineData("shuffled", "3 2 1")]
    [InlineData("missing", "1 3")]
    [InlineData("twice", "1 2 3 2")]
    [InlineData("extra", "1 2 3 4")]
    [InlineData("prose", "1 2 3")]
    public async Task Markers_spoil_the_answer(string marker, string numbers)
    {
        await using var host = await SimulatedProviderHost.StartAsync(new());
        var completion = await AskAsync(host, "one", $"[simulate:{marker}] two", "three");
        var (answers, before) = Read(completion);
        Assert.Equal(numbers, string.Join(' ', answers.Select(answer => answer.Number)));
        Assert.Equal(marker == "prose", before.Length > 0);
        var (alone, _) = Read(await AskAsync(host, $"[simulate:{marker}] two"));
        Assert.Equal(marker == "missing" ? 0 : 1, alone.Count);
    }

    [Fact]
    public async Task A_truncated_answer_is_no_JSON_and_says_that_it_was_cut()
    {
        await using var host = await SimulatedProviderHost.StartAsync(new());
        var completion = await AskAsync(host, "one", "[simulate:truncated] two", "three");
        Assert.Equal(ChatFinishReason.Length, completion.FinishReason);
        Assert.ThrowsAny<JsonException>(() => JsonDocument.Parse(completion.Content[0].Text));
        Assert.Equal(ChatFinishReason.Stop, (await AskAsync(host, "[simulate:truncated] two")).FinishReason);
    }

    [Fact]
    public async Task Without_items_or_without_the_form_it_is_a_request_like_any_other()
    {
        await using var host = await SimulatedProviderHost.StartAsync(new());
        Assert.StartsWith("Answer ", await Client.For(host).AskAsync(Instruction), StringComparison.Ordinal);
        Assert.StartsWith("Answer ", await Client.For(host).AskAsync("<item number=\"1\">\na\n</item>"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_token_of_an_answer_can_take_its_time()
    {
        await using var host = await SimulatedProviderHost.StartAsync(new() { Latency = LatencyDistribution.Fixed(TimeSpan.FromMilliseconds(2)), TokenLatency = TimeSpan.FromMilliseconds(1) });
        var completion = await AskAsync(host, "one");
        Assert.Equal(completion.Usage.OutputTokenCount + 2, host.Counters.LatencySumMs);
        Assert.Equal(TimeSpan.FromMilliseconds(7), CommandLine.Parse(["--token-latency", "7ms"])!.TokenLatency);
        Assert.Throws<ArgumentException>(() => new SimulatedProviderOptions { TokenLatency = TimeSpan.FromTicks(-1) }.Validate());
    }

    private static async Task<ChatCompletion> AskAsync(SimulatedProviderHost host, params string[] items) => await Client.For(host).CompleteChatAsync(
    [
        new UserChatMessage(string.Join('\n', items.Select((item, i) => string.Create(CultureInfo.InvariantCulture, $"<item number=\"{i + 1}\">\n{item}\n</item>")))),
        new UserChatMessage(Instruction),
    ]);

    private static (List<(int Number, string Answer)> Answers, string Before) Read(ChatCompletion completion)
    {
        var text = completion.Content[0].Text;
        var (start, end) = (text.IndexOf("{\"answers\"", StringComparison.Ordinal), text.LastIndexOf("]}", StringComparison.Ordinal) + 2);
        using var json = JsonDocument.Parse(text[start..end]);
        return ([.. json.RootElement.GetProperty("answers").EnumerateArray().Select(entry => (entry.GetProperty("number").GetInt32(), entry.GetProperty("answer").GetString()!))], text[..start]);
    }
}
