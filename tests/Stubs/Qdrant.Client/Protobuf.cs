#nullable enable
using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;

namespace Google.Protobuf.Collections
{
    public sealed class RepeatedField<T> : IList<T>, IReadOnlyList<T>
    {
        private readonly List<T> _items = new();

        public int Count => _items.Count;

        public bool IsReadOnly => false;

        public T this[int index]
        {
            get => _items[index];
            set => _items[index] = value;
        }

        public void Add(T item) => _items.Add(item);

        public void Add(IEnumerable<T> values) => _items.AddRange(values);

        public void AddRange(IEnumerable<T> values) => _items.AddRange(values);

        public void Clear() => _items.Clear();

        public bool Contains(T item) => _items.Contains(item);

        public void CopyTo(T[] array, int arrayIndex) => _items.CopyTo(array, arrayIndex);

        public int IndexOf(T item) => _items.IndexOf(item);

        public void Insert(int index, T item) => _items.Insert(index, item);

        public bool Remove(T item) => _items.Remove(item);

        public void RemoveAt(int index) => _items.RemoveAt(index);

        public IEnumerator<T> GetEnumerator() => _items.GetEnumerator();

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }

    public sealed class MapField<TKey, TValue> : IDictionary<TKey, TValue>, IReadOnlyDictionary<TKey, TValue>
        where TKey : notnull
    {
        private readonly Dictionary<TKey, TValue> _entries = new();

        public int Count => _entries.Count;

        public bool IsReadOnly => false;

        public ICollection<TKey> Keys => _entries.Keys;

        public ICollection<TValue> Values => _entries.Values;

        IEnumerable<TKey> IReadOnlyDictionary<TKey, TValue>.Keys => Keys;

        IEnumerable<TValue> IReadOnlyDictionary<TKey, TValue>.Values => Values;

        public TValue this[TKey key]
        {
            get => _entries[key];
            set => _entries[key] = value;
        }

        public void Add(TKey key, TValue value) => _entries.Add(key, value);

        public void Add(IDictionary<TKey, TValue> entries)
        {
            foreach (var entry in entries)
            {
                _entries.Add(entry.Key, entry.Value);
            }
        }

        void ICollection<KeyValuePair<TKey, TValue>>.Add(KeyValuePair<TKey, TValue> item) => Add(item.Key, item.Value);

        public void Clear() => _entries.Clear();

        bool ICollection<KeyValuePair<TKey, TValue>>.Contains(KeyValuePair<TKey, TValue> item) => _entries.Contains(item);

        public bool ContainsKey(TKey key) => _entries.ContainsKey(key);

        void ICollection<KeyValuePair<TKey, TValue>>.CopyTo(KeyValuePair<TKey, TValue>[] array, int arrayIndex) => throw new NotSupportedException();

        public bool Remove(TKey key) => _entries.Remove(key);

        bool ICollection<KeyValuePair<TKey, TValue>>.Remove(KeyValuePair<TKey, TValue> item) => _entries.Remove(item.Key);

        public bool TryGetValue(TKey key, out TValue value) => _entries.TryGetValue(key, out value!);

        public IEnumerator<KeyValuePair<TKey, TValue>> GetEnumerator() => _entries.GetEnumerator();

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }
}
