namespace BatchMigrate.Analyzers.Bench;

/// <summary>Ordinary code of other shapes than services over a dictionary: records, generics, patterns, queries, iterators, events, asynchronous streams.</summary>
internal static class GeneratedShapes
{
    /// <summary>As long as the other template.</summary>
    public const string Mixed = """
        using System;
        using System.Collections.Concurrent;
        using System.Collections.Generic;
        using System.Linq;
        using System.Threading;
        using System.Threading.Tasks;

        namespace Generated.Part§;

        public enum Kind§ { None, Small, Large, Broken }

        public sealed record Parcel§(int Id, Kind§ Kind, double Weight, string? Note);

        public interface IStore§<TKey, TValue>
            where TKey : notnull
        {
            Task<TValue?> FindAsync(TKey key, CancellationToken cancellationToken);

            IAsyncEnumerable<TValue> AllAsync(CancellationToken cancellationToken);
        }

        public sealed class MemoryStore§<TValue> : IStore§<int, TValue>
        {
            private readonly ConcurrentDictionary<int, TValue> _values = new();

            public event EventHandler<int>? Added;

            public Task<TValue?> FindAsync(int key, CancellationToken cancellationToken) => Task.FromResult(_values.TryGetValue(key, out var value) ? value : default);

            public async IAsyncEnumerable<TValue> AllAsync([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
            {
                foreach (var pair in _values.OrderBy(p => p.Key))
                {
                    await Task.Yield();
                    cancellationToken.ThrowIfCancellationRequested();
                    yield return pair.Value;
                }
            }

            public void Add(int key, TValue value)
            {
                if (!_values.TryAdd(key, value))
                {
                    throw new ArgumentException($"There is a {key} already.", nameof(key));
                }

                Added?.Invoke(this, key);
            }
        }

        public sealed class Dispatcher§(IStore§<int, Parcel§> store)
        {
            public static string Label(Parcel§ parcel) => parcel switch
            {
                { Kind: Kind§.Small, Weight: < 1 } => "letter",
                { Kind: Kind§.Small } => "small " + parcel.Weight.ToString("F1"),
                { Kind: Kind§.Large, Note: { Length: > 0 } note } => note.Trim(),
                { Kind: Kind§.Broken } => throw new InvalidOperationException(parcel.Id.ToString()),
                _ => string.Concat("parcel ", parcel.Id),
            };

            public async Task<Dictionary<Kind§, double>> WeighAsync(IEnumerable<int> ids, CancellationToken cancellationToken)
            {
                var weights = new Dictionary<Kind§, double>();
                foreach (var id in ids)
                {
                    var parcel = await store.FindAsync(id, cancellationToken).ConfigureAwait(false);
                    if (parcel is null)
                    {
                        continue;
                    }

                    weights[parcel.Kind] = weights.GetValueOrDefault(parcel.Kind) + parcel.Weight;
                }

                return weights;
            }

            public async Task<IReadOnlyList<string>> LabelsAsync(double most, CancellationToken cancellationToken)
            {
                var labels = new List<string>();
                await foreach (var parcel in store.AllAsync(cancellationToken))
                {
                    labels.Add(Label(parcel));
                }

                var heavy = from label in labels where label.Length > most orderby label select label.ToUpperInvariant();
                return heavy.Distinct().ToList();
            }
        }

        """;
}
