using System.Reflection;
using BatchMigrate.Equivalence.Tests.Scripting;

namespace BatchMigrate.Equivalence.Tests.Programs;

/// <summary>One run of a compiled program.</summary>
internal static class ProgramRun
{
    /// <summary>Only stops a test whose program hangs; no result depends on it.</summary>
    private static readonly TimeSpan HangGuard = TimeSpan.FromMinutes(2);

    /// <summary>Runs a program and records what can be seen of it.</summary>
    /// <param name="assembly">Where it is.</param>
    /// <param name="driver">The name of the type that drives it.</param>
    /// <param name="script">What its model says.</param>
    /// <param name="space">The namespace whose static fields are its own; null for those of the whole assembly.</param>
    public static async Task<Trace> OfAsync(Assembly assembly, string driver, Script script, string? space = null)
    {
        var journal = new Journal();
        var watched = new List<(string Name, object? Value)>();
        var texts = new StateText(assembly, space);
        using var chat = new ScriptedChatClient(script);
        using var generator = new ScriptedGenerator(script);
        var run = assembly.GetTypes().Single(t => t.Name == driver && (space is null || t.Namespace == space)).GetMethod("RunAsync")!.CreateDelegate<DriverRun>();
        var running = Task.Run(() =>
        {
            ConsoleRouter.Route(journal);
            return run(
                new ScriptedOpenAIClient(script),
                chat,
                new ScriptedEmbeddingClient(script),
                generator,
                (request, token) => AskAsync(script, request, token),
                value => journal.Add(EffectKind.Output, value as string ?? texts.Of(value)),
                (name, value) => watched.Add((name, value)),
                script.Cancellation.Token);
        });
        await Task.WhenAny(running).WaitAsync(HangGuard);
        string? escaped = null;
        try
        {
            await running;
        }
        catch (Exception e)
        {
            escaped = Trace.Describe(e);
        }

        return new Trace(journal.Effects, script.Requests, escaped, [.. watched.SelectMany(w => texts.Leaves(w.Name, w.Value)), .. texts.StaticFields()]);
    }

    /// <summary>What scripted clients of other libraries ask: a request that is written out.</summary>
    private static async Task<string> AskAsync(Script script, string request, CancellationToken cancellationToken) =>
        (await script.AnswerAsync(new Request(request, request[(request.LastIndexOf('\n') + 1)..], cancellationToken.CanBeCanceled), isOpenAI: false, cancellationToken)).Text;

    private delegate Task DriverRun(
        OpenAI.Chat.ChatClient client,
        Microsoft.Extensions.AI.IChatClient chat,
        OpenAI.Embeddings.EmbeddingClient embeddings,
        Microsoft.Extensions.AI.IEmbeddingGenerator<string, Microsoft.Extensions.AI.Embedding<float>> generator,
        Func<string, CancellationToken, Task<string>> ask,
        Action<object?> log,
        Action<string, object?> watch,
        CancellationToken cancellationToken);
}
