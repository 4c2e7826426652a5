namespace Quickstart;

/// <summary>The C# files below a folder at one moment: relative path, text.</summary>
internal static class SourceTree
{
    private static readonly string[] BuildFolders = ["bin", "obj"];

    public static SortedDictionary<string, string> Read(string folder)
    {
        var files = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var name in Files(folder).Where(name => name.EndsWith(".cs", StringComparison.Ordinal)))
        {
            files[name] = File.ReadAllText(Path.Combine(folder, name));
        }

        return files;
    }

    /// <summary>Copies a folder without what builds have left in it.</summary>
    public static void Copy(string from, string to)
    {
        foreach (var name in Files(from))
        {
            var target = Path.Combine(to, name);
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(Path.Combine(from, name), target);
        }
    }

    private static IEnumerable<string> Files(string folder) =>
        Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(folder, path).Replace('\\', '/'))
            .Where(name => !name.Split('/').SkipLast(1).Any(part => BuildFolders.Contains(part)));
}
