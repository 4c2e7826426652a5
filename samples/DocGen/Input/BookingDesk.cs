namespace Ferries;

public sealed record Booking(string Number, Sailing Sailing, Passage Passage, Money Price)
{
    public bool IsPaid { get; init; }
}

public sealed class FullyBookedException(Sailing sailing) : Exception($"The sailing from {sailing.From.Name} at {sailing.Departure:t} has no place left.");

public sealed class BookingDesk(Timetable timetable, FareTable fares)
{
    private readonly Dictionary<string, Booking> _bookings = [];

    public Booking Book(Sailing sailing, Passage passage)
    {
        if (!sailing.TryTake(passage))
        {
            throw new FullyBookedException(sailing);
        }

        var booking = new Booking($"F{_bookings.Count + 1:00000}", sailing, passage, fares.PriceOf(passage, sailing));
        return _bookings[booking.Number] = booking;
    }

    public Booking? Find(string number) => _bookings.GetValueOrDefault(number);

    public Booking Pay(string number)
    {
        var booking = Find(number) ?? throw new KeyNotFoundException($"There is no booking {number}.");
        return _bookings[number] = booking with { IsPaid = true };
    }

    public IEnumerable<Sailing> Alternatives(Booking booking) => timetable
        .Between(booking.Sailing.From, booking.Sailing.To, DateOnly.FromDateTime(booking.Sailing.Departure.Date))
        .Where(sailing => sailing != booking.Sailing && sailing.FreeSeats >= booking.Passage.Persons);
}
