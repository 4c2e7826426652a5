using System.ClientModel;
using System.Globalization;
using BatchMigrate;

namespace LocalModels;

/// <summary>Says why there is no answer.</summary>
internal static class Failures
{
    // Never the exception's own message: a server may repeat the prompt in it.
    public static string Describe(Exception error) => error switch
    {
        ClientResultException { Status: 404 } => "the server has no such model",
        ClientResultException { Status: > 0 } answered => string.Create(CultureInfo.InvariantCulture, $"the server answered {answered.Status}"),
        ClientResultException or HttpRequestException => "the server cannot be reached",
        BatchStoppedException => "not sent, because the server refused the requests before",
        OperationCanceledException => "no answer in time",
        _ => "the server gave no answer that could be used",
    };
}

/// <summary>The program cannot do what it was asked for. The message is for people.</summary>
internal sealed class RunFailedException(string message) : Exception(message);
