namespace BatchMigrate.Equivalence.Tests.Scripting;

/// <summary>The source of scripted clients of further libraries: it is compiled with the programs, because the libraries are only there for them.</summary>
internal static class ScriptedClients
{
    /// <summary>The source of the clients of a package; null where there are none.</summary>
    public static string? For(string package)
    {
        using var stream = typeof(ScriptedClients).Assembly.GetManifestResourceStream(package + ".cs");
        if (stream is null)
        {
            return null;
        }

        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
