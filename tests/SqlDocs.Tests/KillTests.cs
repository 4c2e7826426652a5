using System.Collections.Concurrent;
using System.Diagnostics;
using SimulatedProvider;
using SqlDocs.Tests.Support;

namespace SqlDocs.Tests;

public sealed class KillTests
{
    private const int Tables = 90;
    private const int Relationships = 30;
    private const int Slots = 4;

    /// <summary>The program's process is killed again and again, while descriptions and while vectors are under way, and started anew.</summary>
    [Fact]
    public async Task A_killed_process_goes_on_where_it_was_and_pays_nothing_twice()
    {
        var (answered, held, heldBack) = (new ConcurrentBag<string>(), 0, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        var (left, holdsVectors) = (25, false);
        await using var documented = await Documented.StartAsync(Documented.Tables(Tables, Relationships), new SimulatedProviderOptions
        {
            Gate = async (request, cancellationToken) =>
            {
                var isVector = request.Messages[0].Role == "input";
                if (isVector ? holdsVectors : Interlocked.Decrement(ref left) < 0)
                {
                    // Once every slot is held back, what was answered before is in the program's hands.
                    if (Interlocked.Increment(ref held) == (isVector ? 1 : Slots))
                    {
                        heldBack.SetResult();
                    }

                    await new TaskCompletionSource().Task.WaitAsync(cancellationToken);
                }

                foreach (var message in request.Messages.Where(message => message.Role != "system"))
                {
                    answered.Add($"{message.Role} {message.Text}");
                }
            },
        });

        // In descriptions, at a request for vectors, and again in descriptions.
        foreach (var (descriptions, vectors) in new[] { (45, false), (1_000, true), (30, false) })
        {
            (left, holdsVectors, held, heldBack) = (descriptions, vectors, 0, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
            using var process = Process.Start(Start(documented))!;
            var ended = process.WaitForExitAsync();
            await Task.WhenAny(heldBack.Task, ended);
            Assert.False(ended.IsCompleted);
            process.Kill();
            await ended;
        }

        (left, holdsVectors) = (int.MaxValue, false);
        var report = await documented.DoAsync("index", "--concurrency", $"{Slots}", "--batch-size", "20");
        Assert.Equal(1, report.GetProperty("summary").GetProperty("overall_success_rate").GetDouble());
        var status = await documented.DoAsync("status");
        Assert.Equal((0, Tables + Relationships), (status.GetProperty("total_pending").GetInt32(), status.GetProperty("indexed").GetInt32()));
        Assert.Empty(documented.AnswerFiles);

        // Every description and every vector was answered once.
        Assert.Equal(2 * (Tables + Relationships), answered.Count);
        Assert.Equal(answered.Count, answered.Distinct().Count());
    }

    private static ProcessStartInfo Start(Documented documented)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath is { } path && Path.GetFileNameWithoutExtension(path) == "dotnet" ? path : "dotnet") { RedirectStandardInput = true };
        foreach (var argument in (string[])["exec", typeof(SqlDocsProgram).Assembly.Location, .. documented.Arguments("index", "--concurrency", $"{Slots}", "--batch-size", "20")])
        {
            start.ArgumentList.Add(argument);
        }

        return start;
    }
}
