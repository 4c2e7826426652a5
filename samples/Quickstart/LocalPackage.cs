using System.Globalization;

namespace Quickstart;

/// <summary>The package of this checkout, packed into a folder.</summary>
/// <param name="Folder">The folder, which serves as a package source.</param>
/// <param name="Version">A version that no earlier package has: NuGet never reads the same version twice.</param>
internal sealed record LocalPackage(string Folder, string Version)
{
    /// <summary>The package file.</summary>
    public string File => Path.Combine(Folder, $"BatchMigrate.{Version}.nupkg");

    /// <summary>Builds and packs. Everything that the build writes goes below <paramref name="buildFolder"/>, nothing next to the sources.</summary>
    /// <exception cref="StepFailedException">The build or the packing failed.</exception>
    public static async Task<LocalPackage> PackAsync(string checkout, string folder, string buildFolder, CancellationToken cancellationToken = default)
    {
        var version = string.Create(CultureInfo.InvariantCulture, $"0.0.0-local.{DateTime.UtcNow:yyyyMMddHHmmssfff}");
        var package = new LocalPackage(folder, version);
        var cli = new DotNetCli(checkout, new Dictionary<string, string>());
        var packing = await cli.RunAsync(
            ["pack", Path.Combine("src", "Package"), $"-p:Version={version}", "--output", folder, "--artifacts-path", buildFolder, "-nodeReuse:false"],
            cancellationToken);
        packing.EnsureSuccess();
        return System.IO.File.Exists(package.File)
            ? package
            : throw new StepFailedException($"'{packing.Command}' succeeded without a package.{Environment.NewLine}{packing.Output}");
    }
}
