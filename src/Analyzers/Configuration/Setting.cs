using Microsoft.CodeAnalysis.Diagnostics;

namespace BatchMigrate.Analyzers.Configuration;

/// <summary>Reads a value from its text; false when the text cannot be read.</summary>
internal delegate bool Parser<T>(string text, out T value);

/// <summary>A key of an <c>.editorconfig</c>: its name, what it may hold, and what it means. The documentation is written from it.</summary>
internal abstract class Setting
{
    /// <summary>What all keys start with.</summary>
    public const string Prefix = "batch_migrate.";

    /// <summary>The key.</summary>
    public required string Name { get; init; }

    /// <summary>The default as text; empty where nothing is set.</summary>
    public required string DefaultText { get; init; }

    /// <summary>What a value may be; completes the sentence "The value must be …".</summary>
    public required string Allowed { get; init; }

    /// <summary>What the setting does.</summary>
    public required string Description { get; init; }

    /// <summary>A line of an <c>.editorconfig</c> that sets it.</summary>
    public required string Example { get; init; }

    /// <summary>Whether a value can be read.</summary>
    public abstract bool Accepts(string text);
}

/// <summary>A setting whose value has a type.</summary>
/// <param name="fallback">The default.</param>
/// <param name="parse">Reads a value.</param>
internal sealed class Setting<T>(T fallback, Parser<T> parse) : Setting
{
    public override bool Accepts(string text) => parse(text.Trim(), out _);

    /// <summary>The value that is set; the default when none is, or one that cannot be read.</summary>
    public T Read(AnalyzerConfigOptions options) => options.TryGetValue(Name, out var text) && parse(text.Trim(), out var value) ? value : fallback;
}
