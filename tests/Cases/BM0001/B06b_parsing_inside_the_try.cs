// B06 The record is parsed inside the try, and its exception has its own catch
// verdict: blocked
// blocker: inside a 'try'
// message: The calls of 'GetResponseAsync' could be one batch, but the request is prepared inside a 'try' that would see what its preparation throws
using System;
using System.Collections.Generic;
using System.Globalization;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

namespace Files;

public static class PriceNotes
{
    public static async Task<List<string>> WriteAsync(IChatClient chat, IEnumerable<string> records)
    {
        var notes = new List<string>();
        foreach (var record in records)
        {
            try
            {
                var price = /*why*/decimal.Parse(record, CultureInfo.InvariantCulture);
                var response = await /*BM0010*/chat.GetResponseAsync($"Is {price} a fair price for a bicycle?");
                notes.Add($"{price:F2}: {response.Text}");
            }
            catch (FormatException)
            {
                notes.Add($"'{record}' is no price");
            }
        }

        return notes;
    }
}
