using System.Globalization;

namespace SimulatedProvider;

/// <summary>Reads the program's arguments.</summary>
internal static class CommandLine
{
    public const string Help = """
        Simulates a model provider that speaks OpenAI's protocol for chat completions and embeddings over HTTP on 127.0.0.1.

        Usage: dotnet run --project samples/SimulatedProvider -- [options]

          --port N                 port to listen on (default: a free one)
          --latency SPEC           50ms | uniform:20ms,80ms | lognormal:50ms,0.5 (default 0ms)
          --token-latency TIME     what every token of an answer adds to it (default 0ms)
          --chunk-latency TIME     between two events of a streamed answer (default 0ms)
          --models LIST            names of the models that there are, others being 404 (default: every name)
          --seed N                 another set of latencies and faults (default 0)
          --answer-words N         words of the last user message that an answer repeats (default 8)
          --batch-time TIME        how long the 24-hour service takes (default 0s)

          --rpm N, --tpm N         requests and tokens a minute (default: no limit)
          --request-burst N        requests that the full bucket holds (default: a minute's worth)
          --token-burst N          tokens that the full bucket holds (default: a minute's worth)
          --window KIND            bucket | fixed:1m | sliding:200ms: how they are counted (default bucket)
          --limit-changes LIST     10s:0.5,20s:2: from when on the limits are so many times these (default none)
          --hint-factor X          what the waits that a 429 names are multiplied with (default 1)
          --retry-after TIME|none  wait named by a 429 that no bucket decides (default 1s)
          --rate-headers LIST      of retry-after, retry-after-ms, x-ratelimit; or all, none (default all)

          --share-429 X            shares of requests, 0 to 1, that fail (default 0)
          --share-500 X
          --share-503 X
          --share-drop X           connection closed without an answer
          --share-timeout X        no answer until the client leaves
          --no-markers             ignore [simulate:...] in messages

          --help                   this text

        GET /counters tells what has happened, POST /reset starts again. Ctrl+C ends the program.
        """;

    /// <summary>Gives the options, or <see langword="null"/> when help is asked for.</summary>
    /// <exception cref="FormatException">An argument cannot be read; the message names it.</exception>
    public static SimulatedProviderOptions? Parse(IReadOnlyList<string> arguments)
    {
        var options = new SimulatedProviderOptions();
        for (var i = 0; i < arguments.Count; i++)
        {
            var name = arguments[i];
            switch (name)
            {
                case "--help" or "-h" or "-?":
                    return null;
                case "--no-markers":
                    options = options with { Markers = false };
                    break;
                default:
                    if (Setter(name) is not { } set)
                    {
                        throw new FormatException($"Unknown option '{name}'.");
                    }

                    if (++i == arguments.Count)
                    {
                        throw new FormatException($"'{name}' needs a value.");
                    }

                    options = Apply(name, arguments[i], options, set);
                    break;
            }
        }

        return options.FindMistake() is { } mistake ? throw new FormatException(mistake) : options;
    }

    private static Func<SimulatedProviderOptions, string, SimulatedProviderOptions>? Setter(string name) => name switch
    {
        "--port" => (o, v) => o with { Port = Integer(v) },
        "--latency" => (o, v) => o with { Latency = LatencyDistribution.Parse(v) },
        "--token-latency" => (o, v) => o with { TokenLatency = Duration.Parse(v) },
        "--chunk-latency" => (o, v) => o with { ChunkLatency = Duration.Parse(v) },
        "--models" => (o, v) => o with { Models = v.Split(',', StringSplitOptions.TrimEntries) },
        "--seed" => (o, v) => o with { Seed = Integer(v) },
        "--batch-time" => (o, v) => o with { BatchService = o.BatchService with { RunTime = Duration.Parse(v) } },
        "--answer-words" => (o, v) => o with { AnswerWords = Integer(v) },
        "--rpm" => (o, v) => o with { RequestsPerMinute = Integer(v) },
        "--tpm" => (o, v) => o with { TokensPerMinute = Integer(v) },
        "--request-burst" => (o, v) => o with { RequestBurst = Integer(v) },
        "--token-burst" => (o, v) => o with { TokenBurst = Integer(v) },
        "--window" => Window,
        "--limit-changes" => (o, v) => o with { LimitChanges = [.. v.Split(',').Select(Change)] },
        "--hint-factor" => (o, v) => o with { HintFactor = Number(v) },
        "--retry-after" => (o, v) => o with { RetryAfter = v == "none" ? null : Duration.Parse(v) },
        "--rate-headers" => (o, v) => o with { RateLimitHeaders = Headers(v) },
        "--share-429" => (o, v) => o with { RateLimitedShare = Number(v) },
        "--share-500" => (o, v) => o with { InternalErrorShare = Number(v) },
        "--share-503" => (o, v) => o with { UnavailableShare = Number(v) },
        "--share-drop" => (o, v) => o with { DropShare = Number(v) },
        "--share-timeout" => (o, v) => o with { TimeoutShare = Number(v) },
        _ => null,
    };

    private static SimulatedProviderOptions Apply(
        string name, string value, SimulatedProviderOptions options, Func<SimulatedProviderOptions, string, SimulatedProviderOptions> set)
    {
        try
        {
            return set(options, value);
        }
        catch (FormatException e)
        {
            throw new FormatException($"{name}: {e.Message}", e);
        }
    }

    private static SimulatedProviderOptions Window(SimulatedProviderOptions options, string text) => text.Split(':') switch
    {
        ["bucket"] => options with { Window = RateWindow.Bucket },
        ["fixed", var length] => options with { Window = RateWindow.Fixed, WindowLength = Duration.Parse(length) },
        ["sliding", var length] => options with { Window = RateWindow.Sliding, WindowLength = Duration.Parse(length) },
        _ => throw new FormatException($"'{text}' is no window: write bucket, fixed:1m or sliding:200ms."),
    };

    private static LimitChange Change(string text) => text.Split(':') is [var after, var factor]
        ? new LimitChange(Duration.Parse(after), Number(factor))
        : throw new FormatException($"'{text}' is no change: write 10s:0.5.");

    private static int Integer(string text) =>
        int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw new FormatException($"'{text}' is no whole number.");

    private static double Number(string text) =>
        double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw new FormatException($"'{text}' is no positive number.");

    private static RateLimitHeaders Headers(string text)
    {
        var headers = RateLimitHeaders.None;
        foreach (var name in text.Split(',', StringSplitOptions.TrimEntries))
        {
            headers |= name switch
            {
                "all" => RateLimitHeaders.All,
                "none" => RateLimitHeaders.None,
                "retry-after" => RateLimitHeaders.RetryAfter,
                "retry-after-ms" => RateLimitHeaders.RetryAfterMs,
                "x-ratelimit" => RateLimitHeaders.XRateLimit,
                _ => throw new FormatException($"'{name}' is no group of headers."),
            };
        }

        return headers;
    }
}
