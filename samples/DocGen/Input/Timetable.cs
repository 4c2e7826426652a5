namespace Ferries;

public sealed class Timetable
{
    private readonly SortedDictionary<DateTimeOffset, List<Sailing>> _sailings = [];

    public IEnumerable<Sailing> All => _sailings.Values.SelectMany(sailings => sailings);

    public void Add(Sailing sailing)
    {
        if (!_sailings.TryGetValue(sailing.Departure, out var list))
        {
            _sailings[sailing.Departure] = list = [];
        }

        list.Add(sailing);
    }

    public IEnumerable<Sailing> Between(Port from, Port to, DateOnly day) =>
        All.Where(sailing => sailing.From == from && sailing.To == to && DateOnly.FromDateTime(sailing.Departure.Date) == day);

    public IReadOnlyList<Sailing> Connect(Port from, Port to, DateTimeOffset time, TimeSpan change)
    {
        var reached = new Dictionary<Port, (DateTimeOffset At, Sailing? By)> { [from] = (time, null) };
        foreach (var sailing in All.Where(sailing => sailing.Departure >= time))
        {
            var arrival = sailing.ArrivalIn(new Weather(sailing.Departure, 0, 0));
            if (reached.TryGetValue(sailing.From, out var here) && here.At + (here.By is null ? TimeSpan.Zero : change) <= sailing.Departure
                && (!reached.TryGetValue(sailing.To, out var there) || arrival < there.At))
            {
                reached[sailing.To] = (arrival, sailing);
            }
        }

        var route = new List<Sailing>();
        for (var port = to; reached.TryGetValue(port, out var step) && step.By is { } sailing; port = sailing.From)
        {
            route.Insert(0, sailing);
        }

        return route;
    }
}
