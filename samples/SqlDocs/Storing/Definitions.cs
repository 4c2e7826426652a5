using System.Text;
using SqlDocs.Schema;

namespace SqlDocs.Storing;

/// <summary>Writes what a schema says of a table or a relationship: what the model reads, and what tells a changed one from one that is as it was.</summary>
internal static class Definitions
{
    public static string Of(Table table)
    {
        var text = new StringBuilder($"table {table.Name}{Comment(table.Comment)}");
        foreach (var column in table.Columns)
        {
            var type = column.Type.Length > 0 ? $" {column.Type}" : "";
            text.Append($"\n  {column.Name}{type}{(column.Nullable ? "" : " not null")}{Comment(column.Comment)}");
        }

        return text.Append(table.PrimaryKey.Count > 0 ? $"\n  primary key ({Join(table.PrimaryKey)})" : "").ToString();
    }

    /// <param name="relationship">The relationship.</param>
    /// <param name="from">The table that refers, where it is known.</param>
    /// <param name="to">The table that is referred to, where it is known.</param>
    public static string Of(Relationship relationship, Table? from, Table? to)
    {
        var target = relationship.TargetColumns is { Count: > 0 } named ? named : to?.PrimaryKey ?? [];
        var text = new StringBuilder($"foreign key {relationship.Name}: {relationship.Table} ({Join(relationship.Columns)}) references {relationship.Target}");
        text.Append(target.Count > 0 ? $" ({Join(target)})" : "");
        foreach (var table in new[] { from, to == from ? null : to })
        {
            // Names alone: a column that gets another type does not make another relationship.
            text.Append(table is null ? "" : $"\n  {table.Name}: {Join(table.Columns.Select(column => column.Name))}");
        }

        return text.ToString();
    }

    private static string Comment(string? comment) => comment is null ? "" : $" -- {comment.ReplaceLineEndings(" ")}";

    private static string Join(IEnumerable<string> names) => string.Join(", ", names);
}
