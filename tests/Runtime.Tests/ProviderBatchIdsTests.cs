using System.ClientModel;
using BatchMigrate.Runtime.Tests.Support;
using OpenAI.Chat;
using SimulatedProvider;

namespace BatchMigrate.Runtime.Tests;

/// <summary>Going on with the provider's ids and nothing else.</summary>
public class ProviderBatchIdsTests
{
    private const string Model = "simulated";

    private static readonly string?[] Prompts = ["a0", null, "a2", "a3", "a4", "a5", null];

    [Fact]
    public async Task Another_process_goes_on_with_the_ids_alone()
    {
        await using var host = await SimulatedProviderHost.StartAsync(new());
        using var wire = new ServiceWire();
        var batch = await wire.Client(host).SubmitProviderBatchAsync(
            Model, ["a0", "", "throw", "a3", "a4"], text => text == "throw" ? throw new FormatException() : text.Length == 0 ? null : [new UserChatMessage(text)], batchOptions: new() { MaxRequestsPerFile = 2 });
        Assert.Equal(2, batch.Ids.Count);
        // In another order, and one of them twice.
        var result = await wire.Client(host).ResumeProviderBatch(batch.Ids.Reverse().Append(batch.Ids[0])).WaitAsync();

        Assert.Equal([true, false, false, true, true], result.Select(item => item.Succeeded));
        Assert.All(result.Where(item => item.Succeeded), item => Assert.EndsWith($": a{item.Index}", item.Response.Value.Content[0].Text, StringComparison.Ordinal));
        Assert.True(result[1].Skipped);
        Assert.Equal(ProviderBatchItemFailure.NotSent, Assert.IsType<ProviderBatchItemException>(result[2].Error).Reason);
        Assert.Equal(3, host.BatchCounters.Answered);
    }

    [Fact]
    public async Task A_list_without_gaps_needs_only_the_answers()
    {
        await using var host = await SimulatedProviderHost.StartAsync(new());
        using var wire = new ServiceWire();
        var batch = await wire.Client(host).SubmitProviderBatchAsync(Model, ["a0", "a1"]);
        using var other = new ServiceWire();
        (await other.Client(host).ResumeProviderBatch(batch.Ids).WaitAsync()).EnsureSuccess();
        Assert.Equal(["GET /batches/batch_000001", "GET /files/file-000002/content"], other.Calls);
    }

    [Fact]
    public async Task What_is_not_known_any_more_is_an_error_and_never_an_answer_in_a_wrong_place()
    {
        await using var host = await SimulatedProviderHost.StartAsync(new());
        using var wire = new ServiceWire();
        var client = wire.Client(host);
        var batch = await client.SubmitProviderBatchAsync(Model, Prompts, batchOptions: new() { MaxRequestsPerFile = 2 });

        // Not all ids.
        var some = await client.ResumeProviderBatch(batch.Ids.Skip(1)).WaitAsync();
        Assert.Equal([3, 4, 5], some.Where(item => item.Succeeded).Select(item => item.Index));
        Assert.All(some.Failed, item => Assert.Equal(ProviderBatchItemFailure.NotSent, Assert.IsType<ProviderBatchItemException>(item.Error).Reason));

        // The uploaded files are gone.
        await client.GetOpenAIFileClient().DeleteFileAsync("file-000001");
        var later = await client.ResumeProviderBatch(batch.Ids).WaitAsync();
        Assert.Equal([0, 2, 3, 4, 5], later.Where(item => item.Succeeded).Select(item => item.Index));
        Assert.All(later.Failed, item => Assert.IsType<ProviderBatchItemException>(item.Error));

        // Of different submissions, of nobody, of something else.
        var other = await client.SubmitProviderBatchAsync(Model, ["b"]);
        await Assert.ThrowsAsync<InvalidOperationException>(() => client.ResumeProviderBatch([batch.Ids[0], other.Ids[0]]).WaitAsync());
        Assert.Equal(404, (await Assert.ThrowsAsync<ClientResultException>(() => client.ResumeProviderBatch(["batch_x"]).WaitAsync())).Status);
        wire.Body = (_, body) => body.Replace("\"batchmigrate\"", "\"other\"", StringComparison.Ordinal);
        var foreign = await client.SubmitProviderBatchAsync(Model, ["c"]);
        await Assert.ThrowsAsync<InvalidOperationException>(() => client.ResumeProviderBatch(foreign.Ids).WaitAsync());
    }
}
