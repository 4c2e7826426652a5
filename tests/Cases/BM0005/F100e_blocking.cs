// F100e The synchronous call, with a filter and a progress line
// verdict: fixed
// message: 'GenerateEmbedding' is called for one input at a time; 'EmbedBatch' packs many into a request
using System;
using System.Collections.Generic;
using OpenAI.Embeddings;

public class Note
{
    public string Body { get; set; } = "";
    public float[] Embedding { get; set; } = [];
}

public class NoteIndex
{
    private readonly EmbeddingClient client;

    public NoteIndex(EmbeddingClient client) => this.client = client;

    public int Fill(IEnumerable<Note> notes)
    {
        var done = 0;
        foreach (var note in notes)
        {
            // nothing to embed
            if (note.Body.Length == 0) continue;

            var result = /*BM0005*/client.GenerateEmbedding(note.Body);
            note.Embedding = result.Value.ToFloats().ToArray();
            done++;
            Console.WriteLine($"{done} done");
        }

        return done;
    }
}
//// run
Note[] notes = [new() { Body = "milk" }, new(), new() { Body = "bread" }, new() { Body = "tea" }];
Log(new NoteIndex(embeddings).Fill(notes));
//// fixed
using System;
using System.Collections.Generic;
using System.Linq;
using BatchMigrate;
using OpenAI.Embeddings;

public class Note
{
    public string Body { get; set; } = "";
    public float[] Embedding { get; set; } = [];
}

public class NoteIndex
{
    private readonly EmbeddingClient client;

    public NoteIndex(EmbeddingClient client) => this.client = client;

    public int Fill(IEnumerable<Note> notes)
    {
        var done = 0;
        var pending = new List<Note>();
        var inputs = new List<string>();
        foreach (var note in notes)
        {
            // nothing to embed
            if (note.Body.Length == 0) continue;

            pending.Add(note);
            inputs.Add(note.Body);
        }

        var batch = client.EmbedBatch(inputs);
        foreach (var (note, item) in pending.Zip(batch))
        {
            var result = item.Response;
            note.Embedding = result.Value.ToFloats().ToArray();
            done++;
            Console.WriteLine($"{done} done");
        }

        return done;
    }
}
