// A230b A method that is named as the one for many takes or gives something else
// verdict: blocked
// blocker: does not take lists of what varies
// message: The calls of 'CookAsync' could be one batch, but 'CookAllAsync', which is named as its method for many items, does not take lists of what varies
// message: The calls of 'BakeAsync' could be one batch, but 'BakeAllAsync', which is named as its method for many items, does not take lists of what varies
// message: The calls of 'FryAsync' could be one batch, but 'FryAllAsync', which is named as its method for many items, does not take lists of what varies
// message: The calls of 'BoilAsync' could be one batch, but 'BoilAllAsync', which is named as its method for many items, does not take lists of what varies
// message: The calls of 'RoastAsync' could be one batch, but 'RoastAllAsync', which is named as its method for many items, does not take lists of what varies
// message: The calls of 'StewAsync' could be one batch, but 'StewAllAsync', which is named as its method for many items, does not take lists of what varies
// message: The calls of 'SaltAsync' could be one batch, but 'SaltAllAsync', which is named as its method for many items, does not take lists of what varies
// message: The calls of 'MixAsync' could be one batch, but 'MixAllAsync', which is named as its method for many items, does not take lists of what varies
// message: The calls of 'ServeAsync' could be one batch, but 'ServeAllAsync', which is named as its method for many items, does not take lists of what varies
// message: The calls of 'TasteAsync' could be one batch, but 'TasteAllAsync', which is named as its method for many items, does not take lists of what varies
// message: The calls of 'CleanAsync' could be one batch, but 'CleanAllAsync', which is named as its method for many items, does not take lists of what varies
// message: The calls of 'WeighAsync' could be one batch, but 'WeighAllAsync', which is named as its method for many items, does not take lists of what varies
// message: The calls of 'CutAsync' could be one batch, but 'CutAllAsync', which is named as its method for many items, does not take lists of what varies
// message: The calls of 'GrillAsync' could be one batch, but 'GrillAllAsync', which is named as its method for many items, does not take lists of what varies
// message: The calls of 'PeelAsync' could be one batch, but 'PeelAllAsync', which is named as its method for many items, does not take lists of what varies
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using BatchMigrate;
using Microsoft.Extensions.AI;

namespace Recipes;

public sealed record Pair<TLeft, TRight>(TLeft Left, TRight Right);

public sealed class Kitchen(IChatClient chat)
{
    [BatchCall(nameof(CookAllAsync))]
    public async Task<string> CookAsync(string dish, string stove) => (await chat.GetResponseAsync(dish + " on " + stove)).Text;

    public Task<List<string>> CookAllAsync(IEnumerable<string> dishes) => Texts(dishes);

    [BatchCall(nameof(BakeAllAsync))]
    public async Task<string> BakeAsync(string cake) => (await chat.GetResponseAsync("Bake " + cake)).Text;

    public Task<List<string>> BakeAllAsync(IEnumerable<int> cakes) => Texts(cakes.Select(cake => "Bake " + cake));

    [BatchCall(nameof(FryAllAsync))]
    public async Task<string> FryAsync(string fish) => (await chat.GetResponseAsync("Fry " + fish)).Text;

    public Task<List<string>> FryAllAsync(string[] fish) => Texts(fish);

    [BatchCall(nameof(BoilAllAsync))]
    public async Task<string> BoilAsync(string egg) => (await chat.GetResponseAsync("Boil " + egg)).Text;

    public Task<List<string>> BoilAllAsync(IEnumerable<string> eggs, int minutes) => Texts(eggs.Select(egg => egg + minutes));

    [BatchCall(nameof(RoastAllAsync))]
    public async Task<string> RoastAsync(string meat, int minutes = 40) => (await chat.GetResponseAsync("Roast " + meat + minutes)).Text;

    public Task<List<string>> RoastAllAsync(IEnumerable<string> meats, int minutes = 60) => Texts(meats.Select(meat => meat + minutes));

    [BatchCall(nameof(StewAllAsync))]
    public async Task<string> StewAsync(string meat, int minutes = 0) => (await chat.GetResponseAsync("Stew " + meat + minutes)).Text;

    public Task<List<string>> StewAllAsync(IEnumerable<string> meats, int minutes) => Texts(meats.Select(meat => meat + minutes));

    [BatchCall(nameof(SaltAllAsync))]
    public async Task<string> SaltAsync(string soup, int grams) => (await chat.GetResponseAsync("Salt " + soup + grams)).Text;

    public Task<List<string>> SaltAllAsync(IEnumerable<string> soups, string grams) => Texts(soups.Select(soup => soup + grams));

    [BatchCall(nameof(MixAllAsync))]
    public async Task<string> MixAsync(string one, int other) => (await chat.GetResponseAsync("Mix " + one + other)).Text;

    public Task<List<string>> MixAllAsync(IEnumerable<(string One, string Other)> pairs) => Texts(pairs.Select(pair => pair.One + pair.Other));

    [BatchCall(nameof(ServeAllAsync))]
    public async Task<string> ServeAsync<T>(Pair<T, string> plate) => (await chat.GetResponseAsync("Serve " + plate.Right)).Text;

    public Task<List<string>> ServeAllAsync<T>(IEnumerable<Pair<T, int>> plates) => Texts(plates.Select(plate => "Serve " + plate.Right));

    [BatchCall(nameof(TasteAllAsync))]
    public async Task<string> TasteAsync(string sauce) => (await chat.GetResponseAsync("Taste " + sauce)).Text;

    public Task<BatchResult<ChatResponse>> TasteAllAsync(IEnumerable<string> sauces) => chat.CompleteBatchAsync(sauces);

    [BatchCall(nameof(CleanAllAsync))]
    public async Task CleanAsync(string pot) => await chat.GetResponseAsync("Clean " + pot);

    public Task<List<string>> CleanAllAsync(IEnumerable<string> pots) => Texts(pots);

    [BatchCall(nameof(WeighAllAsync))]
    public async Task<string> WeighAsync(string flour) => (await chat.GetResponseAsync("Weigh " + flour)).Text;

    public async Task WeighAllAsync(IEnumerable<string> flours) => await Texts(flours);

    [BatchCall(nameof(CutAllAsync))]
    public async Task<string> CutAsync(string bread) => (await chat.GetResponseAsync("Cut " + bread)).Text;

    public async Task<List<int>> CutAllAsync(IEnumerable<string> breads) => (await Texts(breads)).Select(text => text.Length).ToList();

    [BatchCall(nameof(GrillAllAsync))]
    public async Task<string> GrillAsync(string corn) => (await chat.GetResponseAsync("Grill " + corn)).Text;

    public static Task<List<string>> GrillAllAsync(IEnumerable<string> corn) => Task.FromResult(corn.ToList());

    [BatchCall(nameof(PeelAllAsync))]
    public async Task<string> PeelAsync(string apple) => (await chat.GetResponseAsync("Peel " + apple)).Text;

    public Task<List<string>> PeelAllAsync<T>(IEnumerable<string> apples) => Texts(apples.Select(apple => apple + typeof(T).Name));

    private async Task<List<string>> Texts(IEnumerable<string> prompts) => (await chat.CompleteBatchAsync(prompts)).GetResponses().Select(response => response.Text).ToList();
}

public sealed class Menu(Kitchen kitchen, List<string> lines)
{
    public async Task CookAsync(List<string> foods)
    {
        foreach (var food in foods)
        {
            lines.Add(await /*BM0010*//*why*/kitchen.CookAsync(food, "gas"));
        }

        foreach (var food in foods)
        {
            lines.Add(await /*BM0010*//*why*/kitchen.BakeAsync(food));
        }

        foreach (var food in foods)
        {
            lines.Add(await /*BM0010*//*why*/kitchen.FryAsync(food));
        }

        foreach (var food in foods)
        {
            lines.Add(await /*BM0010*//*why*/kitchen.BoilAsync(food));
        }

        foreach (var food in foods)
        {
            lines.Add(await /*BM0010*//*why*/kitchen.RoastAsync(food));
        }

        foreach (var food in foods)
        {
            lines.Add(await /*BM0010*//*why*/kitchen.StewAsync(food));
        }

        foreach (var food in foods)
        {
            lines.Add(await /*BM0010*//*why*/kitchen.SaltAsync(food, 3));
        }
    }

    public async Task ServeAsync(List<string> foods, List<Pair<int, string>> plates)
    {
        foreach (var food in foods)
        {
            lines.Add(await /*BM0010*//*why*/kitchen.MixAsync(food, food.Length));
        }

        foreach (var plate in plates)
        {
            lines.Add(await /*BM0010*//*why*/kitchen.ServeAsync(plate));
        }

        foreach (var food in foods)
        {
            lines.Add(await /*BM0010*//*why*/kitchen.TasteAsync(food));
        }

        foreach (var food in foods)
        {
            await /*BM0010*//*why*/kitchen.CleanAsync(food);
        }

        foreach (var food in foods)
        {
            lines.Add(await /*BM0010*//*why*/kitchen.WeighAsync(food));
        }

        foreach (var food in foods)
        {
            lines.Add(await /*BM0010*//*why*/kitchen.CutAsync(food));
        }

        foreach (var food in foods)
        {
            lines.Add(await /*BM0010*//*why*/kitchen.GrillAsync(food));
        }

        foreach (var food in foods)
        {
            lines.Add(await /*BM0010*//*why*/kitchen.PeelAsync(food));
        }
    }
}
