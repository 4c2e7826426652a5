namespace SqlDocs.Schema;

/// <summary>
/// A schema in a file of SQL, such as <c>pg_dump --schema-only</c> writes. It reads <c>CREATE TABLE</c>, <c>ALTER TABLE … ADD</c> and <c>COMMENT ON</c>, as PostgreSQL reads them, and passes over all
/// other statements. Only the statement at hand is in memory.
/// </summary>
/// <param name="path">The file.</param>
internal sealed class SqlFile(string path) : ISchemaSource
{
    public string Name => Path.GetFileName(path);

    public IEnumerable<SchemaFact> Read(CancellationToken cancellationToken)
    {
        StreamReader reader;
        try
        {
            reader = new StreamReader(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new SchemaException($"'{path}' cannot be read: {e.Message}", e);
        }

        using (reader)
        {
            foreach (var fact in Read(reader, Name, cancellationToken))
            {
                yield return fact;
            }
        }
    }

    /// <summary>Reads a schema from SQL.</summary>
    /// <param name="reader">The SQL.</param>
    /// <param name="name">Its name, for messages.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="SchemaException">A statement cannot be read; the message names its line.</exception>
    public static IEnumerable<SchemaFact> Read(TextReader reader, string name, CancellationToken cancellationToken = default)
    {
        var tokens = new SqlTokens(reader, name);
        for (var next = tokens.Next(); next.Kind != SqlTokenKind.End;)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (next.Is('\\') || next.Is(';') || next.Is("go"))
            {
                // An order to psql, an empty statement, or the end of one that SQL Server's tools write.
                if (next.Is('\\'))
                {
                    tokens.SkipLine();
                }

                next = tokens.Next();
                continue;
            }

            var (isKept, isCopy) = (next.Is("create", "alter", "comment"), next.Is("copy"));
            var (statement, depth, hasRows, last) = (new List<SqlToken>(), 0, false, default(SqlToken));
            do
            {
                depth += next.Is('(') ? 1 : next.Is(')') ? -1 : 0;
                hasRows |= isCopy && last.Is("from") && next.Is("stdin");
                if (isKept)
                {
                    statement.Add(next);
                }

                last = next;
                next = tokens.Next();
            }
            while (next.Kind != SqlTokenKind.End && !next.Is(';') && !(depth == 0 && EndsWithoutSemicolon(next)));

            if (hasRows)
            {
                tokens.SkipRows();
                next = tokens.Next();
            }

            if (isKept && depth > 0)
            {
                throw tokens.Mistake(statement[0].Line, "a ( is never closed.");
            }

            foreach (var fact in isKept ? new SqlStatement(statement, tokens).Read() : [])
            {
                yield return fact;
            }
        }
    }

    // SQL Server's scripts end statements with GO on a line of its own, or not at all.
    private static bool EndsWithoutSemicolon(SqlToken token) => token.BeginsLine && token.Is("go", "create");
}
