using System.Collections.Concurrent;
using System.Diagnostics;
using BatchMigrate.Limiting;
using BatchMigrate.Retrying;
using Microsoft.Testing.Platform.Extensions.Messages;
using Microsoft.Testing.Platform.Extensions.TestFramework;
using Microsoft.Testing.Platform.Requests;
using Xunit.Abstractions;
using Xunit.Sdk;

namespace BatchMigrate.Mutation;

/// <summary>Runs the tests of the runtime that need no process of their own, until one fails. Those that have failed lately come first.</summary>
internal sealed class RuntimeFramework : Microsoft.Testing.Platform.Extensions.TestFramework.ITestFramework, IDataProducer
{
    /// <summary>Tests that are about the files of whole batches, about processes, or take their time: what limits and retries do is seen by the others.</summary>
    private static readonly string[] Others = ["HttpLimit", "ProviderBatch", "Crash", "Tour"];

    private static readonly System.Reflection.Assembly Tests = typeof(RuntimeFramework).Assembly;

    // Changes make tests wait for what never comes. The tool would wait for long, and then end the process with all that is warm in it.
    private const int Patience = 3;
    private static readonly TimeSpan Least = TimeSpan.FromSeconds(2);

    private static readonly IReadOnlyList<IXunitTestCase> Cases = Discover();
    private static readonly Memory Judges = new(typeof(Batch).Assembly, static t => t.Namespace == typeof(RetryLoop).Namespace || t.Namespace == typeof(Limiter).Namespace);
    private static readonly Dictionary<string, TimeSpan> Durations = [];
    private static readonly Dictionary<string, int> LastFailures = [];
    private static int failures;

    public string Uid => "Runtime";

    public string Version => "1";

    public string DisplayName => "Runtime";

    public string Description => "The tests of the runtime, in a process that stays warm.";

    public Type[] DataTypesProduced => [typeof(TestNodeUpdateMessage)];

    public Task<bool> IsEnabledAsync() => Task.FromResult(true);

    public Task<CreateTestSessionResult> CreateTestSessionAsync(CreateTestSessionContext context) => Task.FromResult(new CreateTestSessionResult { IsSuccess = true });

    public Task<CloseTestSessionResult> CloseTestSessionAsync(CloseTestSessionContext context) => Task.FromResult(new CloseTestSessionResult { IsSuccess = true });

    public async Task ExecuteRequestAsync(ExecuteRequestContext context)
    {
        async Task Tell(string id, TestNodeStateProperty state) =>
            await context.MessageBus.PublishAsync(this, new TestNodeUpdateMessage(context.Request.Session.SessionUid, new TestNode { Uid = id, DisplayName = id, Properties = new PropertyBag(state) }));

        Judges.Forget();
        var asked = Asked(((TestExecutionRequest)context.Request).Filter).OrderByDescending(static c => LastFailures.GetValueOrDefault(c.DisplayName)).ToList();
        if (context.Request is RunTestExecutionRequest)
        {
            // A class at a time, as they come: the runner would sort them.
            foreach (var alike in asked.GroupBy(static c => c.TestMethod.TestClass.Class.Name))
            {
                var watch = Stopwatch.StartNew();
                var results = await new Run(alike).ResultsAsync(Durations.TryGetValue(alike.Key, out var usual) ? Least + (Patience * usual) : null);
                foreach (var (id, failure) in results)
                {
                    await Tell(id, failure is null ? PassedTestNodeStateProperty.CachedInstance : new FailedTestNodeStateProperty(failure));
                }

                if (results.Find(static r => r.Failure is not null) is { Failure: not null } failed)
                {
                    LastFailures[failed.Id] = ++failures;
                    break;
                }

                if (!Durations.TryGetValue(alike.Key, out var longest) || watch.Elapsed > longest)
                {
                    Durations[alike.Key] = watch.Elapsed;
                }
            }
        }
        else
        {
            foreach (var id in asked.Select(static c => c.DisplayName).Distinct())
            {
                await Tell(id, DiscoveredTestNodeStateProperty.CachedInstance);
            }
        }

        context.Complete();
    }

    private static IEnumerable<IXunitTestCase> Asked(ITestExecutionFilter filter) =>
        filter is TestNodeUidListFilter list && list.TestNodeUids.Select(static uid => uid.Value).ToHashSet() is var ids ? Cases.Where(c => ids.Contains(c.DisplayName)) : Cases;

    private static List<IXunitTestCase> Discover()
    {
        using var framework = new XunitTestFramework(new Nothing());
        using var discoverer = framework.GetDiscoverer(Reflector.Wrap(Tests));
        var found = new Discovery();
        discoverer.Find(includeSourceInformation: false, found, new Options());
        found.Done.Task.GetAwaiter().GetResult();
        return [.. found.Cases.Where(static c => c.TestMethod.TestClass.Class.Name.StartsWith("BatchMigrate.Runtime.Tests.", StringComparison.Ordinal) && !Others.Any(c.TestMethod.TestClass.Class.Name.Contains))];
    }

    /// <summary>Listens to nothing.</summary>
    private sealed class Nothing : Sink
    {
        public override bool OnMessage(IMessageSinkMessage message) => true;
    }

    private sealed class Discovery : Sink
    {
        public List<IXunitTestCase> Cases { get; } = [];

        public TaskCompletionSource Done { get; } = new();

        public override bool OnMessage(IMessageSinkMessage message)
        {
            if (message is ITestCaseDiscoveryMessage { TestCase: IXunitTestCase test })
            {
                Cases.Add(test);
            }
            else if (message is IDiscoveryCompleteMessage)
            {
                Done.SetResult();
            }

            return true;
        }
    }

    /// <summary>Tests that run until one of them fails.</summary>
    private sealed class Run(IEnumerable<IXunitTestCase> tests) : Sink
    {
        private readonly ConcurrentQueue<(string Id, string? Failure)> results = [];
        private readonly TaskCompletionSource done = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private volatile bool hasFailed;

        /// <summary>Runs them.</summary>
        /// <param name="longest">After this time they count as hanging; null where it is not known how long they take.</param>
        public async Task<List<(string Id, string? Failure)>> ResultsAsync(TimeSpan? longest)
        {
            using var framework = new XunitTestFramework(new Nothing());
            using var executor = framework.GetExecutor(Tests.GetName());
            executor.RunTests(tests, this, new Options());
            if (await Task.WhenAny(done.Task, Task.Delay(longest ?? Timeout.InfiniteTimeSpan)) == done.Task)
            {
                return [.. results];
            }

            // What hangs is left to itself.
            hasFailed = true;
            var passed = results.ToArray();
            return [.. passed, (tests.First(t => !passed.Any(p => p.Id == t.DisplayName)).DisplayName, "Hangs.")];
        }

        public override bool OnMessage(IMessageSinkMessage message)
        {
            switch (message)
            {
                case ITestPassed passed:
                    results.Enqueue((passed.TestCase.DisplayName, null));
                    break;
                case ITestFailed failed when !hasFailed:
                    results.Enqueue((failed.TestCase.DisplayName, failed.ExceptionTypes[0]));
                    hasFailed = true;
                    break;
                case ITestAssemblyFinished:
                    done.SetResult();
                    break;
            }

            return !hasFailed;
        }
    }

    private abstract class Sink : Xunit.LongLivedMarshalByRefObject, IMessageSink
    {
        public abstract bool OnMessage(IMessageSinkMessage message);
    }

    /// <summary>One test at a time.</summary>
    private sealed class Options : ITestFrameworkDiscoveryOptions, ITestFrameworkExecutionOptions
    {
        private readonly Dictionary<string, object?> values = new() { ["xunit.execution.DisableParallelization"] = true };

        public TValue GetValue<TValue>(string name) => values.TryGetValue(name, out var value) ? (TValue)value! : default!;

        public void SetValue<TValue>(string name, TValue value) => values[name] = value;
    }
}
