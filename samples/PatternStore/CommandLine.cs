using System.Globalization;

namespace PatternStore;

/// <summary>Reads the program's arguments.</summary>
internal static class CommandLine
{
    public const string Help = """
        Stores, searches and updates code patterns over HTTP on 127.0.0.1, one at a time or in batches.

        Usage: dotnet run --project samples/PatternStore -- [options]

          --port N            port to listen on, 0 for a free one (default 8003)
          --data FILE         file that keeps the patterns (default patterns.db in this folder)
          --qdrant URL        keep them in Qdrant instead, such as http://localhost:6333
          --collection NAME   Qdrant's collection (default code_patterns)

          --endpoint URL      provider of embeddings that speaks OpenAI's protocol, such as https://api.openai.com/v1
                              (default: a simulated one in this process, free of charge)
          --model NAME        model that embeds (default text-embedding-3-small)
          --dimensions N      length of the vectors to ask it for (default: 1536, unasked)

          --help              this text

        OPENAI_API_KEY has the provider's key, which a provider on this machine may do without; QDRANT_API_KEY has Qdrant's.
        GET /openapi/v1.json describes the service. Ctrl+C ends it.
        """;

    /// <summary>Gives the options, or null when help is asked for.</summary>
    /// <exception cref="FormatException">An argument cannot be read; the message names it.</exception>
    public static ServiceOptions? Parse(IReadOnlyList<string> arguments, Func<string, string?> environment)
    {
        var options = new ServiceOptions { QdrantApiKey = Known(environment("QDRANT_API_KEY")) };
        for (var i = 0; i < arguments.Count; i += 2)
        {
            var name = arguments[i];
            if (name is "--help" or "-h" or "-?")
            {
                return null;
            }

            Func<string, ServiceOptions> set = name switch
            {
                "--port" => v => options with { Port = Number(name, v, 0, 65_535) },
                "--data" => v => options with { Data = v },
                "--qdrant" => v => options with { Qdrant = Address(name, v) },
                "--collection" => v => options with { Collection = v },
                "--endpoint" => v => options with { Endpoint = Address(name, v) },
                "--model" => v => options with { Model = v },
                "--dimensions" => v => options with { Dimensions = Number(name, v, 1, 65_536) },
                _ => throw new FormatException($"Unknown option '{name}'."),
            };
            options = i + 1 < arguments.Count && arguments[i + 1].Length > 0 ? set(arguments[i + 1]) : throw new FormatException($"'{name}' needs a value.");
        }

        return Known(environment("OPENAI_API_KEY")) is { } key ? options with { ApiKey = key }
            : options.Endpoint is null or { IsLoopback: true } ? options
            : throw new FormatException("OPENAI_API_KEY is not set.");
    }

    private static string? Known(string? value) => string.IsNullOrEmpty(value) ? null : value;

    private static int Number(string name, string text, int least, int most) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most
            ? number
            : throw new FormatException($"{name}: '{text}' is no whole number from {least} to {most}.");

    private static Uri Address(string name, string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https"
            ? uri
            : throw new FormatException($"{name}: '{text}' is no address: write http://host:port.");
}
