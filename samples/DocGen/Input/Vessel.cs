namespace Ferries;

public abstract class Vessel(string name, int seats, int cars, double draught)
{
    public string Name => name;

    public int Seats => seats;

    public int Cars => cars;

    public double Draught => draught;

    public abstract double SpeedIn(Weather weather);

    public virtual bool MaySail(Weather weather) => !weather.IsStorm;

    public bool CanEnter(Port port, TideTable tides, DateTimeOffset time) => port.Depth + tides.LevelAt(time) > Draught + 0.5;
}

public sealed class CarFerry(string name, int seats, int cars) : Vessel(name, seats, cars, draught: 4.2)
{
    public override double SpeedIn(Weather weather) => weather.WaveHeight > 2 ? 22 : 28;
}

public sealed class Catamaran(string name, int seats) : Vessel(name, seats, cars: 0, draught: 1.8)
{
    public override double SpeedIn(Weather weather) => Math.Max(30, 65 - (weather.WaveHeight * 12));

    public override bool MaySail(Weather weather) => base.MaySail(weather) && weather.WaveHeight <= 2.5;
}
