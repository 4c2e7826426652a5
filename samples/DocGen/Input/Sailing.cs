namespace Ferries;

public enum SailingState
{
    Planned,
    Boarding,
    UnderWay,
    Arrived,
    Cancelled,
}

public sealed class Sailing(Port from, Port to, Vessel vessel, DateTimeOffset departure)
{
    private readonly List<Passage> _passages = [];

    public event EventHandler<SailingState>? StateChanged;

    public Port From => from;

    public Port To => to;

    public Vessel Vessel => vessel;

    public DateTimeOffset Departure { get; private set; } = departure;

    public SailingState State { get; private set; }

    public int FreeSeats => vessel.Seats - _passages.Sum(passage => passage.Persons);

    private int FreeCars => vessel.Cars - _passages.Count(passage => passage.HasCar);

    public DateTimeOffset ArrivalIn(Weather weather) => Departure + TimeSpan.FromHours(from.DistanceTo(to) / vessel.SpeedIn(weather));

    public bool TryTake(Passage passage)
    {
        if (State != SailingState.Planned || passage.Persons > FreeSeats || (passage.HasCar && FreeCars == 0))
        {
            return false;
        }

        _passages.Add(passage);
        return true;
    }

    public void Delay(TimeSpan time)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(time, TimeSpan.Zero);
        Departure += time;
    }

    public void MoveTo(SailingState state)
    {
        if (state < State || State == SailingState.Cancelled)
        {
            throw new InvalidOperationException($"A sailing that is {State} cannot be {state}.");
        }

        State = state;
        StateChanged?.Invoke(this, state);
    }
}

public sealed record Passage(string Holder, int Persons, bool HasCar);
