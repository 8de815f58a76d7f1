namespace SynthNotebooks.Evaluation.Models;

/// <summary>A model trained on one table, and how it did on the held-out rows.</summary>
/// <param name="Score">Area under the ROC curve (mean over classes), or R² of numbers; null when undefined.</param>
/// <param name="Error">Root of the mean squared error of numbers, in the target's unit; null for classes.</param>
/// <param name="Predictions">[held-out rows, outputs]; empty when there is no model.</param>
/// <param name="Importances">By feature; empty when there is no model.</param>
/// <param name="Rows">Training rows.</param>
/// <param name="Undefined">Why there is no score; null when there is one.</param>
internal sealed record StudyModel(double? Score, double? Error, double[] Predictions, IReadOnlyList<double> Importances, int Rows, string? Undefined = null)
{
    public static StudyModel None(int rows, string reason) => new(null, null, [], [], rows, reason);
}
