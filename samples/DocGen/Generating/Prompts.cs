using System.Globalization;
using System.Text;
using DocGen.Reading;

namespace DocGen.Generating;

/// <summary>What the model is told: the same guide in every request, and what is known about a symbol.</summary>
internal static class Prompts
{
    private const int MostNames = 12;

    /// <summary>The house style. It is as long as such guides are, which is what a request for each symbol pays for again and again.</summary>
    public const string Guide = """
        You write the reference documentation of a C# library. Its readers are developers who call the library and do not have its source. They come with a question, read one entry, and leave.

        What an entry is
        - It documents one type or member, in plain English Markdown, in the present tense, without a heading: the program adds that.
        - Its first sentence says what the symbol is for, in words that are not in its name. "Gets the count" for a property named Count is worse than nothing: say what is counted, when it changes, and what it does not count.
        - Then, where the source shows it, in this order: what each parameter means, with its unit and its range; what is returned, and what null, empty or false mean; which exceptions leave, and when; what is changed in the object or outside of it; what is
          remembered between two calls; whether it may be called from several threads; how its cost grows with what it is given.
        - A type's entry says what its objects stand for, how long they live, who makes them, and with which members one begins. It does not list all members: each has an entry of its own.
        - An interface's or abstract member's entry says what a caller may rely on and what an implementation has to keep, not what one implementation happens to do.
        - An enum's entry says what a value of it decides, and in which order values follow one another where that is fixed.

        What to be careful about
        - Say only what the source, the signature and the context show. Where the source leaves something open, such as what happens with a negative number, say that it is not checked; never guess.
        - Units matter: kilometres or sea miles, metres per second or knots, local time or UTC. Where the source computes with one, name it; where it cannot be told, say so.
        - Rounding, boundaries and ties are what people look up. Say which side of a boundary belongs to it, how halves are rounded, which of two equal candidates is taken.
        - The related symbols are there so that you can tell what a parameter comes from and where a result goes. Mention one where a reader will need it next, by its name in backticks, and leave out the others.
        - Mention a private helper only by what it brings about.

        How it reads
        - Two to five sentences; up to eight for a method with several outcomes. No introductions, no praise, no "this method", no "simply", no advice about other libraries, no repetition of the signature.
        - Names of symbols, parameters, values and literals stand in backticks. No tables, no headings, no links. A list only for three outcomes or more.
        - An example only where the use is not plain from the signature: at most four lines of C#, with values that could be real, and no output but in a comment.

        An example of an entry, for a method `Take(int amount, TimeSpan patience)` of a class for the places of a car park:
        Reserves `amount` places that lie side by side and returns the lowest number among them, or `null` if they are not free within `patience`. Waits for places that are being left, first come first served; a
        `patience` of zero never waits. `amount` has to be positive (`ArgumentOutOfRangeException`), and an amount beyond the size of the whole park is refused at once with `InvalidOperationException`. The places stay reserved until `Leave` is called, also
        if the caller forgets them. May be called from several threads; its cost grows with the number of places.
        """;

    /// <summary>What is known about a symbol.</summary>
    public static string Describe(CodeSymbol symbol, CodeFile? file, IReadOnlyList<Neighbour> neighbours)
    {
        var text = new StringBuilder();
        text.AppendLine(CultureInfo.InvariantCulture, $"{symbol.Kind} {symbol.Name} in {symbol.File}");
        text.AppendLine(CultureInfo.InvariantCulture, $"Signature: {symbol.Signature}");
        if (neighbours.Count > 0)
        {
            text.AppendLine("Related, by the similarity of embeddings:");
            foreach (var (other, similarity) in neighbours)
            {
                text.AppendLine(CultureInfo.InvariantCulture, $"- {similarity:0.00} {other.Signature} ({other.Name})");
            }
        }

        if (file is not null)
        {
            AppendNames(text, "Same file", file.Symbols.Where(name => name != symbol.Name));
            AppendNames(text, "The file uses", file.Uses);
            AppendNames(text, "The file is used by", file.UsedBy);
        }

        return text.Append("Source:\n").Append(symbol.Source).ToString();
    }

    /// <summary>What is embedded of a symbol.</summary>
    public static string ToEmbed(CodeSymbol symbol) => $"{symbol.Kind} {symbol.Name}\n{symbol.Signature}\n{symbol.Source}";

    private static void AppendNames(StringBuilder text, string what, IEnumerable<string> names)
    {
        var list = names.ToList();
        if (list.Count > 0)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"{what}: {string.Join(", ", list.Take(MostNames))}{(list.Count > MostNames ? ", …" : "")}");
        }
    }
}
