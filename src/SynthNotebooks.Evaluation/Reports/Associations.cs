using SynthNotebooks.Evaluation.Fidelity;

namespace SynthNotebooks.Evaluation.Reports;

/// <summary>Lays the dependences of pairs out as matrices.</summary>
internal static class Associations
{
    public static AssociationMatrices Of(FidelityScores scores)
    {
        var names = scores.Columns.Select(column => column.Name).ToArray();
        var real = Identity(scores.Columns);
        var synthetic = Identity(scores.Columns);
        for (int i = 0, at = 0; i < names.Length; i++)
        {
            for (var j = i + 1; j < names.Length; j++, at++)
            {
                real[i][j] = real[j][i] = scores.Pairs[at].Real;
                synthetic[i][j] = synthetic[j][i] = scores.Pairs[at].Synthetic;
            }
        }
        var difference = real.Select((row, i) => row.Select((value, j) => synthetic[i][j] - value).ToArray()).ToArray();
        return new(names, real, synthetic, difference);
    }

    private static double?[][] Identity(IReadOnlyList<ColumnScore> columns)
    {
        var size = columns.Count;
        var matrix = new double?[size][];
        for (var i = 0; i < size; i++)
        {
            matrix[i] = new double?[size];
            matrix[i][i] = columns[i].Value is null ? null : 1;
        }
        return matrix;
    }
}
