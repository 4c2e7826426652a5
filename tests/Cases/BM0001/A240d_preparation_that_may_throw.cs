// A240d What is prepared inside a try and may throw stays with the item, whichever way it throws
// verdict: fixed
// message: This loop makes one 'GetResponseAsync' round trip per 'answer', one after another; 'CompleteBatchAsync' sends them together
// message: This loop makes one 'GetResponseAsync' round trip per 'point', one after another; 'CompleteBatchAsync' sends them together
using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

namespace Surveys;

public sealed record Answer(string Text, int Score, string? Comment = null, Answer? Earlier = null);

public sealed class Points(int value)
{
    public int Value { get; } = value;

    public static Points operator -(Points a) => a.Value == 3 ? throw new InvalidOperationException() : new(-a.Value);

    public static Points operator ++(Points a) => a.Value == 3 ? throw new InvalidOperationException() : new(a.Value + 1);

    public static implicit operator Points(int value) => value == 3 ? throw new InvalidOperationException() : new(value);

    public override string ToString() => Value == 3 ? throw new InvalidOperationException() : "points";
}

public sealed class Survey(IChatClient chat, List<string> notes)
{
    public async Task ParsedAsync(IReadOnlyList<Answer> answers)
    {
        foreach (var answer in answers)
        {
            try
            {
                var number = int.Parse(answer.Text);
                var response = await /*BM0001*/chat.GetResponseAsync("Rate " + number);
                notes.Add(response.Text);
            }
            catch (Exception)
            {
                notes.Add("none");
            }
        }
    }

    public async Task CutAsync(IReadOnlyList<Answer> answers)
    {
        foreach (var answer in answers)
        {
            try
            {
                var part = answer.Text.Substring(2);
                var response = await /*BM0001*/chat.GetResponseAsync("Rate " + part);
                notes.Add(response.Text);
            }
            catch (Exception)
            {
                notes.Add("none");
            }
        }
    }

    public async Task IndexedAsync(IReadOnlyList<Answer> answers, string[] names)
    {
        foreach (var answer in answers)
        {
            try
            {
                var name = names[answer.Score];
                var response = await /*BM0001*/chat.GetResponseAsync("Rate " + name);
                notes.Add(response.Text);
            }
            catch (Exception)
            {
                notes.Add("none");
            }
        }
    }

    public async Task LetterAsync(IReadOnlyList<Answer> answers)
    {
        foreach (var answer in answers)
        {
            try
            {
                var letter = answer.Text[answer.Score];
                var response = await /*BM0001*/chat.GetResponseAsync("Rate " + letter);
                notes.Add(response.Text);
            }
            catch (Exception)
            {
                notes.Add("none");
            }
        }
    }

    public async Task NegatedAsync(IReadOnlyList<Answer> answers)
    {
        foreach (var answer in answers)
        {
            try
            {
                var less = checked(-answer.Score);
                var response = await /*BM0001*/chat.GetResponseAsync("Rate " + less);
                notes.Add(response.Text);
            }
            catch (Exception)
            {
                notes.Add("none");
            }
        }
    }

    public async Task CountedUpAsync(IReadOnlyList<Answer> answers)
    {
        foreach (var answer in answers)
        {
            try
            {
                var next = answer.Score;
                _ = checked(next++);
                var response = await /*BM0001*/chat.GetResponseAsync("Rate " + next);
                notes.Add(response.Text);
            }
            catch (Exception)
            {
                notes.Add("none");
            }
        }
    }

    public async Task CastAsync(IReadOnlyList<object> answers)
    {
        foreach (var answer in answers)
        {
            try
            {
                var text = (string)answer;
                var response = await /*BM0001*/chat.GetResponseAsync("Rate " + text);
                notes.Add(response.Text);
            }
            catch (Exception)
            {
                notes.Add("none");
            }
        }
    }

    public async Task RepeatedAsync(IReadOnlyList<Answer> answers)
    {
        foreach (var answer in answers)
        {
            try
            {
                var line = new string('*', answer.Score);
                var response = await /*BM0001*/chat.GetResponseAsync("Rate " + line);
                notes.Add(response.Text);
            }
            catch (Exception)
            {
                notes.Add("none");
            }
        }
    }

    public async Task GridAsync(IReadOnlyList<Answer> answers)
    {
        foreach (var answer in answers)
        {
            try
            {
                var grid = new int[2, answer.Score];
                var response = await /*BM0001*/chat.GetResponseAsync("Rate " + grid.Length);
                notes.Add(response.Text);
            }
            catch (Exception)
            {
                notes.Add("none");
            }
        }
    }

    public async Task RemovedAsync(IReadOnlyList<Answer> answers)
    {
        foreach (var answer in answers)
        {
            try
            {
                var list = new List<int> { 1 };
                list.RemoveAt(answer.Score);
                var response = await /*BM0001*/chat.GetResponseAsync("Rate " + list.Count);
                notes.Add(response.Text);
            }
            catch (Exception)
            {
                notes.Add("none");
            }
        }
    }

    public async Task KeyedAsync(IReadOnlyList<Answer> answers)
    {
        foreach (var answer in answers)
        {
            try
            {
                var map = new Dictionary<string, int> { ["a"] = 1 };
                map.Add(answer.Text, 2);
                var response = await /*BM0001*/chat.GetResponseAsync("Rate " + map.Count);
                notes.Add(response.Text);
            }
            catch (Exception)
            {
                notes.Add("none");
            }
        }
    }

    public async Task ClampedAsync(IReadOnlyList<Answer> answers)
    {
        foreach (var answer in answers)
        {
            try
            {
                var score = Math.Clamp(answer.Score, 2, answer.Text.Length);
                var response = await /*BM0001*/chat.GetResponseAsync("Rate " + score);
                notes.Add(response.Text);
            }
            catch (Exception)
            {
                notes.Add("none");
            }
        }
    }

    public async Task WrittenAsync(IReadOnlyList<Points> points)
    {
        foreach (var point in points)
        {
            try
            {
                var text = "Points: " + point;
                var response = await /*BM0001*/chat.GetResponseAsync("Rate " + text);
                notes.Add(response.Text);
            }
            catch (Exception)
            {
                notes.Add("none");
            }
        }
    }

    public async Task AppendedAsync(IReadOnlyList<Points> points)
    {
        foreach (var point in points)
        {
            try
            {
                var text = "Points: ";
                text += point;
                var response = await /*BM0001*/chat.GetResponseAsync("Rate " + text);
                notes.Add(response.Text);
            }
            catch (Exception)
            {
                notes.Add("none");
            }
        }
    }

    public async Task TurnedAsync(IReadOnlyList<Points> points)
    {
        foreach (var point in points)
        {
            try
            {
                var less = -point;
                var response = await /*BM0001*/chat.GetResponseAsync("Rate " + less.Value);
                notes.Add(response.Text);
            }
            catch (Exception)
            {
                notes.Add("none");
            }
        }
    }

    public async Task ConvertedAsync(IReadOnlyList<Answer> answers)
    {
        foreach (var answer in answers)
        {
            try
            {
                Points points = answer.Score;
                var response = await /*BM0001*/chat.GetResponseAsync("Rate " + points.Value);
                notes.Add(response.Text);
            }
            catch (Exception)
            {
                notes.Add("none");
            }
        }
    }
}
//// run
var notes = new List<string>();
var survey = new Survey(chat, notes);
Answer[] answers = [new("12", 0), new("b", int.MinValue), new("a", 7), new("a bc", int.MaxValue, "x")];
await survey.ParsedAsync(answers);
await survey.CutAsync(answers);
await survey.IndexedAsync(answers, ["x", "y"]);
await survey.LetterAsync(answers);
await survey.NegatedAsync(answers);
await survey.CountedUpAsync(answers);
await survey.CastAsync(["a", 3, "b"]);
await survey.RepeatedAsync(answers.Take(3).ToList());
await survey.GridAsync(answers.Take(3).ToList());
await survey.RemovedAsync(answers);
await survey.KeyedAsync(answers);
await survey.ClampedAsync(answers);
await survey.WrittenAsync([new(1), new(3), new(4)]);
await survey.AppendedAsync([new(1), new(3), new(4)]);
await survey.TurnedAsync([new(1), new(3), new(4)]);
await survey.ConvertedAsync([new("x", 3), new("y", 4)]);
Log(notes);
//// fixed
using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using BatchMigrate;
using Microsoft.Extensions.AI;

namespace Surveys;

public sealed record Answer(string Text, int Score, string? Comment = null, Answer? Earlier = null);

public sealed class Points(int value)
{
    public int Value { get; } = value;

    public static Points operator -(Points a) => a.Value == 3 ? throw new InvalidOperationException() : new(-a.Value);

    public static Points operator ++(Points a) => a.Value == 3 ? throw new InvalidOperationException() : new(a.Value + 1);

    public static implicit operator Points(int value) => value == 3 ? throw new InvalidOperationException() : new(value);

    public override string ToString() => Value == 3 ? throw new InvalidOperationException() : "points";
}

public sealed class Survey(IChatClient chat, List<string> notes)
{
    public async Task ParsedAsync(IReadOnlyList<Answer> answers)
    {
        var batch = await chat.CompleteBatchAsync(answers, answer =>
        {
            var number = int.Parse(answer.Text);
            return [new ChatMessage(ChatRole.User, "Rate " + number)];
        });
        foreach (var (answer, item) in answers.Zip(batch))
        {
            try
            {
                var response = item.Response;
                notes.Add(response.Text);
            }
            catch (Exception)
            {
                notes.Add("none");
            }
        }
    }

    public async Task CutAsync(IReadOnlyList<Answer> answers)
    {
        var batch = await chat.CompleteBatchAsync(answers, answer =>
        {
            var part = answer.Text.Substring(2);
            return [new ChatMessage(ChatRole.User, "Rate " + part)];
        });
        foreach (var (answer, item) in answers.Zip(batch))
        {
            try
            {
                var response = item.Response;
                notes.Add(response.Text);
            }
            catch (Exception)
            {
                notes.Add("none");
            }
        }
    }

    public async Task IndexedAsync(IReadOnlyList<Answer> answers, string[] names)
    {
        var batch = await chat.CompleteBatchAsync(answers, answer =>
        {
            var name = names[answer.Score];
            return [new ChatMessage(ChatRole.User, "Rate " + name)];
        });
        foreach (var (answer, item) in answers.Zip(batch))
        {
            try
            {
                var response = item.Response;
                notes.Add(response.Text);
            }
            catch (Exception)
            {
                notes.Add("none");
            }
        }
    }

    public async Task LetterAsync(IReadOnlyList<Answer> answers)
    {
        var batch = await chat.CompleteBatchAsync(answers, answer =>
        {
            var letter = answer.Text[answer.Score];
            return [new ChatMessage(ChatRole.User, "Rate " + letter)];
        });
        foreach (var (answer, item) in answers.Zip(batch))
        {
            try
            {
                var response = item.Response;
                notes.Add(response.Text);
            }
            catch (Exception)
            {
                notes.Add("none");
            }
        }
    }

    public async Task NegatedAsync(IReadOnlyList<Answer> answers)
    {
        var batch = await chat.CompleteBatchAsync(answers, answer =>
        {
            var less = checked(-answer.Score);
            return [new ChatMessage(ChatRole.User, "Rate " + less)];
        });
        foreach (var (answer, item) in answers.Zip(batch))
        {
            try
            {
                var response = item.Response;
                notes.Add(response.Text);
            }
            catch (Exception)
            {
                notes.Add("none");
            }
        }
    }

    public async Task CountedUpAsync(IReadOnlyList<Answer> answers)
    {
        var batch = await chat.CompleteBatchAsync(answers, answer =>
        {
            var next = answer.Score;
            _ = checked(next++);
            return [new ChatMessage(ChatRole.User, "Rate " + next)];
        });
        foreach (var (answer, item) in answers.Zip(batch))
        {
            try
            {
                var response = item.Response;
                notes.Add(response.Text);
            }
            catch (Exception)
            {
                notes.Add("none");
            }
        }
    }

    public async Task CastAsync(IReadOnlyList<object> answers)
    {
        var batch = await chat.CompleteBatchAsync(answers, answer =>
        {
            var text = (string)answer;
            return [new ChatMessage(ChatRole.User, "Rate " + text)];
        });
        foreach (var (answer, item) in answers.Zip(batch))
        {
            try
            {
                var response = item.Response;
                notes.Add(response.Text);
            }
            catch (Exception)
            {
                notes.Add("none");
            }
        }
    }

    public async Task RepeatedAsync(IReadOnlyList<Answer> answers)
    {
        var batch = await chat.CompleteBatchAsync(answers, answer =>
        {
            var line = new string('*', answer.Score);
            return [new ChatMessage(ChatRole.User, "Rate " + line)];
        });
        foreach (var (answer, item) in answers.Zip(batch))
        {
            try
            {
                var response = item.Response;
                notes.Add(response.Text);
            }
            catch (Exception)
            {
                notes.Add("none");
            }
        }
    }

    public async Task GridAsync(IReadOnlyList<Answer> answers)
    {
        var batch = await chat.CompleteBatchAsync(answers, answer =>
        {
            var grid = new int[2, answer.Score];
            return [new ChatMessage(ChatRole.User, "Rate " + grid.Length)];
        });
        foreach (var (answer, item) in answers.Zip(batch))
        {
            try
            {
                var response = item.Response;
                notes.Add(response.Text);
            }
            catch (Exception)
            {
                notes.Add("none");
            }
        }
    }

    public async Task RemovedAsync(IReadOnlyList<Answer> answers)
    {
        var batch = await chat.CompleteBatchAsync(answers, answer =>
        {
            var list = new List<int> { 1 };
            list.RemoveAt(answer.Score);
            return [new ChatMessage(ChatRole.User, "Rate " + list.Count)];
        });
        foreach (var (answer, item) in answers.Zip(batch))
        {
            try
            {
                var response = item.Response;
                notes.Add(response.Text);
            }
            catch (Exception)
            {
                notes.Add("none");
            }
        }
    }

    public async Task KeyedAsync(IReadOnlyList<Answer> answers)
    {
        var batch = await chat.CompleteBatchAsync(answers, answer =>
        {
            var map = new Dictionary<string, int> { ["a"] = 1 };
            map.Add(answer.Text, 2);
            return [new ChatMessage(ChatRole.User, "Rate " + map.Count)];
        });
        foreach (var (answer, item) in answers.Zip(batch))
        {
            try
            {
                var response = item.Response;
                notes.Add(response.Text);
            }
            catch (Exception)
            {
                notes.Add("none");
            }
        }
    }

    public async Task ClampedAsync(IReadOnlyList<Answer> answers)
    {
        var batch = await chat.CompleteBatchAsync(answers, answer =>
        {
            var score = Math.Clamp(answer.Score, 2, answer.Text.Length);
            return [new ChatMessage(ChatRole.User, "Rate " + score)];
        });
        foreach (var (answer, item) in answers.Zip(batch))
        {
            try
            {
                var response = item.Response;
                notes.Add(response.Text);
            }
            catch (Exception)
            {
                notes.Add("none");
            }
        }
    }

    public async Task WrittenAsync(IReadOnlyList<Points> points)
    {
        var batch = await chat.CompleteBatchAsync(points, point =>
        {
            var text = "Points: " + point;
            return [new ChatMessage(ChatRole.User, "Rate " + text)];
        });
        foreach (var (point, item) in points.Zip(batch))
        {
            try
            {
                var response = item.Response;
                notes.Add(response.Text);
            }
            catch (Exception)
            {
                notes.Add("none");
            }
        }
    }

    public async Task AppendedAsync(IReadOnlyList<Points> points)
    {
        var batch = await chat.CompleteBatchAsync(points, point =>
        {
            var text = "Points: ";
            text += point;
            return [new ChatMessage(ChatRole.User, "Rate " + text)];
        });
        foreach (var (point, item) in points.Zip(batch))
        {
            try
            {
                var response = item.Response;
                notes.Add(response.Text);
            }
            catch (Exception)
            {
                notes.Add("none");
            }
        }
    }

    public async Task TurnedAsync(IReadOnlyList<Points> points)
    {
        var batch = await chat.CompleteBatchAsync(points, point =>
        {
            var less = -point;
            return [new ChatMessage(ChatRole.User, "Rate " + less.Value)];
        });
        foreach (var (point, item) in points.Zip(batch))
        {
            try
            {
                var response = item.Response;
                notes.Add(response.Text);
            }
            catch (Exception)
            {
                notes.Add("none");
            }
        }
    }

    public async Task ConvertedAsync(IReadOnlyList<Answer> answers)
    {
        var batch = await chat.CompleteBatchAsync(answers, answer =>
        {
            Points points = answer.Score;
            return [new ChatMessage(ChatRole.User, "Rate " + points.Value)];
        });
        foreach (var (answer, item) in answers.Zip(batch))
        {
            try
            {
                var response = item.Response;
                notes.Add(response.Text);
            }
            catch (Exception)
            {
                notes.Add("none");
            }
        }
    }
}
