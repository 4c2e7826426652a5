namespace BatchMigrate.EndToEnd.Tests.Support;

/// <summary>Project files of consumers.</summary>
internal static class Projects
{
    private const string ReferenceToPackage = """<PackageReference Include="BatchMigrate" Version="$(BatchMigrateVersion)" />""";

    /// <summary>A program that had OpenAI's library before it got the package.</summary>
    public static string Console { get; } = Project(
        "<OutputType>Exe</OutputType><TargetFramework>net10.0</TargetFramework>",
        """<PackageReference Include="OpenAI" Version="2.15.0" />""" + ReferenceToPackage);

    /// <summary>A library that has the model libraries in the versions that the package asks for.</summary>
    public static string Library { get; } = Project("<TargetFramework>net10.0</TargetFramework>", ReferenceToPackage);

    /// <summary>The same for two target frameworks.</summary>
    public static string MultiTarget { get; } = Project("<TargetFrameworks>net8.0;net10.0</TargetFrameworks>", ReferenceToPackage);

    /// <summary>A library with the analyzers, and without the runtime and the model libraries.</summary>
    public static string WithoutModelLibraries { get; } = Project(
        "<TargetFramework>net10.0</TargetFramework>",
        """<PackageReference Include="BatchMigrate" Version="$(BatchMigrateVersion)" IncludeAssets="analyzers;buildTransitive" />""");

    /// <summary>A library with other people's analyzers, all rules on.</summary>
    public static string Strict { get; } = Project(
        "<TargetFramework>net10.0</TargetFramework><AnalysisLevel>latest-all</AnalysisLevel><EnforceCodeStyleInBuild>true</EnforceCodeStyleInBuild><GenerateDocumentationFile>true</GenerateDocumentationFile>",
        ReferenceToPackage + """<PackageReference Include="Meziantou.Analyzer" Version="3.0.320" /><PackageReference Include="StyleCop.Analyzers.Unstable" Version="1.2.0.556" />""");

    /// <summary>A library with settings of its own and references to projects beside it.</summary>
    public static string Mixed(string language, string nullable, bool implicitUsings, IEnumerable<string> projects) => $"""
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <TargetFramework>net10.0</TargetFramework>
            <LangVersion>{language}</LangVersion>
            <Nullable>{nullable}</Nullable>
            <ImplicitUsings>{(implicitUsings ? "enable" : "disable")}</ImplicitUsings>
            <AllowUnsafeBlocks>true</AllowUnsafeBlocks>
          </PropertyGroup>
          <ItemGroup>
            {ReferenceToPackage}{string.Concat(projects.Select(static p => $"""<ProjectReference Include="../{p}/{p}.csproj" />"""))}
          </ItemGroup>
        </Project>

        """;

    /// <summary>A solution of these projects.</summary>
    public static string Solution(params string[] projects) =>
        $"<Solution>\n{string.Concat(projects.Select(project => $"  <Project Path=\"{project}\" />\n"))}</Solution>\n";

    private static string Project(string properties, string references) => $"""
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            {properties}
            <ImplicitUsings>enable</ImplicitUsings>
            <Nullable>enable</Nullable>
          </PropertyGroup>
          <ItemGroup>
            {references}
          </ItemGroup>
        </Project>

        """;
}
