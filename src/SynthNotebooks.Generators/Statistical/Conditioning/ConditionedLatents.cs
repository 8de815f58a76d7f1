using SynthNotebooks.Contracts;
using SynthNotebooks.Data;
using SynthNotebooks.Learning;

namespace SynthNotebooks.Generators.Statistical;

/// <summary>Draws correlated normal variables, or Student t variables, that lie in one of some boxes. Immutable.</summary>
/// <remarks>
/// A box is proposed in proportion to a bound of its probability, and the restricted variables in it; what is accepted is an exact draw. For t variables the
/// random scale of the row is part of the proposal: with the scale fixed, a box of t variables is a box of normal ones. All other variables follow from
/// the restricted ones by the conditional normal distribution.
/// </remarks>
internal sealed class ConditionedLatents
{
    /// <summary>Most truncated distributions that are prepared, boxes times steps of the random scale.</summary>
    private const int MostProposals = 1 << 16;
    private const double Margin = 1e-9; // of an interval's width: keeps rounding from leaving it
    private readonly LatentBox[] _boxes;
    private readonly NormalGiven[] _rests; // of each box
    private readonly TruncatedNormal?[] _proposals; // box by scale; null where nothing is restricted
    private readonly AliasTables _choice;
    private readonly StudentScale? _student;
    private readonly int _latents;

    /// <param name="factor">Cholesky factor of the correlations of all variables.</param>
    /// <param name="boxes">Disjoint; at most <see cref="MostBoxes"/>.</param>
    /// <param name="student">The scale that makes t variables of normal ones; null for normal variables.</param>
    /// <exception cref="FitException">There is no box.</exception>
    public ConditionedLatents(double[,] factor, IReadOnlyList<LatentBox> boxes, StudentScale? student)
    {
        if (boxes.Count == 0) throw ConditionErrors.Impossible();
        (_boxes, _student, _latents) = ([.. boxes], student, factor.GetLength(0));
        var scales = student?.Scales.Length ?? 1;
        _proposals = new TruncatedNormal?[boxes.Count * scales];
        var rests = new Dictionary<string, (NormalGiven Given, double[,] Correlations)>(StringComparer.Ordinal);
        _rests = new NormalGiven[boxes.Count];
        for (var b = 0; b < _boxes.Length; b++)
        {
            var latents = _boxes[b].Latents;
            var key = string.Join(' ', latents);
            if (!rests.TryGetValue(key, out var rest))
                rests.Add(key, rest = (new NormalGiven(factor, latents, [.. Enumerable.Range(0, _latents).Except(latents)]), Correlations(factor, latents)));
            _rests[b] = rest.Given;
            if (latents.Length == 0) continue;
            double[] low = [.. _boxes[b].Intervals.Select(interval => Score(interval.Low))], high = [.. _boxes[b].Intervals.Select(interval => Score(interval.High))];
            var first = b * scales;
            Parallel.For(0, scales, s =>
            {
                var scale = student?.Scales.Span[s] ?? 1;
                _proposals[first + s] = new TruncatedNormal(rest.Correlations, Array.ConvertAll(low, x => x / scale), Array.ConvertAll(high, x => x / scale));
            });
        }
        var most = _proposals.Max(proposal => proposal?.LogBound ?? 0);
        _choice = new AliasTables(1, _proposals.Length);
        _choice.Set(0, Array.ConvertAll(_proposals, proposal => (float)PortableMath.Exp((proposal?.LogBound ?? 0) - most)));
    }

    /// <summary>Most boxes that can be drawn from.</summary>
    public static int MostBoxes(StudentScale? student) => MostProposals / (student?.Scales.Length ?? 16);

    /// <summary>Uniform numbers, one array a variable, dependent between them.</summary>
    public double[][] Draw(int rows, SplitRandom random)
    {
        var uniforms = new double[_latents][];
        for (var i = 0; i < _latents; i++) uniforms[i] = new double[rows];
        var (normals, restricted) = (new double[_latents], new double[_latents]);
        for (var row = 0; row < rows; row++)
        {
            int chosen;
            do chosen = _proposals.Length == 1 ? 0 : _choice.Draw(0, random.NextUInt64());
            while (!(_proposals[chosen]?.TryDraw(random, restricted) ?? true));
            var scales = _student?.Scales.Length ?? 1;
            var (box, scale) = (_boxes[chosen / scales], _student?.Scales.Span[chosen % scales] ?? 1);
            for (var k = 0; k < box.Latents.Length; k++) normals[box.Latents[k]] = restricted[k];
            _rests[chosen / scales].Draw(normals, random);
            for (var i = 0; i < _latents; i++) uniforms[i][row] = _student?.Cdf(normals[i] * scale) ?? NormalTable.Cdf(normals[i]);
            for (var k = 0; k < box.Latents.Length; k++)
            {
                var interval = box.Intervals[k];
                ref var uniform = ref uniforms[box.Latents[k]][row];
                uniform = Math.Clamp(uniform, interval.Low + Margin * interval.Width, interval.High - Margin * interval.Width);
            }
        }
        return uniforms;
    }

    private double Score(double uniform) => _student?.Quantile(uniform) ?? PortableMath.NormalQuantile(uniform);

    private static double[,] Correlations(double[,] factor, int[] latents)
    {
        var matrix = new double[latents.Length, latents.Length];
        for (var i = 0; i < latents.Length; i++)
            for (var j = 0; j <= i; j++)
                for (var k = 0; k <= Math.Min(latents[i], latents[j]); k++) matrix[i, j] += factor[latents[i], k] * factor[latents[j], k];
        return matrix;
    }
}
