namespace SqlDocs.Storing;

/// <summary>What is documented.</summary>
internal enum ItemKind
{
    /// <summary>A table.</summary>
    Table,

    /// <summary>A foreign key between two tables.</summary>
    Relationship,
}

/// <summary>How far an item is.</summary>
internal enum ItemState
{
    /// <summary>Nothing is known but its definition.</summary>
    Found,

    /// <summary>It has a description that is paid for.</summary>
    Described,

    /// <summary>Its document is in the index.</summary>
    Indexed,
}

/// <summary>A table or relationship with what is known of it.</summary>
/// <param name="Id">Its number, in the order in which items were seen first.</param>
/// <param name="Kind">Which of the two it is.</param>
/// <param name="Name">Its name, which is its own among those of its kind.</param>
/// <param name="Definition">What the schema says of it.</param>
/// <param name="Description">What the model says of it, or null.</param>
internal sealed record DocumentItem(long Id, ItemKind Kind, string Name, string Definition, string? Description)
{
    /// <summary>What is embedded of it.</summary>
    public string Document => DocumentWith(Description ?? "");

    /// <summary>What would be embedded of it with another description.</summary>
    public string DocumentWith(string description) => $"{Name}\n{description}\n{Definition}";
}

/// <summary>What became of an item in a run.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Name">Its name.</param>
/// <param name="State">How far it is.</param>
/// <param name="IsOfThisRun">Whether it ended in this run; otherwise it was not reached.</param>
/// <param name="Error">Why it went no further, in this run or one before.</param>
internal sealed record ItemOutcome(ItemKind Kind, string Name, ItemState State, bool IsOfThisRun, string? Error);

/// <summary>A document that was found.</summary>
/// <param name="Item">What it is about.</param>
/// <param name="Score">The cosine of the angle between it and what was searched for, -1 to 1.</param>
internal sealed record DocumentMatch(DocumentItem Item, float Score);

/// <summary>The store cannot be opened, read or written. The message is fit for a user.</summary>
internal sealed class StoreException(string message, Exception? innerException = null) : Exception(message, innerException);
