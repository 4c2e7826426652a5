// S06 Lines are read from standard input while they are typed
// verdict: silent
using System;
using System.IO;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

namespace Shell;

public static class Repl
{
    public static async Task RunAsync(IChatClient chat)
    {
        TextReader input = Console.In;
        for (string? line = await input.ReadLineAsync(); line is not null and not "exit"; line = await input.ReadLineAsync())
        {
            var response = await chat.GetResponseAsync(line);
            Console.WriteLine(response.Text);
        }
    }
}
