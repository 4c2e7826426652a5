using System.Text.Json;
using BatchMigrate.Packing;
using BatchMigrate.Retrying;

namespace BatchMigrate.Engine;

/// <summary>An item on its way into a chat request for several, with the messages of a request for it alone.</summary>
internal sealed record PackInput<TItem, TMessage>(TItem Item, IReadOnlyList<TMessage> Alone);

/// <summary>Sends several items in one chat request, which is answered by their numbers.</summary>
internal abstract class ChatPackStep<TItem, TMessage, TAnswer, TResult>(Func<ItemPack<TItem>, IEnumerable<TMessage>> messages, PackAnswerFormat<TResult> format)
    : PackStep<TItem?, PackInput<TItem, TMessage>, TAnswer, TResult>
{
    // What published runs found right: enough to share what all requests repeat, and an answer that does not become too long to be good.
    private static readonly PackSize Default = new(15, 25_000);

    private readonly object _making = new();
    private volatile bool _schemaIsRefused;

    internal override PackSize Most => Default;

    // All of them share what the caller says to each request.
    internal override bool IsSumOfInputs => false;

    // A model may do better when it is asked once more.
    internal override PackFailure UselessAnswer => PackFailure.Perhaps;

    /// <summary>The model; null where it is not known.</summary>
    private protected abstract string? Model { get; }

    private protected PackAnswerFormat<TResult> Format => format;

    /// <summary>Whether the model may be asked for JSON of the schema: not where the caller wants another format.</summary>
    private protected abstract bool MayHaveSchema { get; }

    private protected abstract int? MaxOutputTokens { get; }

    internal sealed override bool Prepare(TItem? item, out PackInput<TItem, TMessage> input)
    {
        // The messages for it alone show what is wrong with it, how large it is, and by what it is known.
        input = item is null ? null! : new PackInput<TItem, TMessage>(item, Make([item]));
        return item is not null;
    }

    internal sealed override async ValueTask<TAnswer> SendAsync(IReadOnlyList<PackInput<TItem, TMessage>> request, CancellationToken cancellationToken)
    {
        var made = MessagesOf(request);
        var hasSchema = MayHaveSchema && !_schemaIsRefused;
        try
        {
            return await SendAsync(made, hasSchema, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (hasSchema && IsAboutSchema(e))
        {
            // The instruction has to be enough, for this request and for all others.
            _schemaIsRefused = true;
            return await SendAsync(made, hasSchema: false, cancellationToken).ConfigureAwait(false);
        }
    }

    internal sealed override TokenRequest Describe(IReadOnlyList<PackInput<TItem, TMessage>> request)
    {
        IEnumerable<TMessage> made;
        try
        {
            made = MessagesOf(request);
        }
        catch (Exception)
        {
            // Sending will find the same, and go on with fewer items.
            made = [];
        }

        return new TokenRequest(Model, [.. made.SelectMany(TextsOf)], MaxOutputTokens) { Answers = request.Count };
    }

    internal sealed override TokenRequest SizeOf(PackInput<TItem, TMessage> input) => Describe([input]);

    internal sealed override IReadOnlyList<Unpacked<TResult>> Unpack(TAnswer answer, IReadOnlyList<PackInput<TItem, TMessage>> inputs)
    {
        var (text, because) = TextOf(answer);
        return format.Read(text, inputs.Count, because);
    }

    internal sealed override IEnumerable<BinaryData> IdentityOf(PackInput<TItem, TMessage> input) =>
        [BinaryData.FromString("pack"), format.Schema, .. IdentityOf(input.Alone)];

    internal sealed override BinaryData StoreOne(TResult result, BatchUsage? usage, string? model) => PackedBody.Write(usage, model, json =>
    {
        json.WritePropertyName("answer"u8);
        format.Write(json, result);
    });

    internal sealed override Stored<TResult> RestoreOne(BinaryData body)
    {
        using var json = JsonDocument.Parse(body);
        var (usage, model) = PackedBody.Read(body);
        return new(format.ReadStored(json.RootElement.GetProperty("answer"u8)), usage, model);
    }

    private protected abstract Task<TAnswer> SendAsync(IReadOnlyList<TMessage> made, bool hasSchema, CancellationToken cancellationToken);

    /// <summary>A message of the user.</summary>
    private protected abstract TMessage Say(string text);

    private protected abstract IEnumerable<string> TextsOf(TMessage message);

    /// <summary>What the model has written, and why that may be less than was asked for; null where it has ended by itself.</summary>
    private protected abstract (string Text, string? Because) TextOf(TAnswer answer);

    /// <summary>What decides the answer to messages, in parts.</summary>
    private protected abstract IEnumerable<BinaryData> IdentityOf(IReadOnlyList<TMessage> made);

    /// <summary>Words for an answer that did not end by itself.</summary>
    private protected static string Because(bool isCut) => isCut ? "it was cut at the limit of its tokens" : "the provider's content filter or the model itself refused to answer";

    private static bool IsAboutSchema(Exception error) => FailureClassifier.StatusOf(error) is 400 or 422
        && (error.Message.Contains("response_format", StringComparison.OrdinalIgnoreCase) || error.Message.Contains("json_schema", StringComparison.OrdinalIgnoreCase));

    private IReadOnlyList<TMessage> MessagesOf(IReadOnlyList<PackInput<TItem, TMessage>> request) => request.Count == 1 ? request[0].Alone : Make(request.Select(static input => input.Item));

    private TMessage[] Make(IEnumerable<TItem> items)
    {
        var pack = new ItemPack<TItem>(items);
        // The caller's own code: never twice at a time.
        lock (_making)
        {
            return [.. messages(pack) ?? throw new InvalidOperationException("There are no messages for a pack."), Say(format.InstructionFor(pack.Count))];
        }
    }
}
