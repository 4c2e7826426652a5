// S75d The interface has two implementations: which one is called is not known
// verdict: silent
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

namespace Grading;

public interface IGrader
{
    Task<string> GradeAsync(string essay, CancellationToken cancellationToken);
}

public sealed class ModelGrader(IChatClient chat) : IGrader
{
    public async Task<string> GradeAsync(string essay, CancellationToken cancellationToken) =>
        (await chat.GetResponseAsync("Grade: " + essay, cancellationToken: cancellationToken)).Text;
}

public sealed class StackingGrader : IGrader
{
    private string _last = "C";

    public Task<string> GradeAsync(string essay, CancellationToken cancellationToken)
    {
        _last = essay.Length > 100 ? "B" : _last;
        return Task.FromResult(_last);
    }
}

public sealed class Exam(IGrader grader)
{
    public async Task<List<string>> GradeAsync(IEnumerable<string> essays, CancellationToken cancellationToken)
    {
        var grades = new List<string>();
        foreach (var essay in essays)
        {
            grades.Add(await grader.GradeAsync(essay, cancellationToken));
        }

        return grades;
    }
}
