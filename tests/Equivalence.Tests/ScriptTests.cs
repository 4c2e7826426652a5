using BatchMigrate.Equivalence.Tests.Scripting;

namespace BatchMigrate.Equivalence.Tests;

/// <summary>The scripted model: answers depend on the request alone, the order of answers on the seed.</summary>
public sealed class ScriptTests
{
    private static readonly Request[] Requests = [.. Enumerable.Range(0, 10).Select(static i => new Request($"request {i}", $"text {i}", CanBeCanceled: false))];

    [Fact]
    public async Task Answers_do_not_depend_on_the_order()
    {
        var forward = await AnswersAsync(Requests, seed: 1);
        var backward = await AnswersAsync([.. Requests.Reverse()], seed: 2);
        Assert.Equal(forward, backward.Reverse());
        Assert.Equal(Requests.Length, forward.Distinct().Count());
    }

    [Fact]
    public async Task Calls_made_together_end_in_another_order_than_they_began()
    {
        var orders = new List<string>();
        for (var seed = 0; seed < 20; seed++)
        {
            var script = new Script(Voice.Prose, null, seed);
            var ended = new List<int>();
            await Task.WhenAll(Requests.Select(async (request, i) =>
            {
                await script.AnswerAsync(request, isOpenAI: true, CancellationToken.None);
                lock (ended)
                {
                    ended.Add(i);
                }
            }));
            orders.Add(string.Join(' ', ended));
        }

        Assert.Contains(orders, static o => o != "0 1 2 3 4 5 6 7 8 9");
        Assert.True(orders.Distinct().Count() > 1, "Every seed gives the same order.");
    }

    [Fact]
    public async Task A_failure_hits_the_request_that_it_names_wherever_it_arrives()
    {
        var failure = new Failure(FailureKind.Provider, new HashSet<string> { Requests[3].Key });
        var script = new Script(Voice.Number, failure, 5);
        var outcomes = Requests.Reverse().Select(r => (r, Task: script.AnswerAsync(r, isOpenAI: false, CancellationToken.None))).ToList();
        foreach (var (request, task) in outcomes)
        {
            if (request == Requests[3])
            {
                await Assert.ThrowsAsync<HttpRequestException>(() => task);
            }
            else
            {
                Assert.NotEmpty((await task).Text);
            }
        }
    }

    private static Task<string[]> AnswersAsync(Request[] requests, int seed)
    {
        var script = new Script(Voice.Prose, null, seed);
        return Task.WhenAll(requests.Select(async r => (await script.AnswerAsync(r, isOpenAI: true, CancellationToken.None)).Text));
    }
}
