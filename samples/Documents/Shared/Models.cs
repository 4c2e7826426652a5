namespace Documents;

/// <summary>A page of documentation.</summary>
public sealed record Page(string Url, string Text);

/// <summary>A piece of a page, as it goes into the search index.</summary>
public sealed record Chunk(string Url, int Number, string Text)
{
    public ChunkMetadata Metadata { get; } = new();
}

public sealed class ChunkMetadata
{
    /// <summary>Whether the indexed text starts with the chunk's place in its page.</summary>
    public bool Contextual { get; set; }
}

/// <summary>A code block of a page, with the text around it.</summary>
public sealed record CodeExample(string Title, string Code, string ContextBefore, string ContextAfter)
{
    public string Summary { get; set; } = "";
}

/// <summary>Everything that was read from one library's documentation.</summary>
public sealed record Source(string Id, string Content);
