// F120 A batch is run for its effects, and nobody asks whether they took place
// verdict: fixed
// message: What became of the items of 'RunAsync' is never looked at, so failures are lost; 'EnsureSuccess()' throws them
// message: What became of the items of 'Run' is never looked at, so failures are lost; 'EnsureSuccess()' throws them
using System.Collections.Generic;
using System.IO;
using System.Threading;
using System.Threading.Tasks;
using BatchMigrate;

public sealed class Archive(string folder)
{
    public async Task StoreAsync(IReadOnlyList<(string Name, string Text)> pages, CancellationToken cancellationToken)
    {
        // one file a page
        await /*BM0011*/Batch.RunAsync(pages, (page, ct) => File.WriteAllTextAsync(Path.Combine(folder, page.Name), page.Text, ct), cancellationToken: cancellationToken).ConfigureAwait(false);
    }

    public async Task ClearAsync(IEnumerable<string> names) =>
        await /*BM0011*/Batch.RunAsync(names, (name, _) => Task.Run(() => File.Delete(Path.Combine(folder, name))));

    public void Touch(IEnumerable<string> names)
    {
        _ = /*BM0011*/Batch.Run(names, (name, _) => File.SetLastWriteTimeUtc(Path.Combine(folder, name), System.DateTime.UtcNow)); // all of them
    }
}
//// fixed
using System.Collections.Generic;
using System.IO;
using System.Threading;
using System.Threading.Tasks;
using BatchMigrate;

public sealed class Archive(string folder)
{
    public async Task StoreAsync(IReadOnlyList<(string Name, string Text)> pages, CancellationToken cancellationToken)
    {
        // one file a page
        (await Batch.RunAsync(pages, (page, ct) => File.WriteAllTextAsync(Path.Combine(folder, page.Name), page.Text, ct), cancellationToken: cancellationToken).ConfigureAwait(false)).EnsureSuccess();
    }

    public async Task ClearAsync(IEnumerable<string> names) =>
        (await Batch.RunAsync(names, (name, _) => Task.Run(() => File.Delete(Path.Combine(folder, name))))).EnsureSuccess();

    public void Touch(IEnumerable<string> names)
    {
        Batch.Run(names, (name, _) => File.SetLastWriteTimeUtc(Path.Combine(folder, name), System.DateTime.UtcNow)).EnsureSuccess(); // all of them
    }
}
