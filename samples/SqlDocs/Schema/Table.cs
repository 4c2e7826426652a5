namespace SqlDocs.Schema;

/// <summary>The name of a table.</summary>
/// <param name="Schema">The schema that it is in.</param>
/// <param name="Name">Its own name.</param>
public sealed record TableName(string Schema, string Name)
{
    /// <summary>The schema of tables that name none.</summary>
    public const string UsualSchema = "public";

    /// <summary>The name, with its schema where that is not the usual one.</summary>
    public override string ToString() => Schema == UsualSchema ? Name : $"{Schema}.{Name}";
}

/// <summary>A column of a table.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">Its type as it is written; empty where there is none.</param>
/// <param name="Nullable">Whether it may be null.</param>
/// <param name="Comment">What the database says of it.</param>
public sealed record Column(string Name, string Type, bool Nullable = true, string? Comment = null);

/// <summary>A table.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Columns">Its columns in their order.</param>
/// <param name="PrimaryKey">The names of the columns of its primary key; empty where it has none.</param>
/// <param name="Comment">What the database says of it.</param>
public sealed record Table(TableName Name, IReadOnlyList<Column> Columns, IReadOnlyList<string> PrimaryKey, string? Comment = null)
{
    /// <summary>The same table with a primary key, whose columns cannot be null.</summary>
    public Table WithPrimaryKey(IReadOnlyList<string> key) =>
        this with { PrimaryKey = key, Columns = [.. Columns.Select(column => key.Contains(column.Name) ? column with { Nullable = false } : column)] };
}

/// <summary>A foreign key.</summary>
/// <param name="Name">The name of the constraint, which is its own within the table.</param>
/// <param name="Table">The table that refers.</param>
/// <param name="Columns">Its columns.</param>
/// <param name="Target">The table that is referred to.</param>
/// <param name="TargetColumns">The columns there; empty for its primary key.</param>
public sealed record Relationship(string Name, TableName Table, IReadOnlyList<string> Columns, TableName Target, IReadOnlyList<string> TargetColumns)
{
    /// <summary>A name that no other relationship of the database has.</summary>
    public string FullName => $"{Table}.{Name}";
}
