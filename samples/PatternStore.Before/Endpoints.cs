using PatternStore.Storing;

namespace PatternStore;

/// <summary>The service's addresses: for one, and for many.</summary>
internal static class Endpoints
{
    public static void MapPatterns(this WebApplication app)
    {
        app.MapPost("/store/pattern", async (Pattern pattern, PatternService service, CancellationToken cancellationToken) =>
        {
            await service.StoreAsync(pattern, cancellationToken);
            return new Stored([pattern.Id], []);
        });
        app.MapPost("/search/pattern", (Query query, PatternService service, CancellationToken cancellationToken) =>
            service.SearchAsync(query.Text, query.Limit, cancellationToken));
        app.MapPost("/update/metrics", (MetricsUpdate update, PatternService service, CancellationToken cancellationToken) =>
            service.UpdateAsync(update, cancellationToken));
        app.MapGet("/patterns/{id:guid}", async (Guid id, InMemoryPatternStore store, CancellationToken cancellationToken) =>
            await store.GetAsync(id, cancellationToken) is { } pattern ? Results.Ok(pattern) : Results.NotFound());

        var many = app.MapGroup("/batch");
        many.MapPost("/store/patterns", async (List<Pattern> patterns, PatternService service, CancellationToken cancellationToken) =>
        {
            var failed = await service.StoreManyAsync(patterns, cancellationToken);
            return new Stored([.. patterns.Select(pattern => pattern.Id).Except(failed)], failed);
        });
        many.MapPost("/search/patterns", (Queries queries, PatternService service, CancellationToken cancellationToken) =>
            service.SearchManyAsync(queries.Texts, queries.Limit, cancellationToken));
        many.MapPost("/update/metrics", (List<MetricsUpdate> updates, PatternService service, CancellationToken cancellationToken) =>
            service.UpdateManyAsync(updates, cancellationToken));
    }
}

internal sealed record Query(string Text, int Limit);

internal sealed record Queries(List<string> Texts, int Limit);

internal sealed record Stored(IReadOnlyList<Guid> Ids, IReadOnlyList<Guid> Failed);
