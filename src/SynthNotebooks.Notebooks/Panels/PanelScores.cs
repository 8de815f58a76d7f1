using SynthNotebooks.Data;
using SynthNotebooks.Evaluation;
using SynthNotebooks.Notebooks.Charts;
using SynthNotebooks.Notebooks.Displays;
using SynthNotebooks.Notebooks.Hosting;

namespace SynthNotebooks.Notebooks.Panels;

/// <summary>How faithful the rows of an ordinary fit are, in one line.</summary>
internal static class PanelScores
{
    public static async Task<TableView> OfAsync(INotebookHost host, string data, DataFrame result, CancellationToken interrupt)
    {
        var real = host.Require<DataFrame>(data);
        TableViewColumn[] columns = [new("shape", IsNumber: true), new("trend", IsNumber: true), new("quality", IsNumber: true)];
        try
        {
            var scores = await Task.Run(() => Evaluator.Fidelity(real, result, new EvaluationOptions { Cancellation = interrupt }), interrupt);
            return new(Caption(data), columns, [[FigureText.Score(scores.Shape), FigureText.Score(scores.Trend), FigureText.Score(scores.Quality)]])
            {
                Note = "1 is best; #!dashboard says more, #!attack what the table gives away.",
            };
        }
        catch (Exception failure) when (failure is EvaluationException or OperationCanceledException)
        {
            return new(Caption(data), columns, []) { Note = failure is EvaluationException ? failure.Message : "Stopped before it was scored." };
        }
    }

    private static string Caption(string data) => $"fidelity against {data}";
}
