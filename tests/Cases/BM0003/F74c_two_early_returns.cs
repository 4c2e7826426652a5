// F74c The helper has two early returns with different results, made from its argument
// verdict: fixed
// message: 'InspectOneAsync' is called for one item at a time; 'Batch.RunAsync' sends them together
using System.Collections.Generic;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

namespace Sensors;

public sealed record Reading(string Sensor, double? Value, string? Comment);

public sealed record Finding(string Sensor, string Text, bool IsByModel);

public sealed class ReadingInspector(IChatClient chat)
{
    public double Limit { get; init; } = 50;

    public async Task<Finding[]> InspectAsync(IReadOnlyList<Reading> readings)
    {
        var findings = new Finding[readings.Count];
        for (var i = 0; i < readings.Count; i++)
        {
            findings[i] = await /*BM0003*/InspectOneAsync(readings[i]);
        }

        return findings;
    }

    private async Task<Finding> InspectOneAsync(Reading reading)
    {
        if (reading.Value is not { } value)
        {
            return new Finding(reading.Sensor, "no value", false);
        }

        if (value < Limit)
        {
            return new Finding(reading.Sensor, "in order", false);
        }

        var comment = reading.Comment ?? "no comment";
        var response = await chat.GetResponseAsync($"Sensor {reading.Sensor} shows {value:F0} ({comment}). What may be wrong?");
        return new Finding(reading.Sensor, response.Text, true);
    }
}
//// run
Reading[] readings = [new("A", 71, null), new("B", null, "dead"), new("C", 12, null), new("D", 88, "after rain"), new("E", 93, "new")];
foreach (var finding in await new ReadingInspector(chat).InspectAsync(readings))
{
    Log(finding);
}
//// fixed
using System.Collections.Generic;
using System.Threading.Tasks;
using BatchMigrate;
using Microsoft.Extensions.AI;

namespace Sensors;

public sealed record Reading(string Sensor, double? Value, string? Comment);

public sealed record Finding(string Sensor, string Text, bool IsByModel);

public sealed class ReadingInspector(IChatClient chat)
{
    public double Limit { get; init; } = 50;

    public async Task<Finding[]> InspectAsync(IReadOnlyList<Reading> readings)
    {
        var findings = new Finding[readings.Count];
        var batch = await Batch.RunAsync(readings, (reading, _) => InspectOneAsync(reading));
        for (var i = 0; i < readings.Count; i++)
        {
            findings[i] = batch[i].Response;
        }

        return findings;
    }

    private async Task<Finding> InspectOneAsync(Reading reading)
    {
        if (reading.Value is not { } value)
        {
            return new Finding(reading.Sensor, "no value", false);
        }

        if (value < Limit)
        {
            return new Finding(reading.Sensor, "in order", false);
        }

        var comment = reading.Comment ?? "no comment";
        var response = await chat.GetResponseAsync($"Sensor {reading.Sensor} shows {value:F0} ({comment}). What may be wrong?");
        return new Finding(reading.Sensor, response.Text, true);
    }
}
