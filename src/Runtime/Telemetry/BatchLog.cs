using Microsoft.Extensions.Logging;

namespace BatchMigrate.Telemetry;

/// <summary>All that the runtime logs. Event ids are stable; neither prompts, answers nor the provider's messages are ever among the values.</summary>
internal static partial class BatchLog
{
    internal const string Category = "BatchMigrate.Batch";

    [LoggerMessage(EventId = 1, EventName = "BatchStarted", Level = LogLevel.Debug,
        Message = "Batch started: {Total} items (null: not known yet), at most {MaxConcurrency} requests at a time.")]
    internal static partial void Started(ILogger logger, int? total, int maxConcurrency);

    [LoggerMessage(EventId = 2, EventName = "BatchFinished", Level = LogLevel.Information,
        Message = "Batch finished: {Completed} items, {Failed} failed, {Skipped} needed no request, in {ElapsedMilliseconds} ms.")]
    internal static partial void Finished(ILogger logger, int completed, int failed, int skipped, double elapsedMilliseconds);

    [LoggerMessage(EventId = 3, EventName = "BatchItemFailed", Level = LogLevel.Warning,
        Message = "Item {Index} failed after {Attempts} attempt(s): {ExceptionType}.")]
    internal static partial void ItemFailed(ILogger logger, int index, int attempts, string exceptionType);

    [LoggerMessage(EventId = 4, EventName = "BatchStopped", Level = LogLevel.Warning,
        Message = "Batch stopped before its end by {Reason}: {Completed} items had ended, {Failed} of them failed, {InFlight} requests were under way, after {ElapsedMilliseconds} ms.")]
    internal static partial void Stopped(ILogger logger, string reason, int completed, int failed, int inFlight, double elapsedMilliseconds);

    [LoggerMessage(EventId = 5, EventName = "BatchProgressFailed", Level = LogLevel.Warning,
        Message = "The progress callback threw {ExceptionType}; the batch goes on. Further exceptions of it are not logged.")]
    internal static partial void ProgressFailed(ILogger logger, string exceptionType);

    [LoggerMessage(EventId = 6, EventName = "BatchSlowedDown", Level = LogLevel.Warning,
        Message = "The provider has too much to do ({FailureKind}): nothing starts for {PauseMilliseconds} ms, then at most {Limit} requests at a time and slowly more.")]
    internal static partial void SlowedDown(ILogger logger, string failureKind, double pauseMilliseconds, int limit);

    [LoggerMessage(EventId = 7, EventName = "BatchItemRetried", Level = LogLevel.Debug,
        Message = "Item {Index} is sent again after {Attempts} attempt(s), in {DelayMilliseconds} ms: {FailureKind}.")]
    internal static partial void Retrying(ILogger logger, int index, int attempts, string failureKind, double delayMilliseconds);

    [LoggerMessage(EventId = 8, EventName = "BatchStopsSending", Level = LogLevel.Warning,
        Message = "The batch sends nothing more because of {Reason}: {Completed} items had ended, {Failed} of them failed.")]
    internal static partial void StopsSending(ILogger logger, string reason, int completed, int failed);

    [LoggerMessage(EventId = 9, EventName = "BatchPackHalved", Level = LogLevel.Debug,
        Message = "A request for {Items} items is sent again in halves because of {Reason}.")]
    internal static partial void Halved(ILogger logger, int items, string reason);
}
