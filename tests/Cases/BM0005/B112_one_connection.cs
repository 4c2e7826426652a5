// B112 A connection to a database that can do one thing at a time
// verdict: blocked
// blocker: 'AddAsync' changes 'connection' for each item
// message: The calls of 'AddAsync' could be one batch, but 'AddAsync' changes 'connection' for each item
using System;
using System.Collections.Generic;
using System.Data.Common;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

public sealed class PostgresIndex(DbConnection connection, IEmbeddingGenerator<string, Embedding<float>> generator)
{
    public async Task AddAllAsync(IEnumerable<string> texts, CancellationToken cancellationToken)
    {
        foreach (var text in texts)
        {
            await /*BM0010*//*why*/AddAsync(text, cancellationToken);
        }
    }

    private async Task AddAsync(string text, CancellationToken cancellationToken)
    {
        var vector = await generator.GenerateVectorAsync(text, cancellationToken: cancellationToken);
        await using var command = connection.CreateCommand();
        /*why*/command.CommandText = "insert into texts (text, vector) values (@text, @vector)";
        command.Parameters.Add(text);
        command.Parameters.Add(vector.ToArray());
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
