namespace Ferries;

public sealed record Tide(DateTimeOffset At, double Level);

public sealed class TideTable
{
    private readonly List<Tide> _tides = [];

    public void Add(Tide tide)
    {
        var place = _tides.FindIndex(known => known.At > tide.At);
        _tides.Insert(place < 0 ? _tides.Count : place, tide);
    }

    public double LevelAt(DateTimeOffset time)
    {
        var after = _tides.FindIndex(tide => tide.At >= time);
        if (after <= 0)
        {
            return after == 0 ? _tides[0].Level : _tides.LastOrDefault()?.Level ?? 0;
        }

        var (low, high) = (_tides[after - 1], _tides[after]);
        var share = (time - low.At) / (high.At - low.At);
        return low.Level + ((high.Level - low.Level) * (1 - Math.Cos(share * Math.PI)) / 2);
    }

    public Tide? NextAbove(DateTimeOffset time, double level) => _tides.Find(tide => tide.At >= time && tide.Level >= level);
}
