// F60 The place of an item within its chunk: the chunks stay
// verdict: fixed
// message: These 'GetResponseAsync' requests are fanned out by hand, without a limit; 'CompleteBatchAsync' sends them together, a bounded number at a time
using System.Linq;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

namespace Tables;

public sealed class Seat
{
    public required string Guest { get; init; }

    public string? Card { get; set; }
}

public sealed class Seating(IChatClient chat)
{
    public async Task WriteAsync(Seat[] seats)
    {
        foreach (var table in seats.Chunk(2))
        {
            await Task.WhenAll(table.Select(async (seat, place) =>
            {
                var response = await /*BM0002*/chat.GetResponseAsync($"A card for {seat.Guest}");
                seat.Card = $"{place + 1}: {response.Text}";
            }));
        }
    }
}
//// run
Seat[] seats = [new() { Guest = "Ann" }, new() { Guest = "Ben" }, new() { Guest = "Cleo" }];
await new Seating(chat).WriteAsync(seats);
foreach (var seat in seats)
{
    Log(seat.Card);
}
//// fixed
using System.Linq;
using System.Threading.Tasks;
using BatchMigrate;
using Microsoft.Extensions.AI;

namespace Tables;

public sealed class Seat
{
    public required string Guest { get; init; }

    public string? Card { get; set; }
}

public sealed class Seating(IChatClient chat)
{
    public async Task WriteAsync(Seat[] seats)
    {
        foreach (var table in seats.Chunk(2))
        {
            var items = table.Select((seat, place) => (seat, place)).ToList();
            var batch = await chat.CompleteBatchAsync(items, input =>
            {
                var (seat, _) = input;
                return $"A card for {seat.Guest}";
            });
            batch.Apply(items, (input, item) =>
            {
                var (seat, place) = input;
                var response = item.Response;
                seat.Card = $"{place + 1}: {response.Text}";
            }).ThrowIfFailed();
        }
    }
}
