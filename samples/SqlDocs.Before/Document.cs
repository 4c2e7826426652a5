namespace SqlDocs;

/// <summary>A table or relationship with what is known of it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Definition">What the schema says of it.</param>
public sealed record Document(string Name, string Definition)
{
    /// <summary>What the model says of it.</summary>
    public string Description { get; set; } = "";

    /// <summary>What is embedded of it.</summary>
    public string Text => $"{Name}\n{Description}\n{Definition}";
}
