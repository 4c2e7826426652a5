namespace SqlDocs;

/// <summary>Keeps documents with their vectors while the program runs.</summary>
public sealed class DocumentIndex
{
    private readonly List<(Document Document, ReadOnlyMemory<float> Vector)> _documents = [];

    /// <summary>How many there are.</summary>
    public int Count => _documents.Count;

    /// <summary>Adds a document.</summary>
    public void Add(Document document, ReadOnlyMemory<float> vector) => _documents.Add((document, vector));

    /// <summary>Finds the document that is nearest to a vector.</summary>
    public Document FindNearest(ReadOnlyMemory<float> vector) => _documents.MaxBy(one => Dot(one.Vector.Span, vector.Span)).Document;

    // The model's vectors have a length of one.
    private static double Dot(ReadOnlySpan<float> a, ReadOnlySpan<float> b)
    {
        var sum = 0.0;
        for (var i = 0; i < a.Length; i++)
        {
            sum += a[i] * b[i];
        }

        return sum;
    }
}
