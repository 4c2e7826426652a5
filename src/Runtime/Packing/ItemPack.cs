using System.Collections;
using System.Text;

namespace BatchMigrate;

/// <summary>Items that share one chat request, numbered from 1. The numbers are those by which the model's answers are told apart.</summary>
/// <typeparam name="TItem">The type of an item.</typeparam>
public sealed class ItemPack<TItem> : IReadOnlyList<PackedItem<TItem>>
{
    private readonly PackedItem<TItem>[] _items;

    internal ItemPack(IEnumerable<TItem> items) => _items = [.. items.Select(static (item, index) => new PackedItem<TItem>(index + 1, item))];

    /// <summary>How many items there are, at least one.</summary>
    public int Count => _items.Length;

    /// <summary>One item.</summary>
    /// <param name="index">Its place, from zero: one less than its number.</param>
    /// <exception cref="IndexOutOfRangeException"><paramref name="index"/> is none of the places.</exception>
    public PackedItem<TItem> this[int index] => _items[index];

    /// <summary>
    /// Writes the items one behind the other, each as <c>&lt;item number="1"&gt;</c>, its text and <c>&lt;/item&gt;</c> in lines of their own. Where a text has such tags of its own another
    /// name is taken for all, so that no item can pass for another one.
    /// </summary>
    /// <param name="text">Gives the text of an item.</param>
    /// <returns>The text for a message.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is null.</exception>
    public string Numbered(Func<TItem, string> text)
    {
        ArgumentNullException.ThrowIfNull(text);
        string[] texts = [.. _items.Select(entry => text(entry.Item))];
        var name = "item";
        for (var i = 2; Array.Exists(texts, one => HasTag(one, name)); i++)
        {
            name = $"item-{i}";
        }

        var all = new StringBuilder();
        for (var i = 0; i < texts.Length; i++)
        {
            all.Append(i == 0 ? string.Empty : "\n").Append('<').Append(name).Append(" number=\"").Append(i + 1).Append("\">\n").Append(texts[i]).Append("\n</").Append(name).Append('>');
        }

        return all.ToString();
    }

    /// <inheritdoc/>
    public IEnumerator<PackedItem<TItem>> GetEnumerator() => _items.AsEnumerable().GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private static bool HasTag(string text, string name) => text.Contains($"<{name} ", StringComparison.OrdinalIgnoreCase) || text.Contains($"</{name}>", StringComparison.OrdinalIgnoreCase);
}

/// <summary>An item of a pack with its number.</summary>
/// <typeparam name="TItem">The type of an item.</typeparam>
/// <param name="Number">Its number in this pack, from 1. In another pack it may have another one.</param>
/// <param name="Item">The item.</param>
public readonly record struct PackedItem<TItem>(int Number, TItem Item)
{
    /// <summary>Says what this is, and never what is in it: what is prompted must not reach a log by way of a record's text.</summary>
    /// <returns>For instance <c>PackedItem 3</c>.</returns>
    public override string ToString() => $"PackedItem {Number}";
}
