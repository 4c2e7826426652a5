using System.Globalization;

namespace DocGen;

/// <summary>Reads the program's arguments.</summary>
internal static class CommandLine
{
    public const string Help = """
        Documents a folder of C#: reads its types and members, has a model describe each, and writes Markdown.

        Usage: dotnet run --project samples/DocGen -- [FOLDER] [options]

          FOLDER                      what to document (default: a small library that comes with the program)
          --output FOLDER             where the Markdown goes (default docgen-output)

          --batch-mode                several symbols in a request (default: one)
          --batch-size N              the most symbols of a request in batch mode (default 15)
          --max-batch-tokens N        the most tokens of its prompt (default 25000)
          --include-semantic-context  show each symbol with its three nearest neighbours, by embeddings, and the relations of its file

          --model NAME                model that writes (default gpt-4o-mini)
          --embedding-model NAME      model that embeds (default text-embedding-3-small)
          --endpoint URL              provider that speaks OpenAI's protocol, such as https://api.openai.com/v1
                                      (default: a simulated one inside of the program, free of charge)

          --provider-batch            hand one request a symbol to the provider's 24-hour service, at half the price
          --resume FILE               keep answers in FILE: a second run asks only for what is missing
          --estimate                  tell requests, tokens and cost, and send nothing
          --compare                   run both modes against a simulated provider with a limit of 30,000 tokens a minute,
                                      and print their figures (takes two minutes)

          --help                      this text

        OPENAI_API_KEY has the provider's key, which a provider on this machine may do without. Exit codes: 0 all is documented, 1 not all, 2 a wrong command line.
        """;

    /// <summary>Gives the options, or null when help is asked for.</summary>
    /// <exception cref="FormatException">An argument cannot be read; the message names it.</exception>
    public static DocGenOptions? Parse(IReadOnlyList<string> arguments, Func<string, string?> environment)
    {
        var options = new DocGenOptions();
        string? folder = null;
        for (var i = 0; i < arguments.Count; i++)
        {
            var name = arguments[i];
            if (name is "--help" or "-h" or "-?")
            {
                return null;
            }

            if (!name.StartsWith('-'))
            {
                folder = folder is null ? name : throw new FormatException($"One folder is enough: '{name}' is another one.");
                continue;
            }

            options = Flag(name, options) ?? (i + 1 < arguments.Count && arguments[i + 1].Length > 0 && Setter(name) is { } set ? set(options, arguments[++i])
                : Setter(name) is null ? throw new FormatException($"Unknown option '{name}'.")
                : throw new FormatException($"'{name}' needs a value."));
        }

        if (options is { ProviderBatch: true, BatchMode: true })
        {
            throw new FormatException("--provider-batch sends one request a symbol, so it goes without --batch-mode.");
        }

        options = folder is null ? options : options with { Folder = folder };
        return environment("OPENAI_API_KEY") is { Length: > 0 } key ? options with { ApiKey = key }
            : options.Endpoint is null or { IsLoopback: true } ? options
            : throw new FormatException("OPENAI_API_KEY is not set.");
    }

    private static DocGenOptions? Flag(string name, DocGenOptions options) => name switch
    {
        "--batch-mode" => options with { BatchMode = true },
        "--include-semantic-context" => options with { IncludeSemanticContext = true },
        "--provider-batch" => options with { ProviderBatch = true },
        "--estimate" => options with { Estimate = true },
        "--compare" => options with { Compare = true },
        _ => null,
    };

    private static Func<DocGenOptions, string, DocGenOptions>? Setter(string name) => name switch
    {
        "--output" => (o, v) => o with { Output = v },
        "--batch-size" => (o, v) => o with { BatchSize = Number(name, v) },
        "--max-batch-tokens" => (o, v) => o with { MaxBatchTokens = Number(name, v) },
        "--model" => (o, v) => o with { Model = v },
        "--embedding-model" => (o, v) => o with { EmbeddingModel = v },
        "--endpoint" => (o, v) => o with { Endpoint = Address(name, v) },
        "--resume" => (o, v) => o with { Resume = v },
        _ => null,
    };

    private static int Number(string name, string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0
            ? number
            : throw new FormatException($"{name}: '{text}' is no positive whole number.");

    private static Uri Address(string name, string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https"
            ? uri
            : throw new FormatException($"{name}: '{text}' is no address: write http://host:port.");
}
