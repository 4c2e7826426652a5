using BatchMigrate.Verification;
using Microsoft.Testing.Platform.Extensions.Messages;
using Microsoft.Testing.Platform.Extensions.TestFramework;
using Microsoft.Testing.Platform.Requests;

namespace BatchMigrate.Mutation;

/// <summary>
/// Runs the cases that it is asked for, one test each, until one fails: a change of the program is found out by then. Those that have failed lately come first, because changes of
/// neighbouring lines follow one another.
/// </summary>
internal sealed class CaseFramework : ITestFramework, IDataProducer
{
    // The process lives on from change to change.
    private static readonly Dictionary<string, int> LastFailures = [];
    private static int failures;

    public string Uid => "Cases";

    public string Version => "1";

    public string DisplayName => "Cases";

    public string Description => "Every case of the catalogue, checked as quickly as it can be.";

    public Type[] DataTypesProduced => [typeof(TestNodeUpdateMessage)];

    public Task<bool> IsEnabledAsync() => Task.FromResult(true);

    public Task<CreateTestSessionResult> CreateTestSessionAsync(CreateTestSessionContext context) => Task.FromResult(new CreateTestSessionResult { IsSuccess = true });

    public Task<CloseTestSessionResult> CloseTestSessionAsync(CloseTestSessionContext context) => Task.FromResult(new CloseTestSessionResult { IsSuccess = true });

    public async Task ExecuteRequestAsync(ExecuteRequestContext context)
    {
        var isRun = context.Request is RunTestExecutionRequest;
        foreach (var file in Asked(((TestExecutionRequest)context.Request).Filter).OrderByDescending(static f => LastFailures.GetValueOrDefault(f.Id)))
        {
            context.CancellationToken.ThrowIfCancellationRequested();
            var failure = isRun ? await CaseCheck.RunAsync(file) : null;
            TestNodeStateProperty state = !isRun ? DiscoveredTestNodeStateProperty.CachedInstance : failure is null ? PassedTestNodeStateProperty.CachedInstance : new FailedTestNodeStateProperty(failure);
            await context.MessageBus.PublishAsync(this, new TestNodeUpdateMessage(context.Request.Session.SessionUid, new TestNode { Uid = file.Id, DisplayName = file.Id, Properties = new PropertyBag(state) }));
            if (failure is not null)
            {
                LastFailures[file.Id] = ++failures;
                break;
            }
        }

        context.Complete();
    }

    private static IEnumerable<CaseFile> Asked(ITestExecutionFilter filter) =>
        filter is TestNodeUidListFilter list ? list.TestNodeUids.Select(static uid => CaseFile.Get(uid.Value)) : CaseFile.All;
}
