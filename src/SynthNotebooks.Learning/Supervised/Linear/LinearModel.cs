using SynthNotebooks.Data;

namespace SynthNotebooks.Learning;

/// <summary>A trained linear model. Immutable.</summary>
public sealed class LinearModel : IPredictor, IImportance
{
    private const int Chunk = 4096;
    private readonly double[] _weights; // of each output one a column, then the constant
    private readonly int _classes;

    internal LinearModel(LinearEncoding encoding, double[] weights, int classes)
    {
        (Encoding, _weights, _classes) = (encoding, weights, classes);
        var side = encoding.Width + 1;
        var sources = encoding.Sources.ToArray();
        var sums = new double[sources.Max() + 1];
        for (var i = 0; i < weights.Length; i++)
            if (i % side < encoding.Width) sums[sources[i % side]] += weights[i] * weights[i];
        var total = sums.Sum();
        Importances = Array.ConvertAll(sums, sum => total > 0 ? sum / total : 0);
    }

    /// <summary>How features become columns of the model.</summary>
    public LinearEncoding Encoding { get; }

    /// <inheritdoc/>
    public int Outputs => Math.Max(1, _classes);

    /// <summary>Share of each column in the squared weights of standardised columns.</summary>
    public IReadOnlyList<double> Importances { get; }

    /// <summary>Weights of one output: one a column of <see cref="Encoding"/>, then the constant.</summary>
    /// <param name="output">Which class when there are three or more; otherwise 0.</param>
    public ReadOnlySpan<double> Weights(int output = 0) => _weights.AsSpan(output * (Encoding.Width + 1), Encoding.Width + 1);

    /// <inheritdoc/>
    public double[] Predict(FeatureTable features, TrainingContext context)
    {
        ArgumentNullException.ThrowIfNull(features);
        ArgumentNullException.ThrowIfNull(context);
        var design = Encoding.Encode(features);
        var predicted = new double[features.Rows * Outputs];
        Parallel.For(0, (features.Rows + Chunk - 1) / Chunk, context.Parallelism, chunk =>
        {
            for (int row = chunk * Chunk, end = Math.Min(features.Rows, row + Chunk); row < end; row++) PredictRow(design, row, predicted.AsSpan(row * Outputs, Outputs));
        });
        return predicted;
    }

    private void PredictRow(LinearDesign design, int row, Span<double> output)
    {
        if (_classes <= 2)
        {
            var raw = design.Product(row, Weights());
            if (_classes == 0) output[0] = raw;
            else
            {
                output[1] = 1 / (1 + PortableMath.Exp(-raw));
                output[0] = 1 - output[1];
            }
            return;
        }
        for (var k = 0; k < output.Length; k++) output[k] = design.Product(row, Weights(k));
        LinearClassesLoss.Softmax(output);
    }
}
