using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using PatternStore.Storing;

namespace PatternStore.Http;

/// <summary>The service's addresses. A request is checked as a whole before anything is done; the endpoints for one item are those for many with one.</summary>
internal static class Endpoints
{
    private const string Wrong = "The request has mistakes. Nothing was done.";

    public static void MapPatterns(this WebApplication app)
    {
        var many = app.MapGroup("/batch").WithTags("many").ProducesValidationProblem().ProducesProblem(StatusCodes.Status413PayloadTooLarge).ProducesProblem(StatusCodes.Status502BadGateway);
        many.MapPost("/store/patterns", StoreManyAsync)
            .WithSummary("Stores 1 to 1,000 patterns.")
            .WithDescription("200 when at least one was stored, 502 with the same body when none was.")
            .Produces<StoreResponse>().Produces<StoreResponse>(StatusCodes.Status502BadGateway);
        many.MapPost("/search/patterns", SearchManyAsync)
            .WithSummary("Searches for 1 to 100 texts.")
            .WithDescription("200 when at least one was searched for, 502 with the same body when none was.")
            .Produces<BatchSearchResponse>().Produces<BatchSearchResponse>(StatusCodes.Status502BadGateway);
        many.MapPost("/update/metrics", UpdateManyAsync)
            .WithSummary("Changes the metrics of patterns, 1 to 500 changes.")
            .WithDescription("Changes are made all together; where a pattern is unknown none is made.")
            .Produces<UpdateResponse>();

        var one = app.MapGroup("").WithTags("one").ProducesValidationProblem().ProducesProblem(StatusCodes.Status502BadGateway);
        one.MapPost("/store/pattern", StoreAsync).WithSummary("Stores a pattern.").Produces<StoredResponse>(StatusCodes.Status201Created);
        one.MapPost("/search/pattern", SearchAsync).WithSummary("Searches for a text.").Produces<QueryResponse>();
        one.MapPost("/update/metrics", UpdateAsync).WithSummary("Changes the metrics of a pattern.").Produces<UpdatedResponse>().ProducesProblem(StatusCodes.Status404NotFound);
        one.MapGet("/patterns/{id}", GetAsync).WithSummary("Gets a pattern.").Produces<Pattern>().ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static async Task<IResult> StoreManyAsync(StoreRequest request, PatternService service, CancellationToken cancellationToken)
    {
        if (Checks.Of(request, service.Dimensions).Mistakes is { } mistakes)
        {
            return Invalid(mistakes);
        }

        var (ids, errors) = await service.StoreAsync(request.Patterns!, cancellationToken);
        var summary = new Summary(ids.Count, ids.Count - errors.Count, errors.Count);
        return Answer(new StoreResponse(summary.Status, summary, ids, errors), summary);
    }

    private static async Task<IResult> SearchManyAsync(BatchSearchRequest request, PatternService service, CancellationToken cancellationToken)
    {
        if (Checks.Of(request).Mistakes is { } mistakes)
        {
            return Invalid(mistakes);
        }

        var (results, errors) = await service.SearchAsync(request.Queries!, request.Limit, cancellationToken);
        var summary = new Summary(results.Count, results.Count - errors.Count, errors.Count);
        return Answer(new BatchSearchResponse(summary.Status, summary, results, errors), summary);
    }

    private static async Task<IResult> UpdateManyAsync(UpdateRequest request, PatternService service, CancellationToken cancellationToken)
    {
        if (Checks.Of(request).Mistakes is { } mistakes)
        {
            return Invalid(mistakes);
        }

        var updates = request.Updates!.Select(ToUpdate).ToList();
        var unknown = await service.UpdateAsync(updates, cancellationToken);
        var summary = new Summary(updates.Count, updates.Count, 0);
        return Checks.OfUnknown(updates, unknown).Mistakes is { } missing
            ? Invalid(missing)
            : TypedResults.Ok(new UpdateResponse(summary.Status, summary, [.. updates.Select(update => update.Id)], []));
    }

    private static async Task<IResult> StoreAsync(NewPattern request, PatternService service, CancellationToken cancellationToken)
    {
        if (Checks.Of(request, service.Dimensions).Mistakes is { } mistakes)
        {
            return Invalid(mistakes);
        }

        var (ids, errors) = await service.StoreAsync([request], cancellationToken);
        return ids is [{ } id] ? TypedResults.Created($"/patterns/{id}", new StoredResponse("success", id)) : NotDone(errors[0].Error);
    }

    private static async Task<IResult> SearchAsync(SearchRequest request, PatternService service, CancellationToken cancellationToken)
    {
        if (Checks.Of(request).Mistakes is { } mistakes)
        {
            return Invalid(mistakes);
        }

        var (results, errors) = await service.SearchAsync([request.Query!], request.Limit, cancellationToken);
        return errors is [var error] ? NotDone(error.Error) : TypedResults.Ok(results[0]);
    }

    private static async Task<IResult> UpdateAsync(NewMetrics request, PatternService service, CancellationToken cancellationToken)
    {
        if (Checks.Of(request).Mistakes is { } mistakes)
        {
            return Invalid(mistakes);
        }

        var update = ToUpdate(request);
        return (await service.UpdateAsync([update], cancellationToken)).Count > 0 ? NotFound($"{update.Id}") : TypedResults.Ok(new UpdatedResponse("success", update.Id));
    }

    private static async Task<IResult> GetAsync(string id, PatternService service, CancellationToken cancellationToken) =>
        Guid.TryParse(id, out var guid) && await service.GetAsync(guid, cancellationToken) is { } pattern ? TypedResults.Ok(pattern) : NotFound(id);

    private static MetricsUpdate ToUpdate(NewMetrics? update) => new(update!.Id!.Value, update.IncrementUsage, update.SuccessRate, update.LastUsed);

    // A client that looks at the status alone must not take a bulk of which nothing is done for a success.
    private static JsonHttpResult<T> Answer<T>(T body, Summary summary) =>
        TypedResults.Json(body, statusCode: summary.Successful > 0 ? StatusCodes.Status200OK : StatusCodes.Status502BadGateway);

    private static ValidationProblem Invalid(IDictionary<string, string[]> mistakes) => TypedResults.ValidationProblem(mistakes, title: Wrong);

    private static ProblemHttpResult NotDone(string detail) => TypedResults.Problem(detail, statusCode: StatusCodes.Status502BadGateway);

    private static ProblemHttpResult NotFound(string id) => TypedResults.Problem(new ProblemDetails
    {
        Status = StatusCodes.Status404NotFound,
        Detail = $"There is no pattern '{id}'.",
        Extensions = { ["field"] = "id" },
    });
}
