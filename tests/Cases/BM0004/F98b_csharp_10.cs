// F98b C# 10: an array instead of a collection expression
// verdict: fixed
// message: These 2 'CompleteChatAsync' round trips do not need each other's answers; 'CompleteBatchAsync' sends them together
// message: These 2 'GetResponseAsync' round trips do not need each other's answers; 'CompleteBatchAsync' sends them together
// language: 10
using System.Threading.Tasks;
using Microsoft.Extensions.AI;
using OpenAI.Chat;
using ChatMessage = OpenAI.Chat.ChatMessage;

namespace Travel;

public sealed class TravelGuide
{
    private readonly ChatClient client;
    private readonly IChatClient chat;

    public TravelGuide(ChatClient client, IChatClient chat)
    {
        this.client = client;
        this.chat = chat;
    }

    public async Task<string> DescribeAsync(string city)
    {
        ChatCompletion sights = await /*BM0004*/this.client.CompleteChatAsync(new SystemChatMessage("Name three sights."), new UserChatMessage(city));
        ChatCompletion food = await this.client.CompleteChatAsync(new ChatMessage[] { new UserChatMessage($"What does one eat in {city}?") });
        return sights.Content[0].Text + food.Content[0].Text;
    }

    public async Task<string> WarnAsync(string city)
    {
        var weather = await /*BM0004*/chat.GetResponseAsync("Weather in " + city);
        var crime = await chat.GetResponseAsync("Safety in " + city);
        return weather.Text + crime.Text;
    }
}
//// run
Log(await new TravelGuide(client, chat).DescribeAsync("Lisbon"));
Log(await new TravelGuide(client, chat).DescribeAsync("Bergen"));
//// fixed
using System.Collections.Generic;
using System.Threading.Tasks;
using BatchMigrate;
using Microsoft.Extensions.AI;
using OpenAI.Chat;
using ChatMessage = OpenAI.Chat.ChatMessage;

namespace Travel;

public sealed class TravelGuide
{
    private readonly ChatClient client;
    private readonly IChatClient chat;

    public TravelGuide(ChatClient client, IChatClient chat)
    {
        this.client = client;
        this.chat = chat;
    }

    public async Task<string> DescribeAsync(string city)
    {
        var batch = await this.client.CompleteBatchAsync(
            new IEnumerable<ChatMessage>[]
            {
                new ChatMessage[] { new SystemChatMessage("Name three sights."), new UserChatMessage(city) },
                new ChatMessage[] { new UserChatMessage($"What does one eat in {city}?") },
            });
        ChatCompletion sights = batch[0].Response;
        ChatCompletion food = batch[1].Response;
        return sights.Content[0].Text + food.Content[0].Text;
    }

    public async Task<string> WarnAsync(string city)
    {
        var batch = await chat.CompleteBatchAsync(new[] { "Weather in " + city, "Safety in " + city });
        var weather = batch[0].Response;
        var crime = batch[1].Response;
        return weather.Text + crime.Text;
    }
}
