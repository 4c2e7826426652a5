// F82b The helper reads a file line by line into a StringBuilder of its own, through another method, and logs
// verdict: fixed
// message: 'CauseAsync' is called for one item at a time; 'Batch.RunAsync' sends them together
using System;
using System.Collections.Generic;
using System.IO;
using System.Text;
using System.Threading.Tasks;
using Microsoft.Extensions.Logging;
using OpenAI.Chat;

namespace Logs;

public sealed class Incident(string name, string file)
{
    public string Name { get; } = name;

    public string File { get; } = file;

    public string? Cause { get; set; }
}

public sealed class IncidentAnalyst(ChatClient client, ILogger logger)
{
    private const int MostLines = 3;

    public async Task AnalyseAsync(IEnumerable<Incident> incidents)
    {
        foreach (var incident in incidents)
        {
            try
            {
                incident.Cause = await /*BM0003*/CauseAsync(incident.File).ConfigureAwait(false);
            }
            catch (FileNotFoundException)
            {
                incident.Cause = "no log";
            }
        }
    }

    private static async Task<string> ReadHeadAsync(string file)
    {
        var head = new StringBuilder();
        var lines = await File.ReadAllLinesAsync(file).ConfigureAwait(false);
        for (var i = 0; i < Math.Min(MostLines, lines.Length); i++)
        {
            head.AppendLine(lines[i]);
        }

        return head.ToString();
    }

    private async Task<string> CauseAsync(string file)
    {
        var head = await ReadHeadAsync(file).ConfigureAwait(false);
        logger.LogDebug("{Length} characters", head.Length);
        ChatCompletion completion = await client.CompleteChatAsync(new SystemChatMessage("Find the cause."), new UserChatMessage(head)).ConfigureAwait(false);
        return completion.Content[0].Text;
    }
}
//// run
{
    var folder = System.IO.Directory.CreateTempSubdirectory();
    try
    {
        string[] texts = ["disk full\nretry\nretry\nretry", "timeout", "out of memory\nkilled"];
        var incidents = new List<Incident> { new("none", System.IO.Path.Combine(folder.FullName, "missing.log")) };
        foreach (var text in texts)
        {
            var file = System.IO.Path.Combine(folder.FullName, incidents.Count + ".log");
            System.IO.File.WriteAllText(file, text);
            incidents.Add(new Incident("i" + incidents.Count, file));
        }

        try
        {
            await new IncidentAnalyst(client, Microsoft.Extensions.Logging.Abstractions.NullLogger.Instance).AnalyseAsync(incidents);
        }
        finally
        {
            foreach (var incident in incidents)
            {
                Log(incident.Name + ": " + (incident.Cause ?? "unknown"));
            }
        }
    }
    finally
    {
        folder.Delete(recursive: true);
    }
}
//// fixed
using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using System.Threading.Tasks;
using BatchMigrate;
using Microsoft.Extensions.Logging;
using OpenAI.Chat;

namespace Logs;

public sealed class Incident(string name, string file)
{
    public string Name { get; } = name;

    public string File { get; } = file;

    public string? Cause { get; set; }
}

public sealed class IncidentAnalyst(ChatClient client, ILogger logger)
{
    private const int MostLines = 3;

    public async Task AnalyseAsync(IEnumerable<Incident> incidents)
    {
        var pending = incidents.ToList();
        var batch = await Batch.RunAsync(pending, (incident, _) => CauseAsync(incident.File)).ConfigureAwait(false);
        foreach (var (incident, item) in pending.Zip(batch))
        {
            try
            {
                incident.Cause = item.Response;
            }
            catch (FileNotFoundException)
            {
                incident.Cause = "no log";
            }
        }
    }

    private static async Task<string> ReadHeadAsync(string file)
    {
        var head = new StringBuilder();
        var lines = await File.ReadAllLinesAsync(file).ConfigureAwait(false);
        for (var i = 0; i < Math.Min(MostLines, lines.Length); i++)
        {
            head.AppendLine(lines[i]);
        }

        return head.ToString();
    }

    private async Task<string> CauseAsync(string file)
    {
        var head = await ReadHeadAsync(file).ConfigureAwait(false);
        logger.LogDebug("{Length} characters", head.Length);
        ChatCompletion completion = await client.CompleteChatAsync(new SystemChatMessage("Find the cause."), new UserChatMessage(head)).ConfigureAwait(false);
        return completion.Content[0].Text;
    }
}
