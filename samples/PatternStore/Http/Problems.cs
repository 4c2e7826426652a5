using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.HttpResults;
using PatternStore.Storing;

namespace PatternStore.Http;

/// <summary>Makes problem details of bodies that cannot be read and of a store that fails.</summary>
internal sealed class Problems : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        IResult? problem = exception switch
        {
            BadHttpRequestException { InnerException: JsonException json } => Unreadable(json),
            BadHttpRequestException { StatusCode: StatusCodes.Status400BadRequest } => Unreadable("body", "A body of JSON is needed."),
            BadHttpRequestException bad => TypedResults.Problem(statusCode: bad.StatusCode),
            PatternStoreException failed => TypedResults.Problem(failed.Message, statusCode: StatusCodes.Status502BadGateway),
            _ => null,
        };
        if (problem is null)
        {
            return false;
        }

        await problem.ExecuteAsync(httpContext);
        return true;
    }

    // What is no JSON at all has a reader's exception inside; otherwise a value does not fit its field.
    private static ValidationProblem Unreadable(JsonException json)
    {
        var field = json.Path?.TrimStart('$').TrimStart('.') is { Length: > 0 } path ? path : "body";
        var where = string.Create(CultureInfo.InvariantCulture, $"line {json.LineNumber + 1}, byte {json.BytePositionInLine + 1}");
        var mistake = json.InnerException is JsonException ? $"The JSON is malformed ({where})." : $"The value or its name does not fit ({where}).";
        return Unreadable(field, mistake);
    }

    private static ValidationProblem Unreadable(string field, string mistake) =>
        TypedResults.ValidationProblem(new Dictionary<string, string[]> { [field] = [mistake] }, title: "The body cannot be read. Nothing was done.");
}
