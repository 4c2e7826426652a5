using Npgsql;
using static SqlDocs.Schema.SchemaFact;

namespace SqlDocs.Schema;

/// <summary>A PostgreSQL database, read from its catalogue in one transaction that can change nothing. The server's rows are read as they come.</summary>
/// <param name="connectionString">How to reach it, as Npgsql reads it.</param>
internal sealed class PostgresDatabase(string connectionString) : ISchemaSource
{
    private const string InUserSchemas = @"n.nspname not in ('pg_catalog', 'information_schema') and n.nspname !~ '^pg_(toast|temp)'";

    private const string Tables =
        $"""
        select n.nspname::text, c.relname::text, obj_description(c.oid, 'pg_class'),
               a.attname::text, format_type(a.atttypid, a.atttypmod), not a.attnotnull, col_description(c.oid, a.attnum), array_position(k.conkey, a.attnum)
        from pg_catalog.pg_class c
        join pg_catalog.pg_namespace n on n.oid = c.relnamespace
        left join pg_catalog.pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
        left join pg_catalog.pg_constraint k on k.conrelid = c.oid and k.contype = 'p'
        where c.relkind in ('r', 'p', 'f') and not c.relispartition and {InUserSchemas}
        order by n.nspname, c.relname, a.attnum
        """;

    private const string Relationships =
        $"""
        select k.conname::text, n.nspname::text, c.relname::text, m.nspname::text, t.relname::text,
               (select array_agg(a.attname::text order by u.place) from unnest(k.conkey) with ordinality as u (number, place)
                join pg_catalog.pg_attribute a on a.attrelid = k.conrelid and a.attnum = u.number),
               (select array_agg(a.attname::text order by u.place) from unnest(k.confkey) with ordinality as u (number, place)
                join pg_catalog.pg_attribute a on a.attrelid = k.confrelid and a.attnum = u.number)
        from pg_catalog.pg_constraint k
        join pg_catalog.pg_class c on c.oid = k.conrelid
        join pg_catalog.pg_namespace n on n.oid = c.relnamespace
        join pg_catalog.pg_class t on t.oid = k.confrelid
        join pg_catalog.pg_namespace m on m.oid = t.relnamespace
        where k.contype = 'f' and k.conparentid = 0 and {InUserSchemas}
        order by n.nspname, c.relname, k.conname
        """;

    private readonly NpgsqlConnectionStringBuilder _address = new(connectionString);

    public string Name => FormattableString.Invariant($"{_address.Database} at {_address.Host}:{_address.Port}");

    public IEnumerable<SchemaFact> Read(CancellationToken cancellationToken)
    {
        using var connection = new NpgsqlConnection(connectionString);
        using var reading = Guard(() =>
        {
            connection.Open();
            using var begin = new NpgsqlCommand("begin transaction isolation level repeatable read read only", connection);
            begin.ExecuteNonQuery();
            return new NpgsqlCommand(Tables, connection);
        });
        foreach (var table in ReadTables(reading, cancellationToken))
        {
            yield return new TableFound(table);
        }

        reading.CommandText = Relationships;
        foreach (var row in Rows(reading, cancellationToken))
        {
            yield return new RelationshipFound(new Relationship(
                row.GetString(0), new(row.GetString(1), row.GetString(2)), row.GetFieldValue<string[]>(5), new(row.GetString(3), row.GetString(4)), row.GetFieldValue<string[]>(6)));
        }
    }

    private IEnumerable<Table> ReadTables(NpgsqlCommand command, CancellationToken cancellationToken)
    {
        var (table, columns, key) = ((Table?)null, new List<Column>(), new SortedDictionary<int, string>());
        foreach (var row in Rows(command, cancellationToken))
        {
            var name = new TableName(row.GetString(0), row.GetString(1));
            if (table?.Name != name)
            {
                if (table is not null)
                {
                    yield return Whole();
                }

                (table, columns, key) = (new Table(name, [], [], Text(row, 2)), [], []);
            }

            if (!row.IsDBNull(3))
            {
                columns.Add(new Column(row.GetString(3), row.GetString(4), row.GetBoolean(5), Text(row, 6)));
                if (!row.IsDBNull(7))
                {
                    key.Add(row.GetInt32(7), row.GetString(3));
                }
            }
        }

        if (table is not null)
        {
            yield return Whole();
        }

        Table Whole() => table with { Columns = columns, PrimaryKey = [.. key.Values] };
    }

    private IEnumerable<NpgsqlDataReader> Rows(NpgsqlCommand command, CancellationToken cancellationToken)
    {
        using var reader = Guard(() => command.ExecuteReader());
        while (Guard(reader.Read))
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return reader;
        }
    }

    private static string? Text(NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    private T Guard<T>(Func<T> work)
    {
        try
        {
            return work();
        }
        catch (Exception e) when (e is NpgsqlException or TimeoutException or System.Net.Sockets.SocketException)
        {
            throw new SchemaException($"The database {Name} cannot be read: {e.Message}", e);
        }
    }
}
