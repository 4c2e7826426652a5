namespace Documents;

/// <summary>What the command line and the environment say.</summary>
public sealed record Settings(Uri Endpoint, string Model, string ApiKey, string? Only)
{
    public const string Usage = """
        Usage: dotnet run -- [--endpoint URL] [--model NAME] [--only chunks|summaries|examples|sources]
        The key is read from OPENAI_API_KEY.
        """;

    private static readonly string[] Steps = ["chunks", "summaries", "examples", "sources"];

    /// <exception cref="FormatException">An argument is unknown or incomplete, or the key is missing.</exception>
    public static Settings Read(string[] args)
    {
        var endpoint = new Uri("https://api.openai.com/v1");
        var model = "gpt-4o-mini";
        string? only = null;
        for (var i = 0; i < args.Length; i += 2)
        {
            var value = i + 1 < args.Length ? args[i + 1] : throw new FormatException($"'{args[i]}' needs a value.");
            switch (args[i])
            {
                case "--endpoint":
                    endpoint = Uri.TryCreate(value, UriKind.Absolute, out var uri) ? uri : throw new FormatException($"'{value}' is no address.");
                    break;
                case "--model":
                    model = value;
                    break;
                case "--only":
                    only = Steps.Contains(value) ? value : throw new FormatException($"'{value}' is none of {string.Join(", ", Steps)}.");
                    break;
                default:
                    throw new FormatException($"Unknown option '{args[i]}'.");
            }
        }

        var key = Environment.GetEnvironmentVariable("OPENAI_API_KEY");
        return string.IsNullOrEmpty(key)
            ? throw new FormatException("OPENAI_API_KEY is not set.")
            : new Settings(endpoint, model, key, only);
    }

    public bool Includes(string step) => Only is null || Only == step;
}
