namespace Ferries;

public enum Region
{
    Mainland,
    InnerIslands,
    OuterIslands,
}

public sealed record Port(string Code, string Name, Region Region, double Latitude, double Longitude, double Depth)
{
    private const double EarthRadius = 6_371;

    public double DistanceTo(Port other)
    {
        var (from, to) = (Latitude * Math.PI / 180, other.Latitude * Math.PI / 180);
        var (high, wide) = (Math.Sin((to - from) / 2), Math.Sin((other.Longitude - Longitude) * Math.PI / 360));
        var part = (high * high) + (Math.Cos(from) * Math.Cos(to) * wide * wide);
        return 2 * EarthRadius * Math.Asin(Math.Min(1, Math.Sqrt(part)));
    }
}
