namespace Ferries;

public sealed record Weather(DateTimeOffset At, double WindSpeed, double WaveHeight)
{
    public bool IsStorm => WindSpeed > 20 || WaveHeight > 3.5;
}

public interface IForecast
{
    Task<Weather> AtAsync(Port port, DateTimeOffset time, CancellationToken cancellationToken);
}

public sealed class CachedForecast(IForecast forecast, TimeSpan lifetime) : IForecast
{
    private readonly Dictionary<(string Port, DateTimeOffset Hour), (DateTimeOffset Until, Weather Weather)> _known = [];

    public async Task<Weather> AtAsync(Port port, DateTimeOffset time, CancellationToken cancellationToken)
    {
        var key = (port.Code, new DateTimeOffset(time.Year, time.Month, time.Day, time.Hour, 0, 0, time.Offset));
        if (_known.TryGetValue(key, out var entry) && entry.Until > DateTimeOffset.UtcNow)
        {
            return entry.Weather;
        }

        var weather = await forecast.AtAsync(port, time, cancellationToken);
        _known[key] = (DateTimeOffset.UtcNow + lifetime, weather);
        return weather;
    }
}
