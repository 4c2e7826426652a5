namespace SqlDocs.Tests;

public sealed class CommandLineTests
{
    [Fact]
    public void Without_arguments_everything_has_its_default()
    {
        var options = Parse();
        Assert.Equal((Command.Index, 100, 10, 3, "sqldocs.db"), (options.Command, options.BatchSize, options.Concurrency, options.MaxRetries, options.Data));
        Assert.Equal(("gpt-4o-mini", "text-embedding-3-small", 100), (options.Model, options.EmbeddingModel, options.PackSize));
        Assert.Null(options.MaxCost);
        Assert.Null(options.Database);
        Assert.Null(CommandLine.Parse(["--help"], _ => null));
    }

    [Fact]
    public void Arguments_are_read()
    {
        var options = Parse("search", "where is the stock", "--limit", "3", "--sql", "x.sql", "--individual", "--batch-size", "25", "--max-cost", "0.5", "--yes", "--price", "my/model=1.5/6");
        Assert.Equal((Command.Search, "where is the stock", 3, "x.sql", 25, 1), (options.Command, options.Query, options.Limit, options.Sql, options.BatchSize, options.PackSize));
        Assert.Equal((0.5m, true), (options.MaxCost, options.Yes));
        Assert.Equal((1.5m, 6m), (options.Pricing.PriceOf("my/model")!.InputPerMillion, options.Pricing.PriceOf("my/model")!.OutputPerMillion));
        Assert.True(Parse("rebuild", "--descriptions").Descriptions);
    }

    [Fact]
    public void The_environment_has_a_say_and_arguments_the_last_one()
    {
        var environment = new Dictionary<string, string> { ["EMBEDDING_BATCH_SIZE"] = "50", ["EMBEDDING_MAX_RETRIES"] = "1", ["OPENAI_API_KEY"] = "key", ["DATABASE_URL"] = "postgres://me:p%40ss@db.example:5433/shop?sslmode=require" };
        var options = CommandLine.Parse(["--max-retries", "7"], environment.GetValueOrDefault)!;
        Assert.Equal((50, 7, "key"), (options.BatchSize, options.MaxRetries, options.ApiKey));
        var address = new Npgsql.NpgsqlConnectionStringBuilder(options.Database);
        Assert.Equal(("db.example", 5433, "shop", "me", "p@ss", Npgsql.SslMode.Require), (address.Host, address.Port, address.Database, address.Username, address.Password, address.SslMode));
        Assert.Null(CommandLine.Parse(["--sql", "x.sql"], environment.GetValueOrDefault)!.Database);
        Assert.Equal("Host=h;Database=d", Parse("--database", "host=h;database=d").Database);
    }

    [Theory]
    [InlineData("Unknown option 'indexx'.", "indexx")]
    [InlineData("'search' needs a text.", "search", "--limit", "2")]
    [InlineData("'--data' needs a value.", "--data")]
    [InlineData("Unknown option '--descriptions'.", "index", "--descriptions")]
    [InlineData("--batch-size: '0' is no whole number from 1 to 2048.", "--batch-size", "0")]
    [InlineData("--max-cost: '0' is no amount above zero.", "--max-cost", "0")]
    [InlineData("--max-cost: 'a lot' is no amount of dollars.", "--max-cost", "a lot")]
    [InlineData("--price: write MODEL=IN/OUT, such as my-model=0.15/0.60.", "--price", "my-model")]
    [InlineData("--sql and --database exclude each other.", "--sql", "x", "--database", "postgres://h/d")]
    [InlineData("The database is no address: write postgresql://user:password@host:5432/database.", "--database", "mysql://me:secret@host/d")]
    [InlineData("The database is no address: write postgresql://user:password@host:5432/database.", "--database", "postgres://me:secret@host/d?colour=red")]
    [InlineData("OPENAI_API_KEY is not set.", "--endpoint", "https://example.com/v1")]
    public void Mistakes_are_named_and_repeat_no_password(string message, params string[] arguments) =>
        Assert.Equal(message, Assert.Throws<FormatException>(() => Parse(arguments)).Message);

    private static RunOptions Parse(params string[] arguments) => CommandLine.Parse(arguments, _ => null)!;
}
