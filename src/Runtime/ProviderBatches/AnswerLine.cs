using System.ClientModel;
using System.Globalization;
using System.Text.Json;
using BatchMigrate.Checkpointing;
using BatchMigrate.Engine;
using OpenAI.Chat;

namespace BatchMigrate.ProviderBatches;

/// <summary>What a line of the provider's files says about one item: an answer or an error.</summary>
internal readonly record struct AnswerLine(int Index, ClientResult<ChatCompletion>? Answer, Exception? Error)
{
    /// <summary>Reads a line; null where it names no item.</summary>
    internal static AnswerLine? Read(ReadOnlyMemory<byte> line)
    {
        try
        {
            using var json = JsonDocument.Parse(line);
            return ChatRequestLine.IndexIn(json.RootElement.Text("custom_id")) is { } index ? Read(index, json.RootElement) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static AnswerLine Read(int index, JsonElement line)
    {
        if (line.Member("response", JsonValueKind.Object) is { } response && response.Number("status_code") is { } status)
        {
            var body = response.Member("body", JsonValueKind.Object);
            return status == 200
                ? AnswerOf(index, body)
                : new AnswerLine(index, null, RefusalOf(status, body));
        }

        return line.Member("error", JsonValueKind.Object) is { } error
            ? new AnswerLine(index, null, ErrorOf(error.Text("code")))
            : new AnswerLine(index, null, Unreadable(null));
    }

    private static AnswerLine AnswerOf(int index, JsonElement? body)
    {
        try
        {
            // Not a body without choices: the library would make an answer of it on which all that can be read throws.
            return body?.Member("choices", JsonValueKind.Array) is not null
                ? new AnswerLine(index, OpenAIChatAnswer.Read(BinaryData.FromString(body.Value.GetRawText())), null)
                : new AnswerLine(index, null, Unreadable(null));
        }
        catch (Exception e)
        {
            return new AnswerLine(index, null, Unreadable(e));
        }
    }

    /// <summary>The exception that sending now would have thrown, without the provider's words, which may repeat the prompt; they are in its response.</summary>
    private static ClientResultException RefusalOf(int status, JsonElement? body)
    {
        var error = body?.Member("error", JsonValueKind.Object) ?? default;
        string?[] names = [error.Text("type"), error.Text("code")];
        var name = string.Join(": ", names.OfType<string>());
        var message = string.Create(CultureInfo.InvariantCulture, $"HTTP {status}{(name.Length == 0 ? "" : $" ({name})")}: the provider's service answered the request with an error.");
        return new ClientResultException(message, new StoredResponse(body is { } sent ? BinaryData.FromString(sent.GetRawText()) : BinaryData.Empty, status));
    }

    private static ProviderBatchItemException ErrorOf(string? code) => code switch
    {
        "batch_expired" => Expired(code),
        "batch_cancelled" => Cancelled(code),
        _ => new(ProviderBatchItemFailure.Provider, $"The provider's service could not answer the request ({code ?? "no code"}).", code),
    };

    internal static ProviderBatchItemException Expired(string? code) => new(ProviderBatchItemFailure.Expired, "The time of the batch was over before the request was answered.", code);

    internal static ProviderBatchItemException Cancelled(string? code) => new(ProviderBatchItemFailure.Cancelled, "The batch was cancelled before the request was answered.", code);

    private static ProviderBatchItemException Unreadable(Exception? cause) => new(ProviderBatchItemFailure.Unreadable, "What the provider's service returned for the request cannot be read.", null, cause);
}
