namespace SynthNotebooks.Evaluation.Models;

/// <summary>The class that a model finds most probable, row by row.</summary>
internal static class Decisions
{
    /// <summary>One class a held-out row; the earlier of two that are as probable.</summary>
    public static int[] Of(StudyModel model, ModelStudy study)
    {
        var classes = study.Test.Labels.ClassCount;
        var decisions = new int[study.Test.Labels.Rows];
        for (var row = 0; row < decisions.Length; row++)
        {
            var predicted = model.Predictions.AsSpan(row * classes, classes);
            for (var k = 1; k < classes; k++)
                if (predicted[k] > predicted[decisions[row]]) decisions[row] = k;
        }
        return decisions;
    }
}
