using Microsoft.Data.Sqlite;

namespace SqlDocs.Storing;

/// <summary>A SQLite file for this process alone, with short ways to say a statement.</summary>
internal sealed class SqliteFile : IDisposable
{
    private const int Busy = 5;

    private readonly SqliteConnection _connection;
    private readonly Dictionary<string, SqliteCommand> _commands = [];
    private SqliteTransaction? _transaction;

    private SqliteFile(SqliteConnection connection) => _connection = connection;

    /// <summary>Opens the file, or makes it, and runs what sets it up.</summary>
    /// <exception cref="StoreException">It is in use, or no store.</exception>
    public static SqliteFile Open(string path, string setUp)
    {
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
            var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false, DefaultTimeout = 1 }.ConnectionString);
            var file = new SqliteFile(connection);
            try
            {
                connection.Open();
                using var command = connection.CreateCommand();
                command.CommandText = setUp;
                command.ExecuteNonQuery();
                return file;
            }
            catch
            {
                file.Dispose();
                throw;
            }
        }
        catch (SqliteException e) when (e.SqliteErrorCode == Busy)
        {
            throw new StoreException($"'{path}' is in use by another process.", e);
        }
        catch (Exception e) when (e is SqliteException or IOException or UnauthorizedAccessException)
        {
            throw new StoreException($"'{path}' cannot be opened: {e.Message}", e);
        }
    }

    /// <summary>Runs statements in one transaction: all of them or none.</summary>
    public T InTransaction<T>(Func<T> work)
    {
        using var transaction = _connection.BeginTransaction();
        _transaction = transaction;
        try
        {
            var result = work();
            transaction.Commit();
            return result;
        }
        finally
        {
            _transaction = null;
        }
    }

    /// <summary>Runs a statement, whose parameters are <c>$1</c>, <c>$2</c> and so on, and tells how many rows it changed.</summary>
    public int Run(string sql, params ReadOnlySpan<object?> values) => Bind(sql, values).ExecuteNonQuery();

    /// <summary>The first value of the first row; the type's default where there is none.</summary>
    public T? Get<T>(string sql, params ReadOnlySpan<object?> values) => Bind(sql, values).ExecuteScalar() is { } value and not DBNull ? (T)value : default;

    /// <summary>All rows, at once: few enough to be in memory, so that the statement is not open while others run.</summary>
    public List<T> List<T>(string sql, Func<SqliteDataReader, T> read, params ReadOnlySpan<object?> values)
    {
        using var reader = Bind(sql, values).ExecuteReader();
        var rows = new List<T>();
        while (reader.Read())
        {
            rows.Add(read(reader));
        }

        return rows;
    }

    public void Dispose()
    {
        foreach (var command in _commands.Values)
        {
            command.Dispose();
        }

        _connection.Dispose();
    }

    // Statements are compiled once: there are few, and they are run thousands of times.
    private SqliteCommand Bind(string sql, ReadOnlySpan<object?> values)
    {
        if (!_commands.TryGetValue(sql, out var command))
        {
            command = _connection.CreateCommand();
            command.CommandText = sql;
            _commands.Add(sql, command);
        }

        command.Transaction = _transaction;
        command.Parameters.Clear();
        for (var i = 0; i < values.Length; i++)
        {
            command.Parameters.AddWithValue(FormattableString.Invariant($"${i + 1}"), values[i] ?? DBNull.Value);
        }

        return command;
    }
}
