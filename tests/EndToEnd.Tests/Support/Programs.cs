namespace BatchMigrate.EndToEnd.Tests.Support;

/// <summary>Source text of consumers.</summary>
internal static class Programs
{
    /// <summary>How many of the console program's questions get an answer.</summary>
    public const int Answered = 5;

    /// <summary>How many requests it sends.</summary>
    public const int Asked = 6;

    /// <summary>Asks six questions in a loop, one of them in vain, and prints the answers; takes the endpoint as its argument.</summary>
    public const string Console = """
        using System.ClientModel;
        using OpenAI;
        using OpenAI.Chat;

        var options = new OpenAIClientOptions { Endpoint = new Uri(args[0]) };
        var client = new ChatClient("simulated", new ApiKeyCredential("simulated"), options);
        string[] questions = ["What is a hash?", "What is a tree?", " ", "What is a graph?", "What is [simulate:400] an error?", "What is a heap?", "What is a trie?"];

        var answers = new List<string>();
        foreach (var question in questions)
        {
            if (string.IsNullOrWhiteSpace(question))
            {
                continue; // nothing to ask
            }

            try
            {
                ChatCompletion completion = await client.CompleteChatAsync([new SystemChatMessage("Be brief."), new UserChatMessage(question)]);
                answers.Add($"{question} {completion.Content[0].Text}");
            }
            catch (ClientResultException e)
            {
                answers.Add($"{question} failed: {e.Status}");
            }
        }

        Console.WriteLine(string.Join(Environment.NewLine, answers));

        """;

    /// <summary>A class with one loop over OpenAI's client.</summary>
    public static string OpenAIClass(string name) => $$"""
        using OpenAI.Chat;

        namespace Consumer;

        public static class {{name}}
        {
            public static async Task<List<string>> AskAsync(ChatClient client, IEnumerable<string> questions, CancellationToken cancellationToken)
            {
                var answers = new List<string>();
                foreach (var question in questions)
                {
                    ChatCompletion completion = await client.CompleteChatAsync([new UserChatMessage(question)], cancellationToken: cancellationToken);
                    answers.Add(completion.Content[0].Text);
                }

                return answers;
            }
        }

        """;

    /// <summary>A class with one loop over <c>IChatClient</c>.</summary>
    public static string ChatClientClass(string name) => $$"""
        using Microsoft.Extensions.AI;

        namespace Consumer;

        public static class {{name}}
        {
            public static async Task<List<string>> AskAsync(IChatClient client, IEnumerable<string> questions, CancellationToken cancellationToken)
            {
                var answers = new List<string>();
                foreach (var question in questions)
                {
                    var response = await client.GetResponseAsync(question, cancellationToken: cancellationToken);
                    answers.Add(response.Text);
                }

                return answers;
            }
        }

        """;

    /// <summary>A loop whose second question is made of the first answer: the second call is found once the first one is a batch.</summary>
    public const string Stages = """
        using OpenAI.Chat;

        namespace Consumer;

        public static class Stages
        {
            public static async Task<List<string>> AskAsync(ChatClient client, IEnumerable<string> questions, CancellationToken cancellationToken)
            {
                var answers = new List<string>();
                foreach (var question in questions)
                {
                    ChatCompletion draft = await client.CompleteChatAsync([new UserChatMessage(question)], cancellationToken: cancellationToken);
                    ChatCompletion final = await client.CompleteChatAsync([new UserChatMessage($"Improve: {draft.Content[0].Text}")], cancellationToken: cancellationToken);
                    answers.Add(final.Content[0].Text);
                }

                return answers;
            }
        }

        """;

    /// <summary>Two rows of statements, of which the second needs the answers of the first.</summary>
    public const string Row = """
        using OpenAI.Chat;

        namespace Consumer;

        public static class Row
        {
            public static async Task<string> AskAsync(ChatClient client, string text, CancellationToken cancellationToken)
            {
                ChatCompletion pro = await client.CompleteChatAsync([new UserChatMessage($"For: {text}")], cancellationToken: cancellationToken);
                ChatCompletion contra = await client.CompleteChatAsync([new UserChatMessage($"Against: {text}")], cancellationToken: cancellationToken);
                ChatCompletion reply = await client.CompleteChatAsync([new UserChatMessage($"Answer: {pro.Content[0].Text}")], cancellationToken: cancellationToken);
                ChatCompletion retort = await client.CompleteChatAsync([new UserChatMessage($"Answer: {contra.Content[0].Text}")], cancellationToken: cancellationToken);
                return reply.Content[0].Text + retort.Content[0].Text;
            }
        }

        """;

    /// <summary>The same words without any model behind them.</summary>
    public const string LookAlike = """
        namespace Consumer;

        public sealed class ChatClient
        {
            public Task<string> CompleteChatAsync(string question) => Task.FromResult(question);

            public static async Task<List<string>> AskAsync(ChatClient client, IEnumerable<string> questions)
            {
                var answers = new List<string>();
                foreach (var question in questions)
                {
                    answers.Add(await client.CompleteChatAsync(question));
                }

                return answers;
            }
        }

        """;
}
