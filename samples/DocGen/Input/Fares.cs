namespace Ferries;

public sealed record Discount(string Name, decimal Share, Func<Passage, Sailing, bool> Applies);

public sealed class FareTable(Money perKilometre, Money car)
{
    private const decimal Least = 4.50m;

    private readonly List<Discount> _discounts = [];

    public void Offer(Discount discount) => _discounts.Add(discount);

    public Money PriceOf(Passage passage, Sailing sailing)
    {
        var distance = (decimal)sailing.From.DistanceTo(sailing.To);
        var price = perKilometre.Times(distance * passage.Persons);
        price = passage.HasCar ? price.Add(car) : price;
        price = price.Times(1 - BestFor(passage, sailing));
        return price.Amount < Least ? price with { Amount = Least } : price;
    }

    private decimal BestFor(Passage passage, Sailing sailing) =>
        _discounts.Where(discount => discount.Applies(passage, sailing)).Select(discount => discount.Share).DefaultIfEmpty(0).Max();
}
