using Npgsql;

namespace SqlDocs.Schema;

/// <summary>Reads addresses such as <c>postgresql://user:password@host:5432/database?sslmode=require</c>.</summary>
internal static class PostgresAddress
{
    private static readonly Dictionary<string, string> Names = new(StringComparer.Ordinal)
    {
        ["user"] = "Username",
        ["dbname"] = "Database",
        ["connect_timeout"] = "Timeout",
        ["application_name"] = "Application Name",
    };

    /// <summary>Makes what Npgsql reads of an address. What it reads already stays as it is.</summary>
    /// <exception cref="FormatException">It is neither. The message does not repeat it, because a password may stand in it.</exception>
    public static string Read(string address)
    {
        const string Mistake = "The database is no address: write postgresql://user:password@host:5432/database.";
        try
        {
            if (!address.Contains("://", StringComparison.Ordinal))
            {
                return new NpgsqlConnectionStringBuilder(address).ConnectionString;
            }

            // Without a host Uri takes no user either: a socket is named as ?host=/folder.
            if (!Uri.TryCreate(address, UriKind.Absolute, out var uri) || uri.Scheme is not ("postgres" or "postgresql"))
            {
                throw new FormatException(Mistake);
            }

            var builder = new NpgsqlConnectionStringBuilder();
            Set(builder, "Host", uri.Host);
            Set(builder, "Port", uri.Port > 0 ? uri.Port.ToString(System.Globalization.CultureInfo.InvariantCulture) : "");
            Set(builder, "Database", Uri.UnescapeDataString(uri.AbsolutePath.Trim('/')));
            var user = uri.UserInfo.Split(':', 2);
            Set(builder, "Username", Uri.UnescapeDataString(user[0]));
            Set(builder, "Password", user.Length > 1 ? Uri.UnescapeDataString(user[1]) : "");
            foreach (var pair in uri.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries))
            {
                var (name, value) = pair.Split('=', 2) is [var n, var v] ? (Uri.UnescapeDataString(n), Uri.UnescapeDataString(v)) : (pair, "");
                Set(builder, Names.GetValueOrDefault(name, name), value);
            }

            return builder.ConnectionString;
        }
        catch (ArgumentException)
        {
            throw new FormatException(Mistake);
        }
    }

    private static void Set(NpgsqlConnectionStringBuilder builder, string name, string value)
    {
        if (value.Length > 0)
        {
            builder[name] = value;
        }
    }
}
