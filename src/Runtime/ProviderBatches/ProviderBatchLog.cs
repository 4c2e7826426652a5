using BatchMigrate.Engine;
using Microsoft.Extensions.Logging;

namespace BatchMigrate.ProviderBatches;

/// <summary>All that is logged about the provider's service: ids, counts, states and types of exceptions; never prompts, answers or the provider's messages. A broken logger costs nothing.</summary>
internal sealed partial class ProviderBatchLog(ILogger logger)
{
    internal const string Category = "BatchMigrate.ProviderBatch";

    internal void Created(string batchId, int part, int parts, int requests) => Say(logger => CreatedLine(logger, batchId, part + 1, parts, requests));

    internal void Found(string batchId) => Say(logger => FoundLine(logger, batchId));

    internal void PollFailed(string batchId, Exception error, int failures) => Say(logger => PollFailedLine(logger, batchId, BatchMonitor.NameOf(error), failures));

    internal void CallRetried(string call, string exceptionType, TimeSpan delay) => Say(logger => CallRetriedLine(logger, call, exceptionType, delay.TotalMilliseconds));

    internal void Ended(BatchObject batch) => Say(logger => EndedLine(logger, batch.Id, batch.Part.State, batch.Part.Completed, batch.Part.Failed));

    internal void LinesIgnored(string batchId, int lines) => Say(logger => LinesIgnoredLine(logger, batchId, lines));

    internal void ProgressFailed(Exception error) => Say(logger => ProgressFailedLine(logger, BatchMonitor.NameOf(error)));

    private void Say(Action<ILogger> write)
    {
        try
        {
            write(logger);
        }
        catch (Exception)
        {
            // A broken logger must not cost a batch that is paid for.
        }
    }

    [LoggerMessage(EventId = 101, EventName = "ProviderBatchCreated", Level = LogLevel.Information, Message = "Created {BatchId} (part {Part} of {Parts}) with {Requests} requests.")]
    private static partial void CreatedLine(ILogger logger, string batchId, int part, int parts, int requests);

    [LoggerMessage(EventId = 102, EventName = "ProviderBatchFound", Level = LogLevel.Information, Message = "Found {BatchId}, which was created before; nothing is sent again.")]
    private static partial void FoundLine(ILogger logger, string batchId);

    [LoggerMessage(EventId = 103, EventName = "ProviderBatchPollFailed", Level = LogLevel.Warning, Message = "The status of {BatchId} could not be read ({ExceptionType}), {Failures} time(s) in a row.")]
    private static partial void PollFailedLine(ILogger logger, string batchId, string exceptionType, int failures);

    [LoggerMessage(EventId = 104, EventName = "ProviderBatchCallRetried", Level = LogLevel.Debug, Message = "{Call} is tried again in {DelayMilliseconds} ms after {ExceptionType}.")]
    private static partial void CallRetriedLine(ILogger logger, string call, string exceptionType, double delayMilliseconds);

    [LoggerMessage(EventId = 105, EventName = "ProviderBatchEnded", Level = LogLevel.Information, Message = "{BatchId} has ended: {State}, {Completed} requests answered, {Failed} failed.")]
    private static partial void EndedLine(ILogger logger, string batchId, ProviderBatchState state, int completed, int failed);

    [LoggerMessage(EventId = 106, EventName = "ProviderBatchLinesIgnored", Level = LogLevel.Warning, Message = "{Lines} line(s) in the files of {BatchId} belong to no request of it, or cannot be read.")]
    private static partial void LinesIgnoredLine(ILogger logger, string batchId, int lines);

    [LoggerMessage(EventId = 107, EventName = "ProviderBatchProgressFailed", Level = LogLevel.Warning, Message = "The progress callback threw {ExceptionType}; the wait goes on.")]
    private static partial void ProgressFailedLine(ILogger logger, string exceptionType);
}
