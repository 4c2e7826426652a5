using BatchMigrate.Engine;

namespace BatchMigrate.Packing;

/// <summary>What a batch does where one request serves several items: how an item becomes an input, inputs a request, and its answer a result for each of them.</summary>
/// <typeparam name="TItem">The type of an item of the source.</typeparam>
/// <typeparam name="TInput">The type of what an item brings to a request.</typeparam>
/// <typeparam name="TAnswer">The type of an answer to a request.</typeparam>
/// <typeparam name="TResult">The type of an item's result.</typeparam>
internal abstract class PackStep<TItem, TInput, TAnswer, TResult> : RequestStep<IReadOnlyList<TInput>, TAnswer>
{
    internal override bool IsModelCall => true;

    internal override bool IsShared(IReadOnlyList<TInput> request) => request.Count > 1;

    /// <summary>The most that the provider takes in one request, as far as it is known.</summary>
    internal abstract PackSize Most { get; }

    /// <summary>Turns an item into its input; false where it needs no request. Called in the order of the input, never twice at a time.</summary>
    internal abstract bool Prepare(TItem item, out TInput input);

    /// <summary>What is known about the size of one input, sent alone.</summary>
    internal abstract TokenRequest SizeOf(TInput input);

    /// <summary>Whether a request is as large as its inputs together; where it is not the whole is looked at with each that joins it.</summary>
    internal virtual bool IsSumOfInputs => true;

    /// <summary>What it means that an answer was of no use: too much for the model, or perhaps a chance, from which nothing is learned about sizes.</summary>
    internal virtual PackFailure UselessAnswer => PackFailure.Refused;

    /// <summary>
    /// A result for each input, in their order. An input without one is asked again in a smaller pack, as all of them are where this throws because the answer cannot be
    /// trusted; a result never goes to another input than its own.
    /// </summary>
    internal abstract IReadOnlyList<Unpacked<TResult>> Unpack(TAnswer answer, IReadOnlyList<TInput> inputs);

    /// <summary>Everything that decides the result for one input, in parts.</summary>
    internal abstract IEnumerable<BinaryData> IdentityOf(TInput input);

    /// <summary>One result as the body that <see cref="RestoreOne"/> reads.</summary>
    internal abstract BinaryData StoreOne(TResult result, BatchUsage? usage, string? model);

    internal abstract Stored<TResult> RestoreOne(BinaryData body);
}

/// <summary>A result for one input of a request, or why there is none.</summary>
internal readonly record struct Unpacked<TResult>(TResult Result, Exception? Error = null);

/// <summary>A result as it was kept, with its part of the usage and the model that gave it.</summary>
internal readonly record struct Stored<TResult>(TResult Result, BatchUsage? Usage, string? Model);
