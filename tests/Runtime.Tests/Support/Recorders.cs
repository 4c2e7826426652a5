using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace BatchMigrate.Runtime.Tests.Support;

/// <summary>Keeps every report in the order in which it was made.</summary>
internal sealed class RecordingProgress(Action<BatchProgress>? also = null) : IProgress<BatchProgress>
{
    private int _inside;

    public List<BatchProgress> Reports { get; } = [];

    public bool Overlapped { get; private set; }

    public void Report(BatchProgress value)
    {
        if (Interlocked.Increment(ref _inside) != 1)
        {
            Overlapped = true;
        }

        Reports.Add(value);
        try
        {
            also?.Invoke(value);
        }
        finally
        {
            Interlocked.Decrement(ref _inside);
        }
    }
}

/// <summary>Keeps every log line.</summary>
internal sealed class RecordingLoggerFactory(Exception? fails = null, Action<EventId>? also = null) : ILoggerFactory, ILogger
{
    public ConcurrentQueue<(LogLevel Level, EventId Event, string Text, Exception? Exception)> Lines { get; } = new();

    public string? Category { get; private set; }

    public ILogger CreateLogger(string categoryName)
    {
        Category = categoryName;
        return this;
    }

    public void AddProvider(ILoggerProvider provider)
    {
    }

    public void Dispose()
    {
    }

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (fails is not null)
        {
            throw fails;
        }

        Lines.Enqueue((logLevel, eventId, formatter(state, exception), exception));
        also?.Invoke(eventId);
    }
}
