using System.Numerics.Tensors;
using System.Runtime.InteropServices;

namespace SqlDocs.Storing;

/// <content>The search.</content>
internal sealed partial class DocumentStore
{
    /// <summary>
    /// Finds the documents that are nearest to a vector, the nearest first. Every vector of the file is compared with it, a page at a time: exact, and fast enough for some ten thousand documents.
    /// </summary>
    /// <exception cref="StoreException">The vector has another length than those in the file.</exception>
    public IReadOnlyList<DocumentMatch> Search(ReadOnlyMemory<float> vector, int limit)
    {
        // The worst comes first.
        var best = new PriorityQueue<(long Id, float Score), float>();
        var vectors = Paged($"select id, vector from vectors where id > $1 and space = $2 order by id limit {PageLength}", row => (Id: row.GetInt64(0), Vector: (byte[])row[1]), 0, _space);
        foreach (var (id, bytes) in vectors)
        {
            var document = MemoryMarshal.Cast<byte, float>(bytes);
            var score = document.Length == vector.Length ? TensorPrimitives.CosineSimilarity(document, vector.Span) : throw new StoreException("The model gives vectors of another length than before: 'rebuild' makes all of them anew.");
            best.Enqueue((id, score), score);
            if (best.Count > limit)
            {
                best.Dequeue();
            }
        }

        return
        [
            .. best.UnorderedItems.Select(hit => hit.Element).OrderByDescending(hit => hit.Score).ThenBy(hit => hit.Id)
                .Select(hit => new DocumentMatch(_file.List($"select {ItemColumns} from items where id = $1", ToItem, hit.Id)[0], hit.Score)),
        ];
    }
}
