// F110b Records that are there already
// verdict: fixed
// message: 'UpsertAsync' is called for one record at a time; 'UpsertAsync' writes them together
// message: 'DeleteAsync' is called for one record at a time; 'DeleteAsync' writes them together
// uses: Microsoft.Extensions.VectorData.Abstractions
using System.Collections.Generic;
using System.Threading.Tasks;
using Microsoft.Extensions.VectorData;

public class Hotel
{
    [VectorStoreKey] public string Id { get; set; } = "";
    [VectorStoreData] public string Name { get; set; } = "";
}

public class HotelSeeder
{
    private readonly VectorStoreCollection<string, Hotel> _hotels;

    public HotelSeeder(VectorStoreCollection<string, Hotel> hotels) => _hotels = hotels;

    public async Task SeedAsync(List<Hotel> hotels)
    {
        foreach (var hotel in hotels)
            await /*BM0006*/_hotels.UpsertAsync(hotel).ConfigureAwait(false);
    }

    public async Task ForgetAsync(IReadOnlyList<string> ids)
    {
        for (var i = 0; i < ids.Count; i++)
        {
            await /*BM0006*/_hotels.DeleteAsync(ids[i]);
        }
    }
}
//// run
var hotels = new Scripted.ScriptedCollection<Hotel>(Ask, h => h.Id);
await new HotelSeeder(hotels).SeedAsync([new() { Id = "h1", Name = "Ritz" }, new() { Id = "h2", Name = "Inn" }, new() { Id = "h3", Name = "Lodge" }]);
await new HotelSeeder(hotels).ForgetAsync(["h1", "h3"]);
Log(hotels.Contents.ToList());
//// fixed
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.Extensions.VectorData;

public class Hotel
{
    [VectorStoreKey] public string Id { get; set; } = "";
    [VectorStoreData] public string Name { get; set; } = "";
}

public class HotelSeeder
{
    private readonly VectorStoreCollection<string, Hotel> _hotels;

    public HotelSeeder(VectorStoreCollection<string, Hotel> hotels) => _hotels = hotels;

    public async Task SeedAsync(List<Hotel> hotels)
    {
        foreach (var chunk in hotels.Chunk(100))
            await _hotels.UpsertAsync(chunk).ConfigureAwait(false);
    }

    public async Task ForgetAsync(IReadOnlyList<string> ids)
    {
        foreach (var chunk in ids.Chunk(100))
        {
            await _hotels.DeleteAsync(chunk);
        }
    }
}
