namespace Ferries;

public sealed class Dispatcher(Timetable timetable, IForecast forecast, IReadOnlyDictionary<Port, TideTable> tides)
{
    public async Task<IReadOnlyList<Sailing>> CancelForWeatherAsync(DateTimeOffset until, CancellationToken cancellationToken)
    {
        var cancelled = new List<Sailing>();
        foreach (var sailing in timetable.All.Where(sailing => sailing.State == SailingState.Planned && sailing.Departure <= until))
        {
            var weather = await forecast.AtAsync(sailing.From, sailing.Departure, cancellationToken);
            if (!sailing.Vessel.MaySail(weather))
            {
                sailing.MoveTo(SailingState.Cancelled);
                cancelled.Add(sailing);
            }
        }

        return cancelled;
    }

    public TimeSpan? WaitForWater(Sailing sailing)
    {
        if (!tides.TryGetValue(sailing.To, out var table) || sailing.Vessel.CanEnter(sailing.To, table, sailing.Departure))
        {
            return TimeSpan.Zero;
        }

        return table.NextAbove(sailing.Departure, sailing.Vessel.Draught + 0.5 - sailing.To.Depth) is { } tide ? tide.At - sailing.Departure : null;
    }

    public void DelayForWater()
    {
        foreach (var sailing in timetable.All.Where(sailing => sailing.State == SailingState.Planned))
        {
            if (WaitForWater(sailing) is { } wait && wait > TimeSpan.Zero)
            {
                sailing.Delay(wait);
            }
        }
    }
}
