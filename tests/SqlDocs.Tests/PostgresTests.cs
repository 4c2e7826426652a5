using System.Text.RegularExpressions;
using SqlDocs.Schema;
using SqlDocs.Storing;
using SqlDocs.Tests.Support;

namespace SqlDocs.Tests;

[Collection(WithPostgres.Name)]
public sealed partial class PostgresTests(PostgresServer server)
{
    private static readonly string Shop = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "shop.sql"));

    /// <summary>The server's own parser is the judge of ours: what it made of the file must read the same as what we read in the file.</summary>
    [Fact]
    public async Task A_database_and_the_file_that_made_it_have_the_same_definitions()
    {
        var address = await server.CreateDatabaseAsync(Shop);
        var ofDatabase = Define(new PostgresDatabase(PostgresAddress.Read(address)));
        var ofFile = Define(new SqlFile(Path.Combine(AppContext.BaseDirectory, "shop.sql")));
        Assert.Equal(26, ofFile.Count);
        Assert.Equal(ofFile.Select(WithUsualTypes), ofDatabase);
    }

    [Fact]
    public async Task A_database_is_documented_and_read_only()
    {
        var address = await server.CreateDatabaseAsync(Shop);
        await PostgresServer.ExecuteAsync(address, "create table measured (at date not null) partition by range (at); create table measured_2026 partition of measured for values from ('2026-01-01') to ('2027-01-01')");
        await using var documented = await Documented.StartAsync("");
        var report = await documented.DoAsync("index", "--database", address);
        Assert.Equal(13, report.GetProperty("table_processing_results").EnumerateObject().Count());
        Assert.Equal("indexed", report.GetProperty("table_processing_results").GetProperty("measured").GetString());
        Assert.Equal("indexed", report.GetProperty("relationship_processing_results").GetProperty("warehouse.stock.stock_product_id_fkey").GetString());
        Assert.Equal(1, report.GetProperty("summary").GetProperty("overall_success_rate").GetDouble());

        // Only what has changed is paid for again.
        var paid = documented.Provider.Counters.Requests;
        await PostgresServer.ExecuteAsync(address, "comment on table payments is 'Money that came in.'; drop table returns; create table refunds (id integer primary key, payment_id uuid references payments)");
        report = await documented.DoAsync("index", "--database", address);
        Assert.Equal(["payments", "refunds"], report.GetProperty("table_processing_results").EnumerateObject().Select(one => one.Name).Order(StringComparer.Ordinal));
        Assert.Equal("refunds.refunds_payment_id_fkey", Assert.Single(report.GetProperty("relationship_processing_results").EnumerateObject()).Name);
        Assert.Equal(paid + 4, documented.Provider.Counters.Requests);
        Assert.DoesNotContain("returns", (await documented.DoAsync("search", "returned orders", "--database", address, "--limit", "100")).GetProperty("results").EnumerateArray().Select(one => one.GetProperty("name").GetString()));
    }

    [Fact]
    public async Task A_database_that_cannot_be_read_is_told_without_its_password()
    {
        await using var documented = await Documented.StartAsync("");
        var (exitCode, _) = await documented.RunAsync("index", "--database", "postgresql://me:hidden@127.0.0.1:1/shop");
        Assert.Equal(1, exitCode);
        Assert.StartsWith("error: The database shop at 127.0.0.1:1 cannot be read: ", documented.Messages, StringComparison.Ordinal);
        Assert.DoesNotContain("hidden", documented.Messages, StringComparison.Ordinal);
        Assert.Equal(0, documented.Provider.Counters.Requests);
    }

    private static List<string> Define(ISchemaSource source)
    {
        var folder = Directory.CreateTempSubdirectory("sqldocs-");
        try
        {
            using var store = DocumentStore.Open(Path.Combine(folder.FullName, "docs.db"), source.Name);
            store.ReplaceSchema(source.Read(CancellationToken.None));
            return [.. Enum.GetValues<ItemKind>().SelectMany(kind => store.Read(kind, ItemState.Found)).Select(item => item.Definition).Order(StringComparer.Ordinal)];
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    // The server spells types out that people shorten.
    private static string WithUsualTypes(string definition) => ShortType().Replace(definition, match => match.Value switch
    {
        "varchar" => "character varying",
        "char" => "character",
        _ => "timestamp with time zone",
    });

    [GeneratedRegex(@"\b(varchar|char|timestamptz)\b")]
    private static partial Regex ShortType();
}
