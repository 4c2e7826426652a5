using System.Text;
using Microsoft.CodeAnalysis.Text;

namespace BatchMigrate.CodeFixes.Tests.Editors;

/// <summary>A text that tells whoever wants to know how often it has been read: a clock for "half-way" that no machine's speed moves.</summary>
internal sealed class CountingText(SourceText text, Action onRead) : SourceText
{
    public override Encoding? Encoding => text.Encoding;

    public override int Length => text.Length;

    public override char this[int position]
    {
        get
        {
            onRead();
            return text[position];
        }
    }

    public override void CopyTo(int sourceIndex, char[] destination, int destinationIndex, int count)
    {
        onRead();
        text.CopyTo(sourceIndex, destination, destinationIndex, count);
    }
}
