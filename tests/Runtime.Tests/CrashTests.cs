using System.Diagnostics;
using System.Text.Json;
using BatchMigrate.Runtime.Tests.Support;
using SimulatedProvider;

namespace BatchMigrate.Runtime.Tests;

public sealed class CrashTests : IDisposable
{
    private readonly string _path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + ".jsonl");

    public void Dispose() => File.Delete(_path);

    /// <summary>The process is killed as it stands, again and again, each time when a random request arrives at the provider.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task A_killed_process_goes_on_and_pays_twice_for_what_was_under_way_at_most(int seed)
    {
        var random = new Random(seed);
        Process? running = null;
        var (arrived, killAt, kills) = (0, int.MaxValue, 0);
        await using var host = await SimulatedProviderHost.StartAsync(new SimulatedProviderOptions
        {
            AnswerWords = 2,
            Gate = (_, _) =>
            {
                if (Interlocked.Increment(ref arrived) == killAt)
                {
                    running!.Kill();
                }

                return Task.CompletedTask;
            },
        });
        var exitCode = -1;
        while (exitCode != 0)
        {
            Assert.True(kills < 20);
            killAt = kills < 3 ? arrived + random.Next(5, 20) : int.MaxValue;
            running = new Process { StartInfo = Start(host.Endpoint) };
            running.Start();
            await running.WaitForExitAsync();
            exitCode = running.ExitCode;
            kills += exitCode == 0 ? 0 : 1;
            running.Dispose();
        }

        Assert.Equal(3, kills);
        Assert.InRange(host.Counters.Requests, CrashProgram.Items, CrashProgram.Items + (kills * CrashProgram.Slots));
        var ids = (await File.ReadAllLinesAsync(_path)).Select(line => JsonDocument.Parse(line).RootElement.GetProperty("custom_id").GetString()).ToArray();
        Assert.Equal(CrashProgram.Items, ids.Length);
        Assert.Equal(CrashProgram.Items, ids.Distinct().Count());

        // And every item has its own answer.
        var sent = host.Counters.Requests;
        var result = await CrashProgram.RunAsync(host.Endpoint, _path);
        Assert.All(result, item => Assert.Contains($"number{item.Index}", item.Response.Value.Content[0].Text, StringComparison.Ordinal));
        Assert.All(result, item => Assert.True(item.FromCheckpoint));
        Assert.Equal(sent, host.Counters.Requests);
    }

    private ProcessStartInfo Start(Uri endpoint)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath is { } path && Path.GetFileNameWithoutExtension(path) == "dotnet" ? path : "dotnet");
        start.ArgumentList.Add("exec");
        start.ArgumentList.Add(typeof(CrashTests).Assembly.Location);
        start.ArgumentList.Add(endpoint.ToString());
        start.ArgumentList.Add(_path);
        return start;
    }
}
