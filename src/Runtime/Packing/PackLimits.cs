namespace BatchMigrate;

/// <summary>
/// How many items, and how many tokens, go into one request where requests serve several items. What is not set is what the model's provider takes, as far as that is known;
/// an item that is larger than the limit goes alone. An instance does not change and may be shared.
/// </summary>
/// <remarks>
/// <para>For embeddings, by the name of the model without a prefix such as <c>openai/</c>:</para>
/// <list type="table">
/// <listheader><term>model</term><description>inputs, tokens a request</description></listheader>
/// <item><term><c>text-embedding-3-*</c>, <c>text-embedding-ada-002</c> (OpenAI)</term><description>2,048, 300,000</description></item>
/// <item><term><c>gemini-embedding-*</c>, <c>text-embedding-004</c> (Gemini)</term><description>100, not limited</description></item>
/// <item><term><c>embed-*</c>, <c>cohere.embed-*</c> (Cohere)</term><description>96, not limited</description></item>
/// <item><term><c>voyage-*</c> (Voyage)</term><description>128, 120,000</description></item>
/// <item><term><c>mistral-embed</c>, <c>codestral-embed</c> (Mistral)</term><description>128, 16,384</description></item>
/// <item><term><c>text-embedding-v*</c> (Model Studio)</term><description>10, not limited</description></item>
/// <item><term>every other</term><description>32, 16,384</description></item>
/// </list>
/// <para>For items of chat requests (<see cref="ChatClientBatchExtensions.PackBatchAsync{TItem}"/>): 15 items, and 25,000 tokens of all messages of a request.</para>
/// </remarks>
public sealed class PackLimits
{
    /// <summary>The most items of one request; null for what the provider takes.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not positive.</exception>
    public int? MaxItems
    {
        get;
        init
        {
            if (value is { } most)
            {
                ArgumentOutOfRangeException.ThrowIfNegativeOrZero(most, nameof(MaxItems));
            }

            field = value;
        }
    }

    /// <summary>The most tokens of one request, as <see cref="BatchOptions.TokenEstimator"/> guesses them; null for what the provider takes.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not positive.</exception>
    public long? MaxTokens
    {
        get;
        init
        {
            if (value is { } most)
            {
                ArgumentOutOfRangeException.ThrowIfNegativeOrZero(most, nameof(MaxTokens));
            }

            field = value;
        }
    }
}
