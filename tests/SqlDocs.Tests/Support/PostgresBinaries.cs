namespace SqlDocs.Tests.Support;

/// <summary>Finds the programs of a PostgreSQL server. On a Debian machine whose user may install packages they are installed where they are missing.</summary>
internal static class PostgresBinaries
{
    private const string Missing =
        "These tests need the programs of a PostgreSQL server (initdb, pg_ctl), which were not found. Install PostgreSQL, for example with 'apt-get install postgresql' or 'brew install postgresql', "
        + "or name their folder in PG_BIN.";

    private static readonly string Suffix = OperatingSystem.IsWindows() ? ".exe" : "";

    // Where packages put them: Debian's keeps them out of the path.
    private static readonly string[] Roots =
    [
        "/usr/lib/postgresql", "/usr/pgsql", "/opt/homebrew/opt", "/usr/local/opt", Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.ProgramFiles), "PostgreSQL"),
    ];

    /// <summary>The folder of the programs.</summary>
    /// <exception cref="InvalidOperationException">There is none; the message says what to install.</exception>
    public static async Task<string> FindAsync()
    {
        if (Find() is { } there)
        {
            return there;
        }

        if (OperatingSystem.IsLinux() && Environment.IsPrivilegedProcess && File.Exists("/usr/bin/apt-get"))
        {
            // Asks nothing, and leaves the machine's services alone: the tests start a server of their own.
            var quiet = new Dictionary<string, string> { ["DEBIAN_FRONTEND"] = "noninteractive", ["RUNLEVEL"] = "1" };
            try
            {
                await CommandRun.SucceedAsync("/", quiet, "apt-get", "update", "-q");
                await CommandRun.SucceedAsync("/", quiet, "apt-get", "install", "-q", "-y", "--no-install-recommends", "postgresql");
            }
            catch (InvalidOperationException e)
            {
                throw new InvalidOperationException(Missing, e);
            }
        }

        return Find() ?? throw new InvalidOperationException(Missing);
    }

    private static string? Find() => Folders().FirstOrDefault(folder => Exists(Path.Combine(folder, $"initdb{Suffix}")) && Exists(Path.Combine(folder, $"pg_ctl{Suffix}")));

    // A link may be left of a server that is gone.
    private static bool Exists(string program) => File.Exists(program) && File.ResolveLinkTarget(program, returnFinalTarget: true)?.Exists != false;

    private static IEnumerable<string> Folders() =>
    [
        .. Environment.GetEnvironmentVariable("PG_BIN") is { Length: > 0 } named ? [named] : Array.Empty<string>(),
        .. (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries),
        // The newest first.
        .. Roots.Where(Directory.Exists).SelectMany(root => Directory.EnumerateDirectories(root)).OrderDescending(StringComparer.Ordinal).Select(version => Path.Combine(version, "bin")),
    ];
}
