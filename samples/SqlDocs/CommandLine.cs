using System.Globalization;
using BatchMigrate;
using SqlDocs.Schema;

namespace SqlDocs;

/// <summary>Reads the program's arguments.</summary>
internal static class CommandLine
{
    public const string Help = """
        Documents the tables and relationships of a database with a language model, and puts the documents into an index that can be searched.

        Usage: dotnet run --project samples/SqlDocs -- [command] [options]

          index               document and index what is pending: new, changed, failed or not reached before (default)
          estimate            tell how many items, tokens and dollars that would be, and send nothing
          status              tell what is pending, what it would cost and how many batches it is
          rebuild             make every document anew from its description (--descriptions: the descriptions too)
          search TEXT         find the documents that are nearest to a text

          --sql FILE          schema to document (default: that of a small shop, which comes with the program)
          --database URL      PostgreSQL database to document instead, such as postgresql://user@localhost/shop
          --data FILE         file that keeps the documents (default sqldocs.db in this folder)

          --individual        send one item after another, each by itself
          --batch-size N      documents a batch: one request for embeddings (default 100)
          --concurrency N     requests at the same time (default 10)
          --max-retries N     how often a request is repeated after a failure that may pass (default 3)
          --max-cost DOLLARS  ask before a run goes over it; without a terminal, refuse
          --yes               go over it without being asked
          --limit N           documents to find (default 5)

          --endpoint URL      provider that speaks OpenAI's protocol, such as https://api.openai.com/v1
                              (default: a simulated one in this process, free of charge)
          --model NAME            model that describes (default gpt-4o-mini)
          --embedding-model NAME  model that embeds (default text-embedding-3-small)
          --dimensions N          length of the vectors to ask it for (default: as it gives them)
          --price MODEL=IN/OUT    dollars a million tokens of a model whose price is not known; may be repeated

          --help              this text

        OPENAI_API_KEY has the provider's key, which a provider on this machine may do without. DATABASE_URL, EMBEDDING_BATCH_SIZE and EMBEDDING_MAX_RETRIES stand for the options of
        these names. Results are JSON on stdout. Exit codes: 0 all done, 1 something failed or was not reached, 2 a mistake in the arguments.
        """;

    private static readonly Dictionary<string, Command> Commands = Enum.GetValues<Command>().ToDictionary(command => command.ToString().ToLowerInvariant());

    /// <summary>Gives the options, or null when help is asked for.</summary>
    /// <exception cref="FormatException">An argument cannot be read; the message names it.</exception>
    public static RunOptions? Parse(IReadOnlyList<string> arguments, Func<string, string?> environment)
    {
        var options = new RunOptions();
        options = Known(environment("EMBEDDING_BATCH_SIZE")) is { } size ? options with { BatchSize = Number("EMBEDDING_BATCH_SIZE", size, 1, 2_048) } : options;
        options = Known(environment("EMBEDDING_MAX_RETRIES")) is { } retries ? options with { MaxRetries = Number("EMBEDDING_MAX_RETRIES", retries, 0, 100) } : options;
        var (database, i) = (Known(environment("DATABASE_URL")), 0);
        if (i < arguments.Count && Commands.TryGetValue(arguments[i], out var command))
        {
            options = options with { Command = command };
            i++;
        }

        if (options.Command == Command.Search)
        {
            options = options with { Query = i < arguments.Count && arguments[i].Trim() is { Length: > 0 } query && query[0] != '-' ? query : throw new FormatException("'search' needs a text.") };
            i++;
        }

        while (i < arguments.Count)
        {
            var name = arguments[i++];
            switch (name)
            {
                case "--help" or "-h" or "-?":
                    return null;
                case "--individual":
                    options = options with { Individual = true };
                    continue;
                case "--yes":
                    options = options with { Yes = true };
                    continue;
                case "--descriptions" when options.Command == Command.Rebuild:
                    options = options with { Descriptions = true };
                    continue;
            }

            Func<string, RunOptions> set = name switch
            {
                "--sql" => v => options with { Sql = v },
                "--database" => v => options with { Database = v },
                "--data" => v => options with { Data = v },
                "--batch-size" => v => options with { BatchSize = Number(name, v, 1, 2_048) },
                "--concurrency" => v => options with { Concurrency = Number(name, v, 1, 1_000) },
                "--max-retries" => v => options with { MaxRetries = Number(name, v, 0, 100) },
                "--max-cost" => v => options with { MaxCost = Amount(name, v) is > 0 and var most ? most : throw new FormatException($"{name}: '{v}' is no amount above zero.") },
                "--limit" => v => options with { Limit = Number(name, v, 1, 1_000) },
                "--endpoint" => v => options with { Endpoint = Address(name, v) },
                "--model" => v => options with { Model = v },
                "--embedding-model" => v => options with { EmbeddingModel = v },
                "--dimensions" => v => options with { Dimensions = Number(name, v, 1, 65_536) },
                "--price" => v => options with { Pricing = WithPrice(options.Pricing, name, v) },
                _ => throw new FormatException($"Unknown option '{name}'."),
            };
            options = i < arguments.Count && arguments[i].Length > 0 ? set(arguments[i++]) : throw new FormatException($"'{name}' needs a value.");
        }

        if (options is { Sql: not null, Database: not null })
        {
            throw new FormatException("--sql and --database exclude each other.");
        }

        database = options.Database ?? (options.Sql is null ? database : null);
        options = options with { Database = database is null ? null : PostgresAddress.Read(database) };
        return Known(environment("OPENAI_API_KEY")) is { } key ? options with { ApiKey = key }
            : options.Endpoint is null or { IsLoopback: true } ? options
            : throw new FormatException("OPENAI_API_KEY is not set.");
    }

    private static string? Known(string? value) => string.IsNullOrEmpty(value) ? null : value;

    private static int Number(string name, string text, int least, int most) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most
            ? number
            : throw new FormatException($"{name}: '{text}' is no whole number from {least} to {most}.");

    private static decimal Amount(string name, string text) =>
        decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount) ? amount : throw new FormatException($"{name}: '{text}' is no amount of dollars.");

    private static ModelPricing WithPrice(ModelPricing prices, string name, string text) =>
        text.LastIndexOf('=') is > 0 and var equals && text[(equals + 1)..].Split('/') is [var input, var output]
            ? prices.With(text[..equals], new ModelPrice(Amount(name, input), Amount(name, output)))
            : throw new FormatException($"{name}: write MODEL=IN/OUT, such as my-model=0.15/0.60.");

    private static Uri Address(string name, string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https"
            ? uri
            : throw new FormatException($"{name}: '{text}' is no address: write http://host:port.");
}
