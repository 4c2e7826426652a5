[assembly: CollectionBehavior(DisableTestParallelization = true)]

namespace BatchMigrate.EndToEnd.Tests.Support;

/// <summary>The tests that share one packed package.</summary>
[CollectionDefinition(Name)]
public sealed class Packed : ICollectionFixture<PackageFixture>
{
    public const string Name = "packed";
}
