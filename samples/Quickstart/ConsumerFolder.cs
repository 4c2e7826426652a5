using System.Security;

namespace Quickstart;

/// <summary>
/// A folder for projects that use the package and know nothing of this checkout. What its restores unpack stays inside it, and
/// packages that the user's own folder has already are taken from there.
/// </summary>
internal sealed class ConsumerFolder
{
    private ConsumerFolder(string path, LocalPackage package)
    {
        Path = path;
        Cli = new DotNetCli(path, new Dictionary<string, string>
        {
            ["BatchMigrateVersion"] = package.Version,
            // An inherited setting would win over the one in nuget.config.
            ["NUGET_PACKAGES"] = PackagesOf(path),
        });
    }

    public string Path { get; }

    /// <summary>Runs commands in the folder, with <c>BatchMigrateVersion</c> set for the projects' package references.</summary>
    public DotNetCli Cli { get; }

    /// <summary>Creates the folder.</summary>
    /// <exception cref="StepFailedException">NuGet does not say where the user's packages are.</exception>
    public static async Task<ConsumerFolder> CreateAsync(string path, LocalPackage package, CancellationToken cancellationToken = default)
    {
        Directory.CreateDirectory(path);
        var userPackages = await FindUserPackagesAsync(path, cancellationToken);
        var files = new Dictionary<string, string>
        {
            ["nuget.config"] = $"""
                <configuration>
                  <config>
                    <add key="globalPackagesFolder" value="{SecurityElement.Escape(PackagesOf(path))}" />
                  </config>
                  <fallbackPackageFolders>
                    <add key="user" value="{SecurityElement.Escape(userPackages)}" />
                  </fallbackPackageFolders>
                  <packageSources>
                    <add key="BatchMigrate" value="{SecurityElement.Escape(package.Folder)}" />
                  </packageSources>
                </configuration>

                """,
            // These end the search for settings of the folders above.
            [".editorconfig"] = "root = true\n",
            ["Directory.Build.props"] = "<Project />\n",
            ["Directory.Build.targets"] = "<Project />\n",
            ["Directory.Packages.props"] = "<Project />\n",
        };
        foreach (var (name, content) in files)
        {
            await File.WriteAllTextAsync(System.IO.Path.Combine(path, name), content, cancellationToken);
        }

        return new ConsumerFolder(path, package);
    }

    private static string PackagesOf(string path) => System.IO.Path.Combine(path, "packages");

    private static async Task<string> FindUserPackagesAsync(string path, CancellationToken cancellationToken)
    {
        const string Label = "global-packages:";
        var cli = new DotNetCli(path, new Dictionary<string, string>());
        var listing = (await cli.RunAsync(["nuget", "locals", "global-packages", "--list"], cancellationToken)).EnsureSuccess();
        var at = listing.Output.IndexOf(Label, StringComparison.Ordinal);
        return at >= 0
            ? listing.Output[(at + Label.Length)..].Trim()
            : throw new StepFailedException($"'{listing.Command}' named no folder.{Environment.NewLine}{listing.Output}");
    }
}
