using System.ClientModel;
using System.Net;
using BatchMigrate.Runtime.Tests.Support;
using SimulatedProvider;

namespace BatchMigrate.Runtime.Tests;

/// <summary>The files that go to the provider's service and come back: their sizes, their mistakes, lines in any state.</summary>
public class ProviderBatchFileTests
{
    private const string Model = "gpt-4o-mini";

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
}
