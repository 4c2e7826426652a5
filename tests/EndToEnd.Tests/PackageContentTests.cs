using System.IO.Compression;
using System.Xml.Linq;
using BatchMigrate.EndToEnd.Tests.Support;

namespace BatchMigrate.EndToEnd.Tests;

[Collection(Packed.Name)]
public sealed class PackageContentTests(PackageFixture fixture)
{
    private static readonly string[] TargetFrameworks = ["net10.0", "net8.0"];

    [Fact]
    public void The_package_holds_exactly_these_files()
    {
        using var package = ZipFile.OpenRead(fixture.Package.File);
        var entries = package.Entries.Select(entry => entry.FullName).Where(name => !IsOfTheFormat(name)).Order(StringComparer.Ordinal);

        Assert.Equal(
            [
                "BatchMigrate.nuspec",
                "README.md",
                "analyzers/dotnet/cs/BatchMigrate.Analyzers.dll",
                "analyzers/dotnet/cs/BatchMigrate.CodeFixes.dll",
                "buildTransitive/BatchMigrate.targets",
                "lib/net10.0/BatchMigrate.dll",
                "lib/net10.0/BatchMigrate.xml",
                "lib/net8.0/BatchMigrate.dll",
                "lib/net8.0/BatchMigrate.xml",
            ],
            entries);
    }

    [Fact]
    public void The_package_depends_on_these_libraries_only()
    {
        string[] expected = ["Microsoft.Extensions.AI.Abstractions", "Microsoft.Extensions.Logging.Abstractions", "OpenAI"];
        var groups = Metadata().Descendants().Where(e => e.Name.LocalName == "group").ToList();

        Assert.Equal(TargetFrameworks, groups.Select(group => (string?)group.Attribute("targetFramework")).Order(StringComparer.Ordinal));
        Assert.All(groups, group => Assert.Equal(expected, Dependencies(group).Select(d => d.Id)));
    }

    [Fact]
    public void The_dependencies_are_those_of_the_runtime()
    {
        var runtime = XDocument.Load(Path.Combine(fixture.Checkout, "src", "Runtime", "BatchMigrate.csproj"));
        var central = XDocument.Load(Path.Combine(fixture.Checkout, "Directory.Packages.props")).Descendants("PackageVersion").Where(e => e.Attribute("Include") is not null)
            .ToDictionary(e => (string)e.Attribute("Include")!, e => (string)e.Attribute("Version")!);
        var expected = runtime.Descendants("PackageReference")
            .Select(e => ((string)e.Attribute("Include")!, (string?)e.Attribute("VersionOverride") ?? central[(string)e.Attribute("Include")!]))
            .OrderBy(d => d.Item1, StringComparer.Ordinal)
            .ToList();

        Assert.All(Metadata().Descendants().Where(e => e.Name.LocalName == "group"), group => Assert.Equal(expected, Dependencies(group)));
    }

    [Fact]
    public void The_package_says_what_it_is()
    {
        var values = Metadata().Elements().ToLookup(e => e.Name.LocalName, e => e.Value);

        Assert.Equal("BatchMigrate", values["id"].Single());
        Assert.Equal(fixture.Package.Version, values["version"].Single());
        Assert.Equal("MIT", values["license"].Single());
        Assert.Equal("README.md", values["readme"].Single());
        Assert.NotEmpty(values["description"].Single());
        // A package that is only a tool of the build would not bring the runtime.
        Assert.Empty(values["developmentDependency"]);
    }

    private XElement Metadata()
    {
        using var package = ZipFile.OpenRead(fixture.Package.File);
        using var nuspec = package.GetEntry("BatchMigrate.nuspec")!.Open();
        return XDocument.Load(nuspec).Root!.Elements().Single(e => e.Name.LocalName == "metadata");
    }

    private static IEnumerable<(string Id, string Version)> Dependencies(XElement group) =>
        group.Elements().Select(e => ((string)e.Attribute("id")!, (string)e.Attribute("version")!)).OrderBy(d => d.Item1, StringComparer.Ordinal);

    // What every package has by the rules of the file format.
    private static bool IsOfTheFormat(string name) =>
        name is "_rels/.rels" or "[Content_Types].xml" || name.StartsWith("package/services/metadata/core-properties/", StringComparison.Ordinal);
}
