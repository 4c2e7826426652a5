using System.Globalization;
using PatternStore.Storing;

namespace PatternStore.Http;

/// <summary>Looks at a whole request before anything is done, and names each mistake by the place of its field, such as <c>patterns[3].code</c>.</summary>
internal sealed class Checks
{
    public const int MostPatterns = 1_000;
    public const int MostQueries = 100;
    public const int MostUpdates = 500;
    public const int MostResults = 100;
    public const int DefaultLimit = 5;

    private readonly Dictionary<string, List<string>> _mistakes = [];

    /// <summary>What is wrong, by the field; null when nothing is.</summary>
    public IDictionary<string, string[]>? Mistakes => _mistakes.Count == 0 ? null : _mistakes.ToDictionary(one => one.Key, one => one.Value.ToArray());

    public static Checks Of(StoreRequest request, int dimensions)
    {
        var checks = new Checks();
        if (checks.Size("patterns", request.Patterns, MostPatterns))
        {
            var places = new Dictionary<Guid, int>();
            checks.Each("patterns", request.Patterns!, (pattern, place, index) =>
            {
                checks.Pattern(pattern, place, dimensions);
                if (pattern.Id is { } id && !places.TryAdd(id, index))
                {
                    checks.Add($"{place}id", string.Create(CultureInfo.InvariantCulture, $"patterns[{places[id]}] has the same id '{id}'."));
                }
            });
        }

        return checks;
    }

    public static Checks Of(NewPattern request, int dimensions)
    {
        var checks = new Checks();
        checks.Pattern(request, "", dimensions);
        return checks;
    }

    public static Checks Of(BatchSearchRequest request)
    {
        var checks = new Checks();
        checks.Limit(request.Limit);
        if (checks.Size("queries", request.Queries, MostQueries))
        {
            for (var i = 0; i < request.Queries!.Count; i++)
            {
                checks.NotEmpty(string.Create(CultureInfo.InvariantCulture, $"queries[{i}]"), request.Queries[i]);
            }
        }

        return checks;
    }

    public static Checks Of(SearchRequest request)
    {
        var checks = new Checks();
        checks.Limit(request.Limit);
        checks.NotEmpty("query", request.Query);
        return checks;
    }

    public static Checks Of(UpdateRequest request)
    {
        var checks = new Checks();
        if (checks.Size("updates", request.Updates, MostUpdates))
        {
            checks.Each("updates", request.Updates!, (update, place, _) => checks.Metrics(update, place));
        }

        return checks;
    }

    public static Checks Of(NewMetrics request)
    {
        var checks = new Checks();
        checks.Metrics(request, "");
        return checks;
    }

    /// <summary>Names the updates whose patterns are unknown.</summary>
    public static Checks OfUnknown(IReadOnlyList<MetricsUpdate> updates, IReadOnlySet<Guid> unknown)
    {
        var checks = new Checks();
        foreach (var (index, update) in updates.Index())
        {
            if (unknown.Contains(update.Id))
            {
                checks.Add(string.Create(CultureInfo.InvariantCulture, $"updates[{index}].id"), $"There is no pattern '{update.Id}'.");
            }
        }

        return checks;
    }

    private void Pattern(NewPattern pattern, string place, int dimensions)
    {
        NotEmpty($"{place}description", pattern.Description);
        NotEmpty($"{place}code", pattern.Code);
        NotEmpty($"{place}language", pattern.Language);
        SuccessRate($"{place}metadata.success_rate", pattern.Metadata?.SuccessRate);
        if (pattern.Metadata?.UsageCount < 0)
        {
            Add($"{place}metadata.usage_count", "It must not be negative.");
        }

        if (pattern.Embedding is { } embedding && PatternVector.Mistake([.. embedding], dimensions) is { } mistake)
        {
            Add($"{place}embedding", mistake);
        }
    }

    private void Metrics(NewMetrics update, string place)
    {
        if (update.Id is null)
        {
            Add($"{place}id", "It is missing.");
        }

        SuccessRate($"{place}success_rate", update.SuccessRate);
        if (update is { IncrementUsage: false, SuccessRate: null, LastUsed: null })
        {
            Add($"{place}increment_usage", "Nothing is to be changed: give increment_usage, success_rate or last_used.");
        }
    }

    private bool Size<T>(string field, IReadOnlyList<T>? items, int most)
    {
        if (items is { Count: > 0 } && items.Count <= most)
        {
            return true;
        }

        Add(field, string.Create(CultureInfo.InvariantCulture, $"It must have 1 to {most} items, and has {items?.Count ?? 0}."));
        return false;
    }

    private void Each<T>(string field, IReadOnlyList<T?> items, Action<T, string, int> check)
        where T : class
    {
        for (var i = 0; i < items.Count; i++)
        {
            var place = string.Create(CultureInfo.InvariantCulture, $"{field}[{i}]");
            if (items[i] is { } item)
            {
                check(item, $"{place}.", i);
            }
            else
            {
                Add(place, "It must not be null.");
            }
        }
    }

    private void Limit(int? limit)
    {
        if (limit is < 1 or > MostResults)
        {
            Add("limit", string.Create(CultureInfo.InvariantCulture, $"It must be 1 to {MostResults}."));
        }
    }

    private void NotEmpty(string field, string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            Add(field, text is null ? "It is missing." : "It must not be empty.");
        }
    }

    private void SuccessRate(string field, double? rate)
    {
        if (rate is not (null or (>= 0 and <= 1)))
        {
            Add(field, "It must be 0 to 1.");
        }
    }

    private void Add(string field, string mistake)
    {
        if (!_mistakes.TryGetValue(field, out var there))
        {
            _mistakes.Add(field, there = []);
        }

        there.Add(mistake);
    }
}
