using static SqlDocs.Schema.SchemaFact;

namespace SqlDocs.Schema;

/// <summary>Reads one statement, of which all tokens but the semicolon are there.</summary>
internal sealed class SqlStatement(IReadOnlyList<SqlToken> statement, SqlTokens file)
{
    // What may stand behind the type of a column.
    private static readonly string[] BehindType =
    [
        "as", "auto_increment", "autoincrement", "check", "collate", "comment", "compression", "constraint", "default", "generated", "identity", "not", "null", "on", "primary", "references",
        "storage", "unique",
    ];

    private int _at;

    /// <summary>What the statement says; nothing where it is about something else.</summary>
    /// <exception cref="SchemaException">It cannot be read.</exception>
    public IEnumerable<SchemaFact> Read() =>
        TryTake("comment") ? ReadComment()
        : TryTake("alter") ? TryTake("table") ? ReadAlterTable() : []
        : TryTake("create") && TryTakeTable() ? ReadCreateTable()
        : [];

    private bool TryTakeTable()
    {
        while (TryTake("global", "local", "unlogged", "foreign", "external", "or", "replace"))
        {
        }

        // Temporary tables are no part of a schema: "temp" is not passed over.
        return TryTake("table");
    }

    private IEnumerable<SchemaFact> ReadCreateTable()
    {
        if (TryTake("if"))
        {
            Expect("not");
            Expect("exists");
        }

        var table = new Table(ReadTableName(), [], []);
        if (!Peek().Is('('))
        {
            // A partition is part of its table; what a query makes has columns that nobody names.
            return Peek().Is("as") ? [new TableFound(table)] : [];
        }

        var relationships = new List<Relationship>();
        Take();
        while (!TryTake(')'))
        {
            table = ReadElement(table, relationships);
            if (!TryTake(',') && !Peek().Is(')'))
            {
                throw Mistake("a comma or a ) was expected");
            }
        }

        return [new TableFound(ReadOptions(table)), .. relationships.Select(relationship => new RelationshipFound(relationship))];
    }

    private IEnumerable<SchemaFact> ReadAlterTable()
    {
        if (TryTake("if"))
        {
            Expect("exists");
        }

        TryTake("only");
        var name = ReadTableName();
        TryTake('*');
        while (_at < statement.Count)
        {
            if (TryTake("with"))
            {
                // SQL Server's WITH CHECK ADD.
                TryTake("check", "nocheck");
            }

            if (TryTake("add"))
            {
                TryTake("column");
                if (TryTake("if"))
                {
                    Expect("not");
                    Expect("exists");
                }

                var relationships = new List<Relationship>();
                var added = ReadElement(new Table(name, [], []), relationships);
                foreach (var relationship in relationships)
                {
                    yield return new RelationshipFound(relationship);
                }

                if (added is not { Columns: [], PrimaryKey: [] })
                {
                    yield return new TableChanged(name, table =>
                    {
                        var longer = table with { Columns = [.. table.Columns, .. added.Columns] };
                        return added.PrimaryKey.Count > 0 ? longer.WithPrimaryKey(added.PrimaryKey) : longer;
                    });
                }
            }

            SkipTo(',');
            // Or a bracket that nobody opened.
            Take();
        }
    }

    private IEnumerable<SchemaFact> ReadComment()
    {
        Expect("on");
        if (TryTake("table"))
        {
            var name = ReadTableName();
            Expect("is");
            var text = ReadText();
            return [new TableChanged(name, table => table with { Comment = text })];
        }

        if (TryTake("column"))
        {
            var parts = ReadQualifiedName();
            Expect("is");
            var text = ReadText();
            return parts.Count < 2 ? throw Mistake("a column with its table was expected") :
            [
                new TableChanged(
                    ToTableName(parts.SkipLast(1)),
                    table => table with { Columns = [.. table.Columns.Select(column => column.Name == parts[^1] ? column with { Comment = text } : column)] }),
            ];
        }

        return [];
    }

    /// <summary>Reads a column or a constraint of a table, up to the comma or bracket behind it.</summary>
    private Table ReadElement(Table table, List<Relationship> relationships)
    {
        var constraint = TryTake("constraint") ? ReadName() : null;
        if (TryTake("primary"))
        {
            Expect("key");
            // SQL Server's kinds of keys.
            TryTake("clustered", "nonclustered");
            table = Peek().Is('(') ? table.WithPrimaryKey(ReadColumns()) : table;
        }
        else if (TryTake("foreign"))
        {
            Expect("key");
            // MySQL allows a name here.
            constraint ??= Peek().Is('(') ? null : ReadName();
            relationships.Add(ReadReference(constraint, table.Name, ReadColumns()));
        }
        else if (constraint is null && !Peek().Is("unique", "check", "exclude", "like") && !IsIndex())
        {
            table = ReadColumn(table, relationships);
        }

        SkipTo(',');
        return table;
    }

    /// <summary>Whether it is MySQL's <c>KEY name (column)</c>; <c>key varchar(20)</c> is a column.</summary>
    private bool IsIndex()
    {
        var name = Peek().Is("fulltext", "spatial") ? 1 : 0;
        return Peek(name).Is("key", "index") && (Peek(name + 1).Is('(') ? Peek(name + 2) : Peek(name + 1).IsName && Peek(name + 2).Is('(') ? Peek(name + 3) : default).IsName;
    }

    private Table ReadColumn(Table table, List<Relationship> relationships)
    {
        var column = new Column(ReadName(), ReadType());
        var (constraint, isKey, before) = ((string?)null, false, default(SqlToken));
        if (column.Type is "serial" or "bigserial" or "smallserial")
        {
            column = column with { Nullable = false };
        }

        while (!IsAtEnd(','))
        {
            var token = Take();
            switch (token.Text)
            {
                case "constraint" when token.Is("constraint"):
                    constraint = ReadName();
                    break;
                case "primary" when token.Is("primary"):
                    Expect("key");
                    isKey = true;
                    break;
                case "references" when token.Is("references"):
                    _at--;
                    relationships.Add(ReadReference(constraint, table.Name, [column.Name]));
                    break;
                case "not" when token.Is("not") && !before.Is("is") && TryTake("null"):
                case "identity" when token.Is("identity"):
                    column = column with { Nullable = false };
                    break;
                case "comment" when token.Is("comment") && Peek().Kind == SqlTokenKind.Text:
                    column = column with { Comment = ReadText() };
                    break;
                case "(" when token.Is('('):
                    _at--;
                    SkipBrackets();
                    break;
            }

            before = token;
        }

        table = table with { Columns = [.. table.Columns, column] };
        return isKey ? table.WithPrimaryKey([column.Name]) : table;
    }

    private string ReadType()
    {
        var type = "";
        for (var last = ""; !IsAtEnd(',') && !Peek().Is(BehindType); last = Peek(-1).Text)
        {
            var token = Peek();
            var joins = type.Length == 0 || token.Text is "(" or ")" or "," or "." or "[" or "]" || last is "(" or "," or "." or "[";
            type += joins ? token.Text : $" {token.Text}";
            if (token.Is('('))
            {
                Take();
                while (!Peek().Is(')') && _at < statement.Count)
                {
                    type += Take().Text;
                }

                type += ")";
                TryTake(')');
            }
            else
            {
                Take();
            }
        }

        return type;
    }

    private Relationship ReadReference(string? name, TableName table, IReadOnlyList<string> columns)
    {
        Expect("references");
        var target = ReadTableName();
        // A constraint without a name gets the one that PostgreSQL would give it.
        return new Relationship(name ?? $"{table.Name}_{string.Join('_', columns)}_fkey", table, columns, target, Peek().Is('(') ? ReadColumns() : []);
    }

    private Table ReadOptions(Table table)
    {
        while (_at < statement.Count)
        {
            // MySQL's COMMENT='…'.
            if (Take().Is("comment") && (TryTake('=') || Peek().Kind == SqlTokenKind.Text))
            {
                table = table with { Comment = ReadText() };
            }
        }

        return table;
    }

    private List<string> ReadColumns()
    {
        var columns = new List<string>();
        Expect('(');
        do
        {
            columns.Add(ReadName());
            SkipTo(',');
        }
        while (TryTake(','));
        Expect(')');
        return columns;
    }

    private TableName ReadTableName() => ToTableName(ReadQualifiedName());

    private static TableName ToTableName(IEnumerable<string> parts) => parts.TakeLast(2).ToArray() is [var schema, var name] ? new(schema, name) : new(TableName.UsualSchema, parts.Last());

    private List<string> ReadQualifiedName()
    {
        var parts = new List<string> { ReadName() };
        while (TryTake('.'))
        {
            parts.Add(ReadName());
        }

        return parts;
    }

    private string ReadName() => Peek().IsName ? Take().Text : throw Mistake("a name was expected");

    private string? ReadText() =>
        Peek().Kind == SqlTokenKind.Text ? Take().Text
        : TryTake("null") ? null
        : throw Mistake("a text was expected");

    private void SkipBrackets()
    {
        var depth = 0;
        do
        {
            var token = Take();
            depth += token.Is('(') ? 1 : token.Is(')') ? -1 : 0;
        }
        while (depth > 0 && _at < statement.Count);
    }

    private void SkipTo(char symbol)
    {
        while (!IsAtEnd(symbol))
        {
            if (Peek().Is('('))
            {
                SkipBrackets();
            }
            else
            {
                Take();
            }
        }
    }

    private bool IsAtEnd(char symbol) => _at >= statement.Count || Peek().Is(symbol) || Peek().Is(')');

    private SqlToken Peek(int ahead = 0) => _at + ahead < statement.Count ? statement[_at + ahead] : new SqlToken(SqlTokenKind.End, "", statement[^1].Line, BeginsLine: false);

    private SqlToken Take()
    {
        var token = Peek();
        _at++;
        return token;
    }

    private bool TryTake(params ReadOnlySpan<string> words)
    {
        var isThere = Peek().Is(words);
        _at += isThere ? 1 : 0;
        return isThere;
    }

    private bool TryTake(char symbol)
    {
        var isThere = Peek().Is(symbol);
        _at += isThere ? 1 : 0;
        return isThere;
    }

    private void Expect(string word)
    {
        if (!TryTake(word))
        {
            throw Mistake($"'{word}' was expected");
        }
    }

    private void Expect(char symbol)
    {
        if (!TryTake(symbol))
        {
            throw Mistake($"'{symbol}' was expected");
        }
    }

    private SchemaException Mistake(string what) => file.Mistake(Peek().Line, Peek().Kind == SqlTokenKind.End ? $"{what} before the end of the statement." : $"{what}, not '{Peek().Text}'.");
}
