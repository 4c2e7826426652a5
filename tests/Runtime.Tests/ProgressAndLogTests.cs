using BatchMigrate.Runtime.Tests.Support;
using Microsoft.Extensions.Logging;

namespace BatchMigrate.Runtime.Tests;

public class ProgressAndLogTests
{
    [Fact]
    public async Task Reports_come_one_at_a_time_never_go_backwards_and_end_with_one_final()
    {
        var progress = new RecordingProgress();
        await Batch.RunAsync(
            Enumerable.Range(0, 200),
            async (item, _) =>
            {
                await Task.Yield();
                return item % 10 == 3 ? throw new FormatException() : item;
            },
            new BatchOptions { Progress = progress, MaxConcurrency = 8 });

        Assert.False(progress.Overlapped);
        Assert.Equal(201, progress.Reports.Count);
        Assert.Equal(Enumerable.Range(1, 200), progress.Reports.SkipLast(1).Select(report => report.Completed));
        Assert.All(progress.Reports, report => Assert.InRange(report.InFlight, 0, 8));
        Assert.All(progress.Reports, report => Assert.Equal(200, report.Total));
        Assert.Equal(new BatchProgress(200, 200, 20, 0, 0, progress.Reports[^1].Elapsed, IsFinal: true), progress.Reports[^1]);
    }

    [Fact]
    public async Task The_total_is_unknown_until_a_lazy_source_has_ended()
    {
        var progress = new RecordingProgress();
        await Batch.RunAsync(new ProbeSource(3), (item, _) => Task.FromResult(item), new BatchOptions { Progress = progress });
        Assert.All(progress.Reports.SkipLast(1), report => Assert.Null(report.Total));
        Assert.Equal(3, progress.Reports[^1].Total);
    }

    [Fact]
    public async Task An_empty_batch_gives_its_final_report()
    {
        var progress = new RecordingProgress();
        await Batch.RunAsync(Array.Empty<int>(), (item, _) => Task.FromResult(item), new BatchOptions { Progress = progress });
        Assert.Equal((0, true), (progress.Reports.Single().Total, progress.Reports.Single().IsFinal));
    }

    [Fact]
    public async Task A_throwing_progress_callback_loses_nothing_and_is_logged_once()
    {
        var log = new RecordingLoggerFactory();
        var progress = new RecordingProgress(also: _ => throw new FormatException("secret"));
        var result = await Batch.RunAsync(Enumerable.Range(0, 20), (item, _) => Task.FromResult(item), new BatchOptions { Progress = progress, LoggerFactory = log });
        Assert.Equal(Enumerable.Range(0, 20), result.Select(item => item.Response));
        Assert.Equal(21, progress.Reports.Count);
        Assert.Single(log.Lines, line => line.Event.Id == 5);
    }

    [Fact]
    public async Task Skipped_items_are_counted_as_such()
    {
        var progress = new RecordingProgress();
        await FakeChatClient.Echo.CompleteBatchAsync(["a", null, "b", null], batchOptions: new BatchOptions { Progress = progress });
        Assert.Equal((4, 2, 0), (progress.Reports[^1].Completed, progress.Reports[^1].Skipped, progress.Reports[^1].Failed));
    }

    [Fact]
    public async Task The_log_names_start_end_and_failures_and_no_content()
    {
        var log = new RecordingLoggerFactory();
        var client = new FakeChatClient((messages, _, _) =>
            FakeChatClient.TextOf(messages) == "secret 1" ? throw new FormatException("secret answer") : Task.FromResult("secret answer"));
        await client.CompleteBatchAsync(["secret 0", "secret 1"], batchOptions: new BatchOptions { LoggerFactory = log, MaxConcurrency = 1 });

        Assert.Equal("BatchMigrate.Batch", log.Category);
        Assert.Equal([(1, "BatchStarted"), (3, "BatchItemFailed"), (2, "BatchFinished")], log.Lines.Select(line => (line.Event.Id, line.Event.Name!)));
        Assert.Equal([LogLevel.Debug, LogLevel.Warning, LogLevel.Information], log.Lines.Select(line => line.Level));
        Assert.DoesNotContain(log.Lines, line => line.Text.Contains("secret", StringComparison.Ordinal) || line.Exception is not null);
        Assert.Contains("Item 1 failed after 1 attempt(s): System.FormatException.", log.Lines.Select(line => line.Text));
    }

    [Fact]
    public async Task A_stopped_batch_is_logged_as_stopped()
    {
        var log = new RecordingLoggerFactory();
        var source = new ProbeSource(3, before: i =>
        {
            if (i == 1)
            {
                throw new FormatException("secret");
            }
        });
        await Assert.ThrowsAsync<FormatException>(() => Batch.RunAsync(source, (item, _) => Task.FromResult(item), new BatchOptions { LoggerFactory = log }));
        var last = log.Lines.Last();
        Assert.Equal(4, last.Event.Id);
        Assert.Contains("System.FormatException", last.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", last.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_throwing_logger_loses_nothing()
    {
        var log = new RecordingLoggerFactory(fails: new FormatException());
        var result = await Batch.RunAsync([0, 1], (item, _) => item == 1 ? throw new NotSupportedException() : Task.FromResult(item), new BatchOptions { LoggerFactory = log });
        Assert.Equal(0, result[0].Response);
        Assert.IsType<NotSupportedException>(result[1].Error);
    }
}
