using BatchMigrate.Runtime.Tests.Support;

namespace BatchMigrate.Runtime.Tests;

public class BatchSourceTests
{
    [Fact]
    public async Task An_item_is_pulled_only_when_a_slot_is_free()
    {
        var source = new ProbeSource(100);
        var gates = new Gates();
        var batch = Batch.RunAsync(source, gates.Operation(), new BatchOptions { MaxConcurrency = 4 });
        await gates.StartedAsync([0, 1, 2, 3]);
        Assert.Equal(4, source.Pulled);

        gates.Open(2);
        await gates.StartedAsync(4);
        Assert.Equal(5, source.Pulled);

        gates.Open(Enumerable.Range(0, 100));
        Assert.Equal(100, (await batch).Count);
        Assert.Equal(1, source.Disposed);
        Assert.False(source.Overlapped);
    }

    [Fact]
    public async Task A_throwing_source_leaves_after_the_calls_under_way_have_ended()
    {
        var gates = new Gates();
        var thrown = new TaskCompletionSource();
        var source = new ProbeSource(10, before: i =>
        {
            if (i == 2)
            {
                thrown.SetResult();
                throw new FormatException("source");
            }
        });
        var batch = Batch.RunAsync(source, gates.Operation());
        await gates.StartedAsync([0, 1]);
        await thrown.Task;
        Assert.False(batch.IsCompleted);

        gates.Open(0);
        Assert.False(batch.IsCompleted);
        gates.Open(1);
        var exception = await Assert.ThrowsAsync<FormatException>(() => batch);
        Assert.Equal("source", exception.Message);
        Assert.Equal(0, gates.Running);
        Assert.Equal(1, source.Disposed);
    }

    [Fact]
    public async Task A_source_that_cannot_be_opened_or_read_or_disposed_leaves_through_the_task()
    {
        foreach (var source in new[] { new BrokenSource { Opening = true }, new BrokenSource { Reading = true }, new BrokenSource { Disposing = true } })
        {
            var batch = Batch.RunAsync(source, (item, _) => Task.FromResult(item));
            await Assert.ThrowsAsync<FormatException>(() => batch);
        }
    }

    [Fact]
    public async Task A_source_with_a_known_count_is_read_to_its_real_end()
    {
        // The count is a hint for the number of workers and nothing more.
        var result = await Batch.RunAsync(new MisleadingCount(says: 2, has: 7), (item, _) => Task.FromResult(item));
        Assert.Equal(7, result.Count);
        result = await Batch.RunAsync(new MisleadingCount(says: 7, has: 2), (item, _) => Task.FromResult(item));
        Assert.Equal(2, result.Count);
    }

    [Fact]
    public async Task A_source_may_run_a_batch_itself()
    {
        static IEnumerable<int> Nested()
        {
            foreach (var item in Batch.Run([1, 2, 3], (item, _) => item))
            {
                yield return item.Response;
            }
        }

        var result = await Batch.RunAsync(Nested(), async (item, token) => (await Batch.RunAsync([item], (x, _) => Task.FromResult(x * 2), cancellationToken: token))[0].Response);
        Assert.Equal([2, 4, 6], result.Select(item => item.Response));
    }

    private sealed class BrokenSource : IEnumerable<int>, IEnumerator<int>
    {
        private int _read;

        public bool Opening { get; init; }

        public bool Reading { get; init; }

        public bool Disposing { get; init; }

        public int Current => Reading ? throw new FormatException() : _read;

        object System.Collections.IEnumerator.Current => Current;

        public IEnumerator<int> GetEnumerator() => Opening ? throw new FormatException() : this;

        System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator();

        public bool MoveNext() => _read++ < 3;

        public void Reset() => throw new NotSupportedException();

        public void Dispose()
        {
            if (Disposing)
            {
                throw new FormatException();
            }
        }
    }

    private sealed class MisleadingCount(int says, int has) : IReadOnlyCollection<int>, ICollection<int>
    {
        public int Count => says;

        public bool IsReadOnly => true;

        public IEnumerator<int> GetEnumerator() => Enumerable.Range(0, has).GetEnumerator();

        System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator();

        public void Add(int item) => throw new NotSupportedException();

        public void Clear() => throw new NotSupportedException();

        public bool Contains(int item) => throw new NotSupportedException();

        public void CopyTo(int[] array, int arrayIndex) => throw new NotSupportedException();

        public bool Remove(int item) => throw new NotSupportedException();
    }
}
