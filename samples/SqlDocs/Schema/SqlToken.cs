namespace SqlDocs.Schema;

/// <summary>What a piece of SQL is.</summary>
internal enum SqlTokenKind
{
    /// <summary>A name or a keyword without quotes, in lower case as PostgreSQL reads it.</summary>
    Word,

    /// <summary>A name in quotes, without them.</summary>
    Name,

    /// <summary>A text in quotes, without them.</summary>
    Text,

    /// <summary>A number.</summary>
    Number,

    /// <summary>Any other character.</summary>
    Symbol,

    /// <summary>The end of the file.</summary>
    End,
}

/// <summary>A piece of SQL.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">What it says.</param>
/// <param name="Line">Its line in the file, from 1.</param>
/// <param name="BeginsLine">Whether it is the first of its line.</param>
internal readonly record struct SqlToken(SqlTokenKind Kind, string Text, int Line, bool BeginsLine)
{
    /// <summary>Whether it is this keyword, or one of these.</summary>
    public bool Is(params ReadOnlySpan<string> words)
    {
        foreach (var word in words)
        {
            if (Kind == SqlTokenKind.Word && Text == word)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether it is this character.</summary>
    public bool Is(char symbol) => Kind == SqlTokenKind.Symbol && Text[0] == symbol;

    /// <summary>Whether it can be the name of something.</summary>
    public bool IsName => Kind is SqlTokenKind.Word or SqlTokenKind.Name;
}
