// A220i Where a record has its key: a property with a name or an attribute, or a parameter of its constructor
// verdict: fixed
// message: 'UpsertAsync' is called for one record at a time; 'UpsertAsync' writes them together
// uses: Microsoft.Extensions.VectorData.Abstractions
using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.Extensions.VectorData;

namespace Weather;

[AttributeUsage(AttributeTargets.Property)]
public sealed class VectorStoreRecordKeyAttribute : Attribute;

public class Station
{
    [VectorStoreData]
    public string Text { get; set; } = "";

    [VectorStoreKey]
    [System.ComponentModel.DisplayName("Code")]
    public string Slug { get; set; } = "";
}

public class Reading(string key)
{
    [VectorStoreData]
    public int Degrees { get; set; }

    [VectorStoreKey]
    public string Place { get; set; } = key;
}

public class Mast(string id)
{
    [VectorStoreKey]
    public string Place { get; set; } = id;
}

public class Buoy
{
    [VectorStoreData]
    public string Text { get; set; } = "";

    [VectorStoreRecordKey]
    public string Place { get; set; } = "";
}

public class Balloon(string text)
{
    [VectorStoreData]
    public string Text { get; set; } = text;

    [VectorStoreKey]
    public string Id { get; set; } = text.ToUpperInvariant();
}

public sealed class Service(
    VectorStoreCollection<string, Station> stations,
    VectorStoreCollection<string, Reading> readings,
    VectorStoreCollection<string, Mast> masts,
    VectorStoreCollection<string, Buoy> buoys,
    VectorStoreCollection<string, Balloon> balloons)
{
    public async Task OpenAsync(IReadOnlyList<string> names)
    {
        foreach (var name in names)
        {
            await /*BM0006*/stations.UpsertAsync(new Station { Text = "open", Slug = name });
        }
    }

    public async Task OverwriteStationAsync(IReadOnlyList<string> texts)
    {
        foreach (var text in texts)
        {
            await stations.UpsertAsync(new Station { Text = text, Slug = "all" });
        }
    }

    public async Task ReadAsync(IReadOnlyList<(string Name, int Degrees)> rows)
    {
        foreach (var row in rows)
        {
            await /*BM0006*/readings.UpsertAsync(new Reading(row.Name) { Degrees = row.Degrees });
        }
    }

    public async Task OverwriteReadingAsync(IReadOnlyList<int> degrees)
    {
        foreach (var degree in degrees)
        {
            await readings.UpsertAsync(new Reading("latest") { Degrees = degree });
        }
    }

    public async Task RaiseAsync(IReadOnlyList<string> names)
    {
        foreach (var name in names)
        {
            var mast = new Mast(name);
            await /*BM0006*/masts.UpsertAsync(mast);
        }
    }

    public async Task OverwriteMastAsync(IReadOnlyList<string> names)
    {
        foreach (var name in names)
        {
            var mast = new Mast("top");
            Console.WriteLine(name);
            await masts.UpsertAsync(mast);
        }
    }

    public async Task OverwriteBuoyAsync(IReadOnlyList<string> texts)
    {
        foreach (var text in texts)
        {
            await buoys.UpsertAsync(new Buoy { Text = text, Place = "bay" });
        }
    }

    public async Task OverwriteBalloonAsync(IReadOnlyList<string> texts)
    {
        foreach (var text in texts)
        {
            await balloons.UpsertAsync(new Balloon(text) { Id = "only" });
        }
    }

    public async Task LaunchAsync(IReadOnlyList<string> texts)
    {
        foreach (var text in texts)
        {
            await /*BM0006*/balloons.UpsertAsync(new Balloon(text));
        }
    }
}
//// run
var stations = new Scripted.ScriptedCollection<Station>(Ask, s => s.Slug);
var readings = new Scripted.ScriptedCollection<Reading>(Ask, r => r.Place);
var masts = new Scripted.ScriptedCollection<Mast>(Ask, m => m.Place);
var buoys = new Scripted.ScriptedCollection<Buoy>(Ask, b => b.Place);
var balloons = new Scripted.ScriptedCollection<Balloon>(Ask, b => b.Id);
var service = new Service(stations, readings, masts, buoys, balloons);
await service.OpenAsync(["coast", "peak"]);
await service.OverwriteStationAsync(["fine", "rain"]);
await service.ReadAsync([("coast", 12), ("peak", -3)]);
await service.OverwriteReadingAsync([4, 5]);
await service.RaiseAsync(["east", "west"]);
await service.OverwriteMastAsync(["a", "b"]);
await service.OverwriteBuoyAsync(["calm", "rough"]);
await service.OverwriteBalloonAsync(["up", "down"]);
await service.LaunchAsync(["high", "low"]);
Log(stations.Contents.ToList());
Log(readings.Contents.ToList());
Log(balloons.Contents.ToList());
//// fixed
using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.Extensions.VectorData;

namespace Weather;

[AttributeUsage(AttributeTargets.Property)]
public sealed class VectorStoreRecordKeyAttribute : Attribute;

public class Station
{
    [VectorStoreData]
    public string Text { get; set; } = "";

    [VectorStoreKey]
    [System.ComponentModel.DisplayName("Code")]
    public string Slug { get; set; } = "";
}

public class Reading(string key)
{
    [VectorStoreData]
    public int Degrees { get; set; }

    [VectorStoreKey]
    public string Place { get; set; } = key;
}

public class Mast(string id)
{
    [VectorStoreKey]
    public string Place { get; set; } = id;
}

public class Buoy
{
    [VectorStoreData]
    public string Text { get; set; } = "";

    [VectorStoreRecordKey]
    public string Place { get; set; } = "";
}

public class Balloon(string text)
{
    [VectorStoreData]
    public string Text { get; set; } = text;

    [VectorStoreKey]
    public string Id { get; set; } = text.ToUpperInvariant();
}

public sealed class Service(
    VectorStoreCollection<string, Station> stations,
    VectorStoreCollection<string, Reading> readings,
    VectorStoreCollection<string, Mast> masts,
    VectorStoreCollection<string, Buoy> buoys,
    VectorStoreCollection<string, Balloon> balloons)
{
    public async Task OpenAsync(IReadOnlyList<string> names)
    {
        var records = new List<Station>();
        foreach (var name in names)
        {
            records.Add(new Station { Text = "open", Slug = name });
        }

        foreach (var chunk in records.Chunk(100))
        {
            await stations.UpsertAsync(chunk);
        }
    }

    public async Task OverwriteStationAsync(IReadOnlyList<string> texts)
    {
        foreach (var text in texts)
        {
            await stations.UpsertAsync(new Station { Text = text, Slug = "all" });
        }
    }

    public async Task ReadAsync(IReadOnlyList<(string Name, int Degrees)> rows)
    {
        var records = new List<Reading>();
        foreach (var row in rows)
        {
            records.Add(new Reading(row.Name) { Degrees = row.Degrees });
        }

        foreach (var chunk in records.Chunk(100))
        {
            await readings.UpsertAsync(chunk);
        }
    }

    public async Task OverwriteReadingAsync(IReadOnlyList<int> degrees)
    {
        foreach (var degree in degrees)
        {
            await readings.UpsertAsync(new Reading("latest") { Degrees = degree });
        }
    }

    public async Task RaiseAsync(IReadOnlyList<string> names)
    {
        var records = new List<Mast>();
        foreach (var name in names)
        {
            var mast = new Mast(name);
            records.Add(mast);
        }

        foreach (var chunk in records.Chunk(100))
        {
            await masts.UpsertAsync(chunk);
        }
    }

    public async Task OverwriteMastAsync(IReadOnlyList<string> names)
    {
        foreach (var name in names)
        {
            var mast = new Mast("top");
            Console.WriteLine(name);
            await masts.UpsertAsync(mast);
        }
    }

    public async Task OverwriteBuoyAsync(IReadOnlyList<string> texts)
    {
        foreach (var text in texts)
        {
            await buoys.UpsertAsync(new Buoy { Text = text, Place = "bay" });
        }
    }

    public async Task OverwriteBalloonAsync(IReadOnlyList<string> texts)
    {
        foreach (var text in texts)
        {
            await balloons.UpsertAsync(new Balloon(text) { Id = "only" });
        }
    }

    public async Task LaunchAsync(IReadOnlyList<string> texts)
    {
        var records = new List<Balloon>();
        foreach (var text in texts)
        {
            records.Add(new Balloon(text));
        }

        foreach (var chunk in records.Chunk(100))
        {
            await balloons.UpsertAsync(chunk);
        }
    }
}
