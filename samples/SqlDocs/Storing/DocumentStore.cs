using System.Globalization;
using System.Runtime.InteropServices;
using Microsoft.Data.Sqlite;

namespace SqlDocs.Storing;

/// <summary>
/// A SQLite file with every table and relationship, how far each is, its description, and the vector of its document. What was paid for is written as soon as it is there, so a process
/// that is killed goes on where it was. Nothing of it is in memory but what is asked for.
/// </summary>
internal sealed partial class DocumentStore : IDisposable
{
    /// <summary>Items come in laps of so many numbers. A lap's answers are in files of their own until all of them are in the store.</summary>
    public const int LapLength = 1_000;

    private const int PageLength = 100;
    private const string DatabaseSetting = "database";
    private const string DescriberSetting = "descriptions";
    private const string SpaceSetting = "vectors";
    private const string ItemColumns = "id, kind, name, definition, description";

    private static readonly string[] AnswerFiles = ["descriptions", "vectors"];

    private readonly SqliteFile _file;
    private readonly string _path;
    private readonly string _database;
    private string _describer = "";
    private string _space = "";
    private long _run;

    private DocumentStore(SqliteFile file, string path, string database) => (_file, _path, _database) = (file, path, database);

    /// <summary>Opens the file, or makes it, for this process alone.</summary>
    /// <param name="path">The file.</param>
    /// <param name="database">The database that it documents: a file belongs to one.</param>
    /// <exception cref="StoreException">It is in use, no store, or belongs to another database.</exception>
    public static DocumentStore Open(string path, string database)
    {
        // Normal: what is written survives the end of the process, as in a checkpoint of a batch; a power failure may take the last of it.
        var file = SqliteFile.Open(
            path,
            """
            pragma locking_mode = exclusive;
            pragma journal_mode = wal;
            pragma synchronous = normal;
            begin immediate;
            create table if not exists settings (name text primary key, value text not null) without rowid;
            create table if not exists items (id integer primary key autoincrement, kind integer not null, name text not null, definition text not null, description text,
                state integer not null default 0, run integer not null default 0, error text, unique (kind, name));
            create index if not exists items_by_state on items (state, id);
            create table if not exists vectors (id integer primary key references items on delete cascade, space text not null, vector blob not null);
            commit;
            pragma foreign_keys = on;
            """);
        try
        {
            var store = new DocumentStore(file, path, database);
            return store.Other(DatabaseSetting, database, "items") is { } other
                ? throw new StoreException($"'{path}' documents '{other}', not '{database}'. Take another file with --data.")
                : store;
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>Says by whom documents are made and found from now on.</summary>
    /// <param name="describer">Who describes: what a simulated provider says does not go together with what a model says.</param>
    /// <param name="space">What makes the vectors: those of two models cannot be compared.</param>
    /// <param name="rebuilds">Whether all vectors are about to be made anew.</param>
    /// <param name="describes">Whether all descriptions are as well.</param>
    /// <exception cref="StoreException">What is there was made by others.</exception>
    public void Use(string describer, string space, bool rebuilds, bool describes)
    {
        if (Other(DescriberSetting, describer, "items where description is not null") is { } other && !describes)
        {
            throw new StoreException($"'{_path}' has descriptions by {other}, not by {describer}. Take another file with --data, or make all anew with 'rebuild --descriptions'.");
        }

        if (Other(SpaceSetting, space, "vectors") is { } model && !rebuilds)
        {
            throw new StoreException($"'{_path}' has vectors of {model}, not of {space}. Take another file with --data, or make all anew with 'rebuild'.");
        }

        (_describer, _space) = (describer, space);
    }

    /// <summary>Files for the answers of one lap, for as long as they are not all in the store.</summary>
    public (string Descriptions, string Vectors) AnswersOf(long lap) =>
        AnswerFiles.Select(what => FormattableString.Invariant($"{_path}.{what}-{lap}.jsonl")).ToArray() is [var descriptions, var vectors] ? (descriptions, vectors) : default;

    /// <summary>Begins a run. Each item ends once in it, well or not.</summary>
    public void BeginRun()
    {
        _run = long.Parse(_file.Get<string>("select value from settings where name = 'run'") ?? "0", CultureInfo.InvariantCulture) + 1;
        Set("run", _run.ToString(CultureInfo.InvariantCulture));
        Set(DescriberSetting, _describer);
        Set(SpaceSetting, _space);
    }

    /// <summary>The first lap behind another one that has something to do in this run; null where there is none.</summary>
    public long? LapAfter(long lap) =>
        _file.Get<long?>($"select min((id - 1) / {LapLength}) from items where state < 2 and run < $1 and id > $2", _run, (lap + 1) * LapLength);

    /// <summary>Items of a lap that are in a state and have not ended in this run, read while they are asked for, so that others may be written meanwhile.</summary>
    public IEnumerable<DocumentItem> Read(ItemState state, long lap) =>
        Pages($"select {ItemColumns} from items where state = $2 and run < $3 and id > $1 and id <= $4 order by id limit {PageLength}", lap * LapLength, (int)state, _run, (lap + 1) * LapLength);

    /// <summary>Items of a kind that are at most so far.</summary>
    public IEnumerable<DocumentItem> Read(ItemKind kind, ItemState most) =>
        Pages($"select {ItemColumns} from items where kind = $2 and state <= $3 and id > $1 order by id limit {PageLength}", 0, (int)kind, (int)most);

    /// <summary>How many items of a kind are in a state.</summary>
    public long Count(ItemKind kind, ItemState state) => _file.Get<long>("select count(*) from items where kind = $1 and state = $2", (int)kind, (int)state);

    /// <summary>How many items that are not indexed failed in the run before.</summary>
    public long CountFailed() => _file.Get<long>("select count(*) from items where state < 2 and error is not null");

    /// <summary>How many batches what is not indexed comes to.</summary>
    public long CountBatches(int size) =>
        _file.Get<long?>($"select sum((items + $1 - 1) / $1) from (select count(*) as items from items where state < 2 group by (id - 1) / {LapLength})", size) ?? 0;

    /// <summary>Keeps a description.</summary>
    public void Describe(DocumentItem item, string description) =>
        _file.Run("update items set description = $1, state = 1, error = null where id = $2", description, item.Id);

    /// <summary>Notes that an item did not get further in this run. It stays in the state that it has.</summary>
    public void Fail(DocumentItem item, string error) => _file.Run("update items set error = $1, run = $2 where id = $3", error, _run, item.Id);

    /// <summary>Puts documents into the index, all of them or none.</summary>
    public void Index(IEnumerable<(DocumentItem Item, ReadOnlyMemory<float> Vector)> documents) => _file.InTransaction(() =>
    {
        foreach (var (item, vector) in documents)
        {
            _file.Run("insert or replace into vectors (id, space, vector) values ($1, $2, $3)", item.Id, _space, MemoryMarshal.AsBytes(vector.Span).ToArray());
            _file.Run("update items set state = 2, run = $1, error = null where id = $2", _run, item.Id);
        }

        return true;
    });

    /// <summary>Makes every document anew: its vector, and with <paramref name="descriptions"/> its description. The old ones can be found until the new ones are there.</summary>
    public void Reset(bool descriptions)
    {
        _file.Run("update items set state = $1, error = null where state > $1", (int)(descriptions ? ItemState.Found : ItemState.Described));
        DeleteAnswers();
    }

    /// <summary>Deletes what is left of files of answers, of laps that have nothing left to do.</summary>
    public void DeleteAnswers()
    {
        var path = Path.GetFullPath(_path);
        foreach (var file in AnswerFiles.SelectMany(what => Directory.EnumerateFiles(Path.GetDirectoryName(path)!, $"{Path.GetFileName(path)}.{what}-*.jsonl")))
        {
            File.Delete(file);
        }
    }

    /// <summary>What became of the items of a kind in this run, with those that were not reached.</summary>
    public IEnumerable<ItemOutcome> Outcomes(ItemKind kind) => Paged(
        $"select id, name, state, run, error from items where id > $1 and kind = $2 and (run = $3 or state < 2) order by id limit {PageLength}",
        row => new ItemOutcome(kind, row.GetString(1), (ItemState)row.GetInt32(2), row.GetInt64(3) == _run, row.IsDBNull(4) ? null : row.GetString(4)),
        0,
        (int)kind,
        _run);

    public void Dispose() => _file.Dispose();

    /// <summary>The value that a setting has; null where it is the same, or where there is nothing that it says something about.</summary>
    private string? Other(string name, string value, string about) =>
        _file.Get<string>($"select value from settings where name = $1 and value <> $2 and exists (select * from {about})", name, value);

    private void Set(string name, string value) => _file.Run("insert or replace into settings (name, value) values ($1, $2)", name, value);

    private IEnumerable<DocumentItem> Pages(string sql, long after, params object?[] values) => Paged(sql, ToItem, after, values);

    // A page at a time: a statement must not be open while others change its rows.
    private IEnumerable<T> Paged<T>(string sql, Func<SqliteDataReader, T> read, long after, params object?[] values)
    {
        for (var page = Next(after); page.Count > 0; page = Next(page[^1].Id))
        {
            foreach (var (_, row) in page)
            {
                yield return row;
            }
        }

        List<(long Id, T Row)> Next(long last) => _file.List(sql, row => (row.GetInt64(0), read(row)), [last, .. values]);
    }

    private static DocumentItem ToItem(SqliteDataReader row) =>
        new(row.GetInt64(0), (ItemKind)row.GetInt32(1), row.GetString(2), row.GetString(3), row.IsDBNull(4) ? null : row.GetString(4));
}
