using System.Text;

namespace SqlDocs.Schema;

/// <summary>
/// Takes SQL apart, one token at a time: comments (nested ones too), names in <c>"…"</c>, <c>`…`</c> and <c>[…]</c>, texts in <c>'…'</c>, <c>E'…'</c> and <c>$tag$…$tag$</c>.
/// </summary>
/// <param name="reader">The SQL.</param>
/// <param name="file">Its name, for messages.</param>
internal sealed class SqlTokens(TextReader reader, string file)
{
    private int _line = 1;
    private int _lineOfLast;
    private char _last;
    private char? _pushed;

    /// <summary>The next token, or one of the kind <see cref="SqlTokenKind.End"/>.</summary>
    /// <exception cref="SchemaException">Something has no end.</exception>
    public SqlToken Next()
    {
        SkipSpace();
        var (line, begins, before) = (_line, _line != _lineOfLast, _last);
        _lineOfLast = line;
        var (kind, text) = Read(before);
        // What stands directly before a bracket tells an index or a length from a name; a space between them does not.
        _last = text.Length > 0 ? text[^1] : default;
        return new SqlToken(kind, text, line, begins);
    }

    /// <summary>Leaves out the rest of the line.</summary>
    public void SkipLine()
    {
        while (Peek() is not ('\n' or '\0'))
        {
            Take();
        }
    }

    /// <summary>Leaves out the rows that follow a <c>COPY … FROM stdin;</c>, up to the line <c>\.</c>.</summary>
    public void SkipRows()
    {
        SkipLine();
        while (Peek() != '\0')
        {
            Take();
            if (Peek() == '\\')
            {
                Take();
                if (Peek() == '.')
                {
                    SkipLine();
                    return;
                }
            }

            SkipLine();
        }
    }

    /// <summary>An exception that names the place.</summary>
    public SchemaException Mistake(int line, string what) => new(FormattableString.Invariant($"{file}, line {line}: {what}"));

    private (SqlTokenKind Kind, string Text) Read(char before)
    {
        switch (Peek())
        {
            case '\0':
                return (SqlTokenKind.End, "");
            case '\'':
                return (SqlTokenKind.Text, Quoted('\'', hasEscapes: false));
            case '"':
                return (SqlTokenKind.Name, Quoted('"', hasEscapes: false));
            case '`':
                return (SqlTokenKind.Name, Quoted('`', hasEscapes: false));
            case '[':
                Take();
                // [order details] is a name, integer[] and tags[1] are not.
                return !IsPartOfName(before) && (char.IsLetter(Peek()) || Peek() == '_') ? (SqlTokenKind.Name, Until(']')) : (SqlTokenKind.Symbol, "[");
            case '$':
                return Dollar();
            case var c when char.IsLetter(c) || c == '_':
                return Word();
            case var c when char.IsAsciiDigit(c):
                return (SqlTokenKind.Number, While(static c => char.IsAsciiLetterOrDigit(c) || c is '.' or '_'));
            default:
                return (SqlTokenKind.Symbol, Take().ToString());
        }
    }

    private (SqlTokenKind Kind, string Text) Word()
    {
        var word = While(IsPartOfName);
        return word.Length == 1 && Peek() == '\''
            ? (SqlTokenKind.Text, Quoted('\'', hasEscapes: word is "e" or "E"))
            : (SqlTokenKind.Word, word.ToLowerInvariant());
    }

    private (SqlTokenKind Kind, string Text) Dollar()
    {
        var line = _line;
        Take();
        var tag = While(static c => char.IsLetterOrDigit(c) || c == '_');
        if (Peek() != '$')
        {
            // A parameter such as $1.
            return (SqlTokenKind.Symbol, "$");
        }

        Take();
        var end = $"${tag}$";
        var text = new StringBuilder();
        while (!EndsWith(text, end))
        {
            text.Append(Peek() != '\0' ? Take() : throw Mistake(line, $"'{end}' is never closed."));
        }

        return (SqlTokenKind.Text, text.ToString(0, text.Length - end.Length));
    }

    private static bool EndsWith(StringBuilder text, string end)
    {
        if (text.Length < end.Length)
        {
            return false;
        }

        for (var i = 1; i <= end.Length; i++)
        {
            if (text[^i] != end[^i])
            {
                return false;
            }
        }

        return true;
    }

    private string Quoted(char quote, bool hasEscapes)
    {
        var line = _line;
        Take();
        var text = new StringBuilder();
        while (true)
        {
            var c = Peek() != '\0' ? Take() : throw Mistake(line, $"a {quote} is never closed.");
            if (c == '\\' && hasEscapes && Peek() != '\0')
            {
                text.Append(Take() switch { 'n' => '\n', 'r' => '\r', 't' => '\t', var other => other });
            }
            else if (c != quote)
            {
                text.Append(c);
            }
            else if (Peek() == quote)
            {
                // Twice is once.
                text.Append(Take());
            }
            else
            {
                return text.ToString();
            }
        }
    }

    private string Until(char end)
    {
        var line = _line;
        var text = While(c => c != end && c != '\0');
        return Peek() == end ? $"{text}{Take()}"[..^1] : throw Mistake(line, $"a {end} is missing.");
    }

    private string While(Func<char, bool> goesOn)
    {
        var text = new StringBuilder();
        while (goesOn(Peek()))
        {
            text.Append(Take());
        }

        return text.ToString();
    }

    private void SkipSpace()
    {
        while (true)
        {
            var c = Peek();
            if (char.IsWhiteSpace(c))
            {
                Take();
                _last = default;
            }
            else if (c is '-' or '/' && TrySkipComment(c))
            {
                _last = default;
            }
            else
            {
                return;
            }
        }
    }

    private bool TrySkipComment(char first)
    {
        // Two characters are needed to tell, and a reader gives back one.
        if (_pushed is not null)
        {
            return false;
        }

        var line = _line;
        Take();
        if (first == '-' && Peek() == '-')
        {
            SkipLine();
            return true;
        }

        if (first == '/' && Peek() == '*')
        {
            Take();
            SkipNested(line);
            return true;
        }

        _pushed = first;
        return false;
    }

    private void SkipNested(int line)
    {
        for (var (depth, last) = (1, '\0'); depth > 0;)
        {
            var c = Peek() != '\0' ? Take() : throw Mistake(line, "a /* is never closed.");
            (depth, last) = (last, c) switch
            {
                ('*', '/') => (depth - 1, '\0'),
                ('/', '*') => (depth + 1, '\0'),
                _ => (depth, c),
            };
        }
    }

    private char Peek() => _pushed ?? (reader.Peek() is >= 0 and var c ? (char)c : '\0');

    private char Take()
    {
        if (_pushed is { } pushed)
        {
            _pushed = null;
            return pushed;
        }

        var c = (char)reader.Read();
        _line += c == '\n' ? 1 : 0;
        return c;
    }

    private static bool IsPartOfName(char c) => char.IsLetterOrDigit(c) || c is '_' or '$';
}
