using System.Collections.Concurrent;

namespace BatchMigrate.Runtime.Tests.Support;

/// <summary>A synchronisation context with one thread, as an application with a window has it: what is posted waits until that thread is free.</summary>
internal sealed class PumpContext : SynchronizationContext
{
    private readonly BlockingCollection<(SendOrPostCallback Callback, object? State)> _queue = [];

    public override void Post(SendOrPostCallback d, object? state) => _queue.Add((d, state));

    /// <summary>Runs an action on a thread of its own under this context and pumps until its task has ended.</summary>
    public static Task RunAsync(Func<Task> action) => Task.Factory.StartNew(
        () =>
        {
            var context = new PumpContext();
            SetSynchronizationContext(context);
            var task = action();
            task.ContinueWith(_ => context._queue.CompleteAdding(), TaskScheduler.Default);
            foreach (var (callback, state) in context._queue.GetConsumingEnumerable())
            {
                callback(state);
            }

            task.GetAwaiter().GetResult();
        },
        CancellationToken.None,
        TaskCreationOptions.LongRunning,
        TaskScheduler.Default);
}
