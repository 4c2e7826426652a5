using System.Globalization;

namespace LocalModels;

/// <summary>Reads the program's arguments.</summary>
internal static class CommandLine
{
    public const string Help = """
        Generates answers with a local model, one at a time and several at a time, and compares models.

        Usage: dotnet run --project samples/LocalModels -- [generate | compare] [options]

          generate              only generates
          compare               only compares

          --endpoint URL        server that speaks OpenAI's protocol, such as Ollama's http://localhost:11434/v1
                                (default: a simulated one in this process, which knows qwen3:8b and gemma3:4b)

          --model NAME          model that generates (default qwen3:8b)
          --prompts FILE        file with a prompt in each line (default: twelve of the program's own)
          --max-concurrent N    most requests at a time (default 5)
          --delay SECONDS       least time between the starts of two requests (default 0.1)

          --models NAMES        models to compare, separated by commas (default qwen3:8b,gemma3:4b,llama3.2:3b)
          --prompt TEXT         what they are asked
          --runs N              how often each is asked (default 3)

          --report FILE         file for the charts (default local-models.html)
          --help                this text

        OPENAI_API_KEY has the server's key, which a server on this machine may do without.
        Exit code: 0, 1 where the server cannot be used or nothing was answered, 2 for wrong arguments, 130 after Ctrl+C.
        """;

    /// <summary>Gives the options, or null when help is asked for.</summary>
    /// <exception cref="FormatException">An argument cannot be read; the message names it.</exception>
    public static Options? Parse(IReadOnlyList<string> arguments, Func<string, string?> environment)
    {
        var options = new Options();
        var first = 0;
        if (arguments is ["generate" or "compare", ..])
        {
            options = options with { Generates = arguments[0] == "generate", Compares = arguments[0] == "compare" };
            first = 1;
        }

        for (var i = first; i < arguments.Count; i += 2)
        {
            var name = arguments[i];
            if (name is "--help" or "-h" or "-?")
            {
                return null;
            }

            Func<string, Options> set = name switch
            {
                "--endpoint" => v => options with { Endpoint = Address(name, v) },
                "--model" => v => options with { Model = v },
                "--prompts" => v => options with { PromptFile = v },
                "--max-concurrent" => v => options with { MaxConcurrent = Number(name, v, 1, 1_000) },
                "--delay" => v => options with { Delay = Seconds(name, v) },
                "--models" => v => options with { Models = Names(name, v) },
                "--prompt" => v => options with { Prompt = v },
                "--runs" => v => options with { Runs = Number(name, v, 1, 1_000) },
                "--report" => v => options with { Report = v },
                _ => throw new FormatException($"Unknown {(name.StartsWith('-') ? "option" : "command")} '{name}'."),
            };
            options = i + 1 < arguments.Count && !string.IsNullOrWhiteSpace(arguments[i + 1]) ? set(arguments[i + 1]) : throw new FormatException($"'{name}' needs a value.");
        }

        return environment("OPENAI_API_KEY") is { Length: > 0 } key ? options with { ApiKey = key }
            : options.Endpoint is null or { IsLoopback: true } ? options
            : throw new FormatException("OPENAI_API_KEY is not set.");
    }

    private static int Number(string name, string text, int least, int most) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most
            ? number
            : throw new FormatException(string.Create(CultureInfo.InvariantCulture, $"{name}: '{text}' is no whole number from {least} to {most}."));

    private static TimeSpan Seconds(string name, string text) =>
        double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds) && seconds is >= 0 and <= 3_600
            ? TimeSpan.FromSeconds(seconds)
            : throw new FormatException($"{name}: '{text}' is no number of seconds from 0 to 3600.");

    private static string[] Names(string name, string text)
    {
        var names = text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return names.GroupBy(one => one).FirstOrDefault(same => same.Count() > 1) is { } twice ? throw new FormatException($"{name}: '{twice.Key}' is named twice.")
            : names.Length == 0 ? throw new FormatException($"{name}: '{text}' names no model.")
            : names;
    }

    private static Uri Address(string name, string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https"
            ? uri
            : throw new FormatException($"{name}: '{text}' is no address: write http://host:port/v1.");
}
