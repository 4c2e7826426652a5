using System.Collections.Immutable;
using System.Text;
using Microsoft.CodeAnalysis.Text;

namespace BatchMigrate.Verification;

/// <summary>The markup of the official test library: <c>[|…|]</c> and <c>{|ID:…|}</c>.</summary>
public static class Markup
{
    /// <summary>Takes the markup out of a source and gives the marked places.</summary>
    /// <param name="source">The source with markup.</param>
    /// <param name="defaultId">The id that <c>[|…|]</c> stands for.</param>
    /// <returns>The plain source and the marked spans.</returns>
    public static (string Source, ImmutableArray<(string Id, TextSpan Span)> Marks) Parse(string source, string defaultId)
    {
        var plain = new StringBuilder();
        var open = new Stack<(string Id, int Start, string Close)>();
        var marks = ImmutableArray.CreateBuilder<(string, TextSpan)>();
        for (var i = 0; i < source.Length; i++)
        {
            var rest = source.AsSpan(i);
            if (rest.StartsWith("[|"))
            {
                open.Push((defaultId, plain.Length, "|]"));
                i++;
            }
            else if (rest.StartsWith("{|") && rest.IndexOf(':') is > 2 and var colon && char.IsAsciiLetterUpper(rest[2]) && char.IsAsciiDigit(rest[colon - 1]))
            {
                open.Push((rest[2..colon].ToString(), plain.Length, "|}"));
                i += colon;
            }
            else if (open.Count > 0 && rest.StartsWith(open.Peek().Close))
            {
                var (id, start, _) = open.Pop();
                marks.Add((id, TextSpan.FromBounds(start, plain.Length)));
                i++;
            }
            else
            {
                plain.Append(source[i]);
            }
        }

        return (plain.ToString(), marks.ToImmutable());
    }
}
