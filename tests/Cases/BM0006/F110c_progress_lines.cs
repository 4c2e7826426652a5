// F110c A line of progress and a count behind each write
// verdict: fixed
// message: 'UpsertAsync' is called for one record at a time; 'UpsertAsync' writes them together
// uses: Microsoft.Extensions.VectorData.Abstractions
using System;
using System.Collections.Generic;
using System.Threading.Tasks;
using Microsoft.Extensions.VectorData;

public sealed class Faq
{
    [VectorStoreKey]
    public required string Key { get; init; }

    [VectorStoreData]
    public required string Answer { get; init; }
}

public static class FaqImport
{
    public static async Task<int> ImportAsync(VectorStoreCollection<string, Faq> faqs, IReadOnlyDictionary<string, string> answers)
    {
        var written = 0;
        foreach (var (question, answer) in answers)
        {
            await /*BM0006*/faqs.UpsertAsync(new Faq { Key = question, Answer = answer });

            written++;
            Console.WriteLine($"{question}: {written} of {answers.Count}");
        }

        return written;
    }
}
//// run
var faqs = new Scripted.ScriptedCollection<Faq>(Ask, f => f.Key);
Log(await FaqImport.ImportAsync(faqs, new Dictionary<string, string> { ["who"] = "we", ["when"] = "now", ["why"] = "because" }));
Log(faqs.Contents.ToList());
//// fixed
using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.Extensions.VectorData;

public sealed class Faq
{
    [VectorStoreKey]
    public required string Key { get; init; }

    [VectorStoreData]
    public required string Answer { get; init; }
}

public static class FaqImport
{
    public static async Task<int> ImportAsync(VectorStoreCollection<string, Faq> faqs, IReadOnlyDictionary<string, string> answers)
    {
        var written = 0;
        var records = new List<Faq>();
        foreach (var (question, answer) in answers)
        {
            records.Add(new Faq { Key = question, Answer = answer });
        }

        foreach (var chunk in records.Chunk(100))
        {
            await faqs.UpsertAsync(chunk);
        }

        foreach (var (question, answer) in answers)
        {
            written++;
            Console.WriteLine($"{question}: {written} of {answers.Count}");
        }

        return written;
    }
}
