using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;
using Microsoft.Data.Sqlite;

namespace PatternStore.Storing;

/// <summary>
/// The store that needs nothing installed: a SQLite file with the patterns and their vectors, and the vectors in memory for exact search. A bulk is one transaction, so a crash leaves
/// all of it or nothing; what was answered as stored has reached the disk.
/// </summary>
internal sealed class SqlitePatternStore : IPatternStore
{
    private const int Busy = 5;
    private const string Columns = "id, description, code, language, category, success_rate, usage_count, last_used, other";

    private readonly SqliteConnection _connection;
    private readonly VectorIndex _index = new();
    private readonly SemaphoreSlim _gate = new(1);

    private SqlitePatternStore(SqliteConnection connection, int dimensions)
    {
        _connection = connection;
        Dimensions = dimensions;
    }

    public int Dimensions { get; }

    /// <summary>How many patterns there are.</summary>
    public int Count => _index.Count;

    /// <summary>Opens the file, or makes it, for this process alone.</summary>
    /// <param name="path">The file.</param>
    /// <param name="space">What makes the vectors. Those of two models cannot be compared, so a file belongs to one.</param>
    /// <param name="dimensions">The length of every vector.</param>
    /// <exception cref="PatternStoreException">It is in use, is no store, or has vectors of another model or length.</exception>
    public static SqlitePatternStore Open(string path, string space, int dimensions)
    {
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
            var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false, DefaultTimeout = 1 }.ConnectionString);
            try
            {
                connection.Open();
                var store = new SqlitePatternStore(connection, dimensions);
                store.Prepare(path, [("embeddings", space), ("dimensions", dimensions.ToString(CultureInfo.InvariantCulture))]);
                return store;
            }
            catch
            {
                connection.Dispose();
                throw;
            }
        }
        catch (SqliteException e) when (e.SqliteErrorCode == Busy)
        {
            throw new PatternStoreException($"'{path}' is in use by another process.", e);
        }
        catch (Exception e) when (e is SqliteException or IOException or UnauthorizedAccessException)
        {
            throw new PatternStoreException($"'{path}' cannot be opened: {e.Message}", e);
        }
    }

    public Task<IReadOnlyList<string?>> UpsertAsync(IReadOnlyList<EmbeddedPattern> patterns, CancellationToken cancellationToken = default) => GuardAsync<IReadOnlyList<string?>>(
        () =>
        {
            using var transaction = _connection.BeginTransaction();
            using var pattern = Command($"insert or replace into patterns ({Columns}) values ($id, $description, $code, $language, $category, $rate, $usage, $used, $other)");
            using var vector = Command("insert or replace into vectors (id, vector) values ($id, $vector)");
            foreach (var one in patterns)
            {
                var (id, metadata) = (Text(one.Pattern.Id), one.Pattern.Metadata);
                Run(pattern, ("$id", id), ("$description", one.Pattern.Description), ("$code", one.Pattern.Code), ("$language", one.Pattern.Language), ("$category", metadata.Category),
                    ("$rate", metadata.SuccessRate), ("$usage", metadata.UsageCount), ("$used", Text(metadata.LastUsed)), ("$other", metadata.Other is null ? null : JsonSerializer.Serialize(metadata.Other)));
                Run(vector, ("$id", id), ("$vector", MemoryMarshal.AsBytes(one.Vector.Span).ToArray()));
            }

            transaction.Commit();
            _index.Set(patterns.Select(one => (one.Pattern.Id, one.Vector)));
            return new string?[patterns.Count];
        },
        cancellationToken);

    public Task<IReadOnlyList<IReadOnlyList<PatternMatch>>> SearchAsync(IReadOnlyList<ReadOnlyMemory<float>> vectors, int limit, CancellationToken cancellationToken = default)
    {
        var hits = _index.Search(vectors, limit);
        return GuardAsync<IReadOnlyList<IReadOnlyList<PatternMatch>>>(
            () => [.. hits.Select(found => found.Select(hit => new PatternMatch(Read(hit.Id)!, hit.Score)).ToList())], cancellationToken);
    }

    public Task<IReadOnlySet<Guid>> UpdateMetricsAsync(IReadOnlyList<MetricsUpdate> updates, CancellationToken cancellationToken = default) => GuardAsync<IReadOnlySet<Guid>>(
        () =>
        {
            using var transaction = _connection.BeginTransaction();
            using var command = Command(
                "update patterns set usage_count = usage_count + $more, success_rate = coalesce($rate, success_rate), last_used = coalesce($used, last_used) where id = $id");
            var unknown = updates
                .Where(update => Run(command, ("$more", update.IncrementUsage ? 1 : 0), ("$rate", update.SuccessRate), ("$used", Text(update.LastUsed)), ("$id", Text(update.Id))) == 0)
                .Select(update => update.Id)
                .ToHashSet();
            if (unknown.Count == 0)
            {
                transaction.Commit();
            }

            return unknown;
        },
        cancellationToken);

    public Task<Pattern?> GetAsync(Guid id, CancellationToken cancellationToken = default) => GuardAsync(() => Read(id), cancellationToken);

    public async ValueTask DisposeAsync()
    {
        await _connection.DisposeAsync();
        _index.Dispose();
        _gate.Dispose();
    }

    private void Prepare(string path, (string Name, string Value)[] settings)
    {
        // Exclusive: the vectors in memory would not see what another process writes. Full: a commit is on the disk before it is answered.
        using var command = Command(
            """
            pragma locking_mode = exclusive;
            pragma journal_mode = wal;
            pragma synchronous = full;
            begin immediate;
            create table if not exists settings (name text primary key, value text not null) without rowid;
            create table if not exists patterns (id text primary key, description text not null, code text not null, language text not null, category text, success_rate real,
                usage_count integer not null, last_used text, other text);
            create table if not exists vectors (id text primary key, vector blob not null);
            commit;
            """);
        command.ExecuteNonQuery();
        using var write = Command("insert or ignore into settings (name, value) values ($name, $value)");
        using var read = Command("select value from settings where name = $name");
        foreach (var (name, value) in settings)
        {
            Run(write, ("$name", name), ("$value", value));
            Bind(read, ("$name", name));
            if (read.ExecuteScalar() is string there && there != value)
            {
                throw new PatternStoreException($"'{path}' holds vectors with other {name}: '{there}', not '{value}'. Take the same settings, or another file with --data.");
            }
        }

        using var vectors = Command("select id, vector from vectors order by rowid");
        using var reader = vectors.ExecuteReader();
        _index.Set(ReadVectors(reader));
    }

    private static IEnumerable<(Guid Id, ReadOnlyMemory<float> Vector)> ReadVectors(SqliteDataReader reader)
    {
        while (reader.Read())
        {
            yield return (Guid.Parse(reader.GetString(0)), MemoryMarshal.Cast<byte, float>((byte[])reader[1]).ToArray());
        }
    }

    private Pattern? Read(Guid id)
    {
        using var command = Command($"select {Columns} from patterns where id = $id");
        Bind(command, ("$id", Text(id)));
        using var reader = command.ExecuteReader();
        return !reader.Read() ? null : new Pattern
        {
            Id = id,
            Description = reader.GetString(1),
            Code = reader.GetString(2),
            Language = reader.GetString(3),
            Metadata = new PatternMetadata
            {
                Category = reader.IsDBNull(4) ? null : reader.GetString(4),
                SuccessRate = reader.IsDBNull(5) ? null : reader.GetDouble(5),
                UsageCount = reader.GetInt64(6),
                LastUsed = reader.IsDBNull(7) ? null : DateTimeOffset.Parse(reader.GetString(7), CultureInfo.InvariantCulture),
                Other = reader.IsDBNull(8) ? null : JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(reader.GetString(8)),
            },
        };
    }

    // One connection, one user of it at a time: SQLite has one writer in any case, and reads are short.
    private async Task<T> GuardAsync<T>(Func<T> work, CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken);
        try
        {
            return work();
        }
        catch (SqliteException e)
        {
            throw new PatternStoreException("The store's file cannot be read or written.", e);
        }
        finally
        {
            _gate.Release();
        }
    }

    private SqliteCommand Command(string text)
    {
        var command = _connection.CreateCommand();
        command.CommandText = text;
        return command;
    }

    private static int Run(SqliteCommand command, params (string Name, object? Value)[] values)
    {
        Bind(command, values);
        return command.ExecuteNonQuery();
    }

    private static void Bind(SqliteCommand command, params (string Name, object? Value)[] values)
    {
        command.Parameters.Clear();
        foreach (var (name, value) in values)
        {
            command.Parameters.AddWithValue(name, value ?? DBNull.Value);
        }
    }

    private static string Text(Guid id) => id.ToString("D");

    private static string? Text(DateTimeOffset? time) => time?.ToString("O", CultureInfo.InvariantCulture);
}
