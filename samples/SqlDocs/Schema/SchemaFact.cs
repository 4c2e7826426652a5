namespace SqlDocs.Schema;

/// <summary>
/// One thing that a source says of a schema. Sources tell what they find as they find it, so nobody holds a whole schema; what is said of a table later belongs to a table that came before.
/// </summary>
internal abstract record SchemaFact
{
    /// <summary>There is a table.</summary>
    public sealed record TableFound(Table Table) : SchemaFact;

    /// <summary>There is a foreign key.</summary>
    public sealed record RelationshipFound(Relationship Relationship) : SchemaFact;

    /// <summary>A table is a little different from what was said before.</summary>
    public sealed record TableChanged(TableName Name, Func<Table, Table> Change) : SchemaFact;
}

/// <summary>A database whose schema can be read.</summary>
internal interface ISchemaSource
{
    /// <summary>Which database it is, in words and without secrets.</summary>
    string Name { get; }

    /// <summary>Reads the schema, a piece at a time.</summary>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="SchemaException">It cannot be read.</exception>
    IEnumerable<SchemaFact> Read(CancellationToken cancellationToken);
}

/// <summary>A schema cannot be read. The message is fit for a user.</summary>
internal sealed class SchemaException(string message, Exception? innerException = null) : Exception(message, innerException);
