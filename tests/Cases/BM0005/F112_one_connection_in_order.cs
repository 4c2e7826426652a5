// F112 One connection, which is used in order while the embeddings come together
// verdict: fixed
// message: 'GenerateVectorAsync' is called for one input at a time; 'EmbedVectorBatchAsync' packs many into a request
using System;
using System.Collections.Generic;
using System.Data.Common;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

public sealed class SqlIndex(DbConnection? connection, IEmbeddingGenerator<string, Embedding<float>> generator, Action<string> log)
{
    public async Task<int> AddAllAsync(IReadOnlyList<string> texts, CancellationToken cancellationToken)
    {
        var rows = 0;
        foreach (var text in texts)
        {
            var vector = await /*BM0005*/generator.GenerateVectorAsync(text, cancellationToken: cancellationToken);
            if (connection is null)
            {
                log($"would store {text} with {vector.Length} numbers");
                continue;
            }

            await using var command = connection.CreateCommand();
            command.CommandText = "insert into texts (text, vector) values (@text, @vector)";
            command.Parameters.Add(text);
            command.Parameters.Add(vector.ToArray());
            rows += await command.ExecuteNonQueryAsync(cancellationToken);
        }

        return rows;
    }
}
//// run
Log(await new SqlIndex(null, generator, Log).AddAllAsync(["Salt", "Sugar", "Flour"], cancellationToken));
//// fixed
using System;
using System.Collections.Generic;
using System.Data.Common;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using BatchMigrate;
using Microsoft.Extensions.AI;

public sealed class SqlIndex(DbConnection? connection, IEmbeddingGenerator<string, Embedding<float>> generator, Action<string> log)
{
    public async Task<int> AddAllAsync(IReadOnlyList<string> texts, CancellationToken cancellationToken)
    {
        var rows = 0;
        var batch = await generator.EmbedVectorBatchAsync(texts, cancellationToken: cancellationToken);
        foreach (var (text, item) in texts.Zip(batch))
        {
            var vector = item.Response;
            if (connection is null)
            {
                log($"would store {text} with {vector.Length} numbers");
                continue;
            }

            await using var command = connection.CreateCommand();
            command.CommandText = "insert into texts (text, vector) values (@text, @vector)";
            command.Parameters.Add(text);
            command.Parameters.Add(vector.ToArray());
            rows += await command.ExecuteNonQueryAsync(cancellationToken);
        }

        return rows;
    }
}
