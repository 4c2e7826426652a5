using Npgsql;

namespace SqlDocs.Tests.Support;

/// <summary>A PostgreSQL server of its own, in a temporary folder, that listens on a socket there and nowhere else.</summary>
public sealed class PostgresServer : IAsyncLifetime
{
    private static readonly Dictionary<string, string> Nothing = [];

    private readonly string _folder = Directory.CreateTempSubdirectory("sqldocs-pg-").FullName;
    private string _binaries = "";
    private int _databases;
    private bool _isStarted;

    private string Data => Path.Combine(_folder, "data");

    public async Task InitializeAsync()
    {
        _binaries = await PostgresBinaries.FindAsync();
        if (Environment.IsPrivilegedProcess)
        {
            await CommandRun.SucceedAsync(_folder, Nothing, "chown", string.Join(':', User), _folder);
        }

        await RunAsync("initdb", "--pgdata", Data, "--username", "tester", "--auth", "trust", "--encoding", "UTF8", "--locale", "C", "--no-sync");
        // Nothing that it keeps has to outlive it.
        var settings = $"-k {_folder} -c listen_addresses= -c fsync=off -c full_page_writes=off";
        await RunAsync("pg_ctl", "--pgdata", Data, "--log", Path.Combine(_folder, "server.log"), "--options", settings, "--wait", "start");
        _isStarted = true;
    }

    public async Task DisposeAsync()
    {
        if (_isStarted)
        {
            NpgsqlConnection.ClearAllPools();
            await RunAsync("pg_ctl", "--pgdata", Data, "--mode", "immediate", "--wait", "stop");
        }

        Directory.Delete(_folder, recursive: true);
    }

    /// <summary>Makes a database.</summary>
    /// <param name="sql">What to run in it.</param>
    /// <returns>Its address.</returns>
    public async Task<string> CreateDatabaseAsync(string sql)
    {
        var name = FormattableString.Invariant($"test{Interlocked.Increment(ref _databases)}");
        await ExecuteAsync(Address("postgres"), $"create database {name}");
        await ExecuteAsync(Address(name), sql);
        return Address(name);
    }

    /// <summary>Runs SQL in a database.</summary>
    public static async Task ExecuteAsync(string address, string sql)
    {
        await using var connection = new NpgsqlConnection(Schema.PostgresAddress.Read(address));
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    private string Address(string database) => $"postgresql:///{database}?host={Uri.EscapeDataString(_folder)}&user=tester";

    // A server refuses to run as root. The package brings a user of its own; where the server came another way there is at least nobody. The numbers of the user and its group.
    private static string[] User =>
        File.ReadLines("/etc/passwd").Select(line => line.Split(':')).Where(user => user[0] is "postgres" or "nobody").OrderByDescending(user => user[0], StringComparer.Ordinal).First()[2..4];

    private Task<string> RunAsync(string program, params string[] arguments)
    {
        string[] command = [Path.Combine(_binaries, program), .. arguments];
        return CommandRun.SucceedAsync(_folder, Nothing, Environment.IsPrivilegedProcess ? ["setpriv", "--reuid", User[0], "--regid", User[1], "--clear-groups", "--", .. command] : command);
    }
}

/// <summary>The tests that share the server.</summary>
[CollectionDefinition(Name)]
public sealed class WithPostgres : ICollectionFixture<PostgresServer>
{
    public const string Name = "postgres";
}
