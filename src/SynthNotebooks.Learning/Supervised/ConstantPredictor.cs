namespace SynthNotebooks.Learning;

/// <summary>Predicts the same for every row: what is left to say when training saw one class only.</summary>
internal sealed class ConstantPredictor(double[] output, int columns) : IPredictor, IImportance
{
    public int Outputs => output.Length;

    public IReadOnlyList<double> Importances { get; } = new double[columns];

    /// <summary>A model when only one class has rows, else null.</summary>
    public static ConstantPredictor? OfOneClass(FeatureTable features, Labels labels)
    {
        if (!labels.AreClasses) return null;
        var counts = labels.CountClasses();
        return counts.Max() == labels.Rows ? new(Array.ConvertAll(counts, count => count > 0 ? 1.0 : 0.0), features.Columns.Count) : null;
    }

    public double[] Predict(FeatureTable features, TrainingContext context)
    {
        ArgumentNullException.ThrowIfNull(features);
        var predicted = new double[features.Rows * output.Length];
        for (var row = 0; row < features.Rows; row++) output.CopyTo(predicted.AsSpan(row * output.Length));
        return predicted;
    }
}
