// F24b The default is written first in the if, the call stands in the else
// verdict: fixed
// message: This loop makes one 'GetResponseAsync' round trip per 'expense', one after another; 'CompleteBatchAsync' sends them together
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

namespace Payroll;

public sealed class Expense(string purpose, decimal amount)
{
    public string Purpose { get; } = purpose;

    public decimal Amount { get; } = amount;

    public string Category { get; set; } = "";
}

public sealed class ExpenseSorter(IChatClient chat)
{
    public async Task SortAsync(IReadOnlyList<Expense> expenses, CancellationToken cancellationToken)
    {
        foreach (var expense in expenses)
        {
            if (expense.Amount < 5)
            {
                expense.Category = "petty cash";
            }
            else
            {
                var response = await /*BM0001*/chat.GetResponseAsync($"A category for '{expense.Purpose}'", cancellationToken: cancellationToken);
                expense.Category = response.Text.ToLowerInvariant();
            }
        }
    }
}
//// run
Expense[] expenses = [new("stamps", 3), new("hotel in Ulm", 120), new("taxi", 18), new("tea", 2), new("projector", 400)];
await new ExpenseSorter(chat).SortAsync(expenses, cancellationToken);
Log(string.Join("|", expenses.Select(expense => expense.Purpose + ": " + expense.Category)));
//// fixed
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using BatchMigrate;
using Microsoft.Extensions.AI;

namespace Payroll;

public sealed class Expense(string purpose, decimal amount)
{
    public string Purpose { get; } = purpose;

    public decimal Amount { get; } = amount;

    public string Category { get; set; } = "";
}

public sealed class ExpenseSorter(IChatClient chat)
{
    public async Task SortAsync(IReadOnlyList<Expense> expenses, CancellationToken cancellationToken)
    {
        var prompts = new List<string?>();
        foreach (var expense in expenses)
        {
            if (expense.Amount < 5)
            {
                prompts.Add(null);
            }
            else
            {
                prompts.Add($"A category for '{expense.Purpose}'");
            }
        }

        var batch = await chat.CompleteBatchAsync(prompts, cancellationToken: cancellationToken);
        foreach (var (expense, item) in expenses.Zip(batch))
        {
            if (expense.Amount < 5)
            {
                expense.Category = "petty cash";
            }
            else
            {
                var response = item.Response;
                expense.Category = response.Text.ToLowerInvariant();
            }
        }
    }
}
