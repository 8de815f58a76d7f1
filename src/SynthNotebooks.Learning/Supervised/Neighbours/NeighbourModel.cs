namespace SynthNotebooks.Learning;

/// <summary>Training rows that are searched for the nearest. Immutable.</summary>
public sealed class NeighbourModel : IPredictor
{
    private readonly FeatureTable _columns; // without rows
    private readonly NumberScale[] _scales;
    private readonly NearestNeighbours _search;
    private readonly Labels _labels;
    private readonly int _count;

    internal NeighbourModel(FeatureTable features, Labels labels, int count)
    {
        (_columns, _labels, _count) = (features.Take([]), labels, count);
        _scales = [.. features.Columns.Select(column => column.IsCategory ? default : NumberScale.OfDeviation(column.Numbers))];
        _search = new(Points(features));
    }

    /// <inheritdoc/>
    public int Outputs => Math.Max(1, _labels.ClassCount);

    /// <inheritdoc/>
    public double[] Predict(FeatureTable features, TrainingContext context)
    {
        ArgumentNullException.ThrowIfNull(features);
        ArgumentNullException.ThrowIfNull(context);
        _columns.RequireSameColumns(features);
        var found = _search.Find(Points(features), _count, context.Threads, context.Cancellation);
        var predicted = new double[features.Rows * Outputs];
        for (var row = 0; row < features.Rows; row++)
        {
            var output = predicted.AsSpan(row * Outputs, Outputs);
            foreach (var neighbour in found.RowsOf(row))
            {
                if (_labels.AreClasses) output[_labels.Classes[neighbour]]++;
                else output[0] += _labels.Numbers[neighbour];
            }
            foreach (ref var value in output) value /= _count;
        }
        return predicted;
    }

    private MixedPoints Points(FeatureTable features)
    {
        var numbers = new List<float[]>();
        var codes = new List<int[]>();
        for (var i = 0; i < _scales.Length; i++)
        {
            var column = features.Columns[i];
            if (column.IsCategory) codes.Add(Array.ConvertAll(column.Codes, code => code + 1));
            else numbers.Add(_scales[i].Encode(column.Numbers));
        }
        return new(features.Rows, numbers, codes);
    }
}
