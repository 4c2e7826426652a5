namespace BatchMigrate.Mutation;

/// <summary>Something that a change of the analyzers may break.</summary>
internal interface ICheck
{
    /// <summary>Checks it.</summary>
    /// <returns>What is wrong; null where nothing is.</returns>
    Task<string?> RunAsync();
}
