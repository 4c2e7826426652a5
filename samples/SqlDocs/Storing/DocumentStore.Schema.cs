using System.Text.Json;
using SqlDocs.Schema;
using static SqlDocs.Schema.SchemaFact;

namespace SqlDocs.Storing;

/// <content>What the schema says now, beside what it said before.</content>
internal sealed partial class DocumentStore
{
    /// <summary>
    /// Brings the store up to date with a schema, as a whole or not at all: what is new is found, what has another definition has to be described anew, what is gone is forgotten. What is as
    /// it was keeps its document.
    /// </summary>
    /// <param name="schema">The schema; it is read once, and held in the file while it is read.</param>
    /// <exception cref="StoreException">The schema has no table: it is taken for a mistake, and nothing is forgotten.</exception>
    public void ReplaceSchema(IEnumerable<SchemaFact> schema)
    {
        _file.Run("create temp table if not exists found (id integer primary key, kind integer not null, name text not null, fact text not null, unique (kind, name))");
        _file.InTransaction(() =>
        {
            _file.Run("delete from found");
            Set(DatabaseSetting, _database);
            foreach (var fact in schema)
            {
                Add(fact);
            }

            if (_file.Get<long>("select count(*) from found where kind = 0") == 0)
            {
                throw new StoreException("The schema has no table.");
            }

            foreach (var (name, kind, fact) in Paged($"select id, name, kind, fact from found where id > $1 order by id limit {PageLength}", row => (row.GetString(1), (ItemKind)row.GetInt32(2), row.GetString(3)), 0))
            {
                _file.Run(
                    """
                    insert into items (kind, name, definition) values ($1, $2, $3)
                    on conflict do update set definition = excluded.definition, state = 0, error = null where definition <> excluded.definition
                    """,
                    (int)kind,
                    name,
                    Define(kind, fact));
            }

            return _file.Run("delete from items where not exists (select * from found where found.kind = items.kind and found.name = items.name)");
        });
    }

    private void Add(SchemaFact fact)
    {
        switch (fact)
        {
            case TableFound(var table):
                Put(ItemKind.Table, table.Name.ToString(), table);
                break;
            case TableChanged(var name, var change) when Find(name) is { } table:
                _file.Run("update found set fact = $1 where kind = 0 and name = $2", JsonSerializer.Serialize(change(table)), name.ToString());
                break;
            case RelationshipFound(var relationship):
                // PostgreSQL numbers the names that it makes for the same columns.
                var taken = relationship.Name;
                for (var number = 1; !Put(ItemKind.Relationship, relationship.FullName, relationship); number++)
                {
                    relationship = relationship with { Name = FormattableString.Invariant($"{taken}{number}") };
                }

                break;
        }
    }

    private bool Put<T>(ItemKind kind, string name, T fact) =>
        _file.Run("insert or ignore into found (kind, name, fact) values ($1, $2, $3)", (int)kind, name, JsonSerializer.Serialize(fact)) > 0;

    private Table? Find(TableName name) =>
        _file.Get<string>("select fact from found where kind = 0 and name = $1", name.ToString()) is { } table ? JsonSerializer.Deserialize<Table>(table) : null;

    private string Define(ItemKind kind, string fact)
    {
        if (kind == ItemKind.Table)
        {
            return Definitions.Of(JsonSerializer.Deserialize<Table>(fact)!);
        }

        var relationship = JsonSerializer.Deserialize<Relationship>(fact)!;
        return Definitions.Of(relationship, Find(relationship.Table), Find(relationship.Target));
    }
}
