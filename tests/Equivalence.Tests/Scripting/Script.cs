using System.Collections.Immutable;

namespace BatchMigrate.Equivalence.Tests.Scripting;

/// <summary>How the scripted model speaks, so that code which parses answers sees more than one path.</summary>
internal enum Voice
{
    /// <summary>A sentence about the last message.</summary>
    Prose,

    /// <summary>A small number.</summary>
    Number,

    /// <summary>Yes, no, nothing, blanks, several lines or JSON.</summary>
    Mixed,
}

/// <summary>An answer: a pure function of the request.</summary>
/// <param name="Text">Its text.</param>
/// <param name="IsCutOff">Whether it ended at the length limit.</param>
/// <param name="InputTokens">Tokens read.</param>
/// <param name="OutputTokens">Tokens written.</param>
internal sealed record Answer(string Text, bool IsCutOff, int InputTokens, int OutputTokens);

/// <summary>
/// What both scripted clients do: record the request, wait for a turn, and answer or fail. Turns are given in a shuffled order: each call that arrives
/// releases, a few yields later, one of the calls that are waiting then, which need not be itself. No clock is involved.
/// </summary>
internal sealed class Script(Voice voice, Failure? failure = null, int seed = 0)
{
    private const int MostYields = 24;

    private readonly Lock _gate = new();
    private readonly Random _random = new(seed);
    private readonly List<TaskCompletionSource> _waiting = [];
    private readonly List<Request> _requests = [];

    /// <summary>What the program's token belongs to.</summary>
    public CancellationTokenSource Cancellation { get; } = new();

    /// <summary>The request that is told to stop while it is under way, and all others with it.</summary>
    public string? StopsAt { get; init; }

    /// <summary>The requests in the order of their arrival.</summary>
    public ImmutableArray<Request> Requests
    {
        get
        {
            lock (_gate)
            {
                return [.. _requests];
            }
        }
    }

    public async Task<Answer> AnswerAsync(Request request, bool isOpenAI, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        await TakeTurnAsync(request);
        if (request.Key == StopsAt)
        {
            await Cancellation.CancelAsync();
        }

        cancellationToken.ThrowIfCancellationRequested();
        if (failure?.Hits(request) == true)
        {
            throw failure.Create(request, isOpenAI);
        }

        var text = Speak(request);
        return new Answer(text, request.Hash % 5 == 0, request.Key.Length, text.Length);
    }

    /// <summary>
    /// The vectors of inputs that share a request. Where one of them is scripted to fail all of it is refused, and not recorded unless it is asked for alone: what counts is
    /// which inputs were asked for.
    /// </summary>
    public async Task<float[][]> EmbedAsync(IReadOnlyList<Request> requests, bool isOpenAI, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var failing = requests.FirstOrDefault(request => failure?.Hits(request) == true);
        if (failing is null || requests.Count == 1)
        {
            await Task.WhenAll(requests.Select(TakeTurnAsync));
        }

        if (requests.Any(request => request.Key == StopsAt))
        {
            await Cancellation.CancelAsync();
        }

        cancellationToken.ThrowIfCancellationRequested();

        return failing is null
            ? [.. requests.Select(static request => new[] { request.Hash % 1000, request.LastText.Length, 0.5f })]
            : throw failure!.Create(failing, isOpenAI, status: 400);
    }

    private async Task TakeTurnAsync(Request request)
    {
        var turn = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        int yields;
        lock (_gate)
        {
            _requests.Add(request);
            _waiting.Add(turn);
            yields = _random.Next(MostYields);
        }

        _ = ReleaseOneAsync(yields);
        await turn.Task;
    }

    private async Task ReleaseOneAsync(int yields)
    {
        for (var i = 0; i <= yields; i++)
        {
            // To the pool, not back to a synchronisation context that the caller may be blocking.
            await Task.CompletedTask.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
        }

        lock (_gate)
        {
            var at = _random.Next(_waiting.Count);
            _waiting[at].SetResult();
            _waiting.RemoveAt(at);
        }
    }

    private string Speak(Request request) => voice switch
    {
        Voice.Prose => $"Answer {request.Hash % 10_000:d4} to {request.LastText}",
        Voice.Number => $"{request.Hash % 100}",
        _ => (request.Hash % 6) switch
        {
            0 => "yes",
            1 => "no",
            2 => string.Empty,
            3 => "  ",
            4 => $"first line {request.Hash % 100}\nsecond line",
            _ => $$"""{"label":"kind {{request.Hash % 3}}","score":{{request.Hash % 10}}}""",
        },
    };
}
