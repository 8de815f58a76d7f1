using SynthNotebooks.Data;
using SynthNotebooks.Generators.Completion;
using SynthNotebooks.Learning;

namespace SynthNotebooks.Generators.Statistical;

/// <summary>Completes rows of a Gaussian mixture: a component by what is known of the row, then its unknown numbers by the conditional normal distribution.</summary>
/// <remarks>
/// Known numbers are intervals of the mixture's scale (points where the table is finer): a chain of 16 rounds draws the component given the numbers and the
/// numbers in their intervals given the component; unknown ones are summed out of it. Cost: some 16 · components · known² operations a row.
/// </remarks>
internal sealed class GmmCompletion(GaussianMixture mixture, ColumnBins[] bins, int[] dimensions, int[] codes, Func<int, double, double> quantile, Func<int, double, double> cdf)
{
    private const int Rounds = 16;
    private const double Edge = 1e-9;
    private readonly Dictionary<string, Pattern> _patterns = new(StringComparer.Ordinal);
    private readonly int _numbers = mixture.Means[0].Length;

    /// <summary>The known numbers of a row, and for each component what they tell.</summary>
    private sealed record Pattern(int[] Known, double[][,] Roots, double[] Constants, KnownLatents[] Given);

    /// <summary>As <see cref="ICompleting.Draw"/>.</summary>
    public CellDraws Draw(Gaps gaps, SplitRandom random, CancellationToken cancellation)
    {
        var rows = gaps.Rows.Columns.RowCount;
        var draws = CellDraws.Of(bins.Length, rows);
        var intervals = bins.Select((column, i) => gaps.Redrawn[i] || dimensions[i] < 0 ? [] : column.Scale.Locate(gaps.Rows.Columns[i])).ToArray();
        var atoms = bins.Select((column, i) => gaps.Redrawn[i] || dimensions[i] < 0 ? [] : column.Scale.AtomsOf(gaps.Rows.Columns[i])).ToArray();
        var states = bins.Select((column, i) => gaps.Redrawn[i] || codes[i] < 0 ? [] : column.Encode(gaps.Rows.Columns[i])).ToArray();
        double[] low = new double[_numbers], high = new double[_numbers], row = new double[_numbers];
        var weights = new double[mixture.Components];
        for (var r = 0; r < rows; r++)
        {
            if ((r & 31) == 0) cancellation.ThrowIfCancellationRequested();
            if (!Enumerable.Range(0, bins.Length).Any(i => gaps[i, r] is Knowledge.Present or Knowledge.Nothing)) continue;
            Weigh(gaps, states, r, weights);
            low.AsSpan().Fill(double.NaN);
            for (var i = 0; i < bins.Length; i++)
            {
                if (dimensions[i] is not (>= 0 and var d) || gaps[i, r] != Knowledge.Value) continue;
                var interval = intervals[i][r];
                if (!(interval.Width > 0) && (interval.Low <= 0 || interval.High >= 1)) interval = bins[i].Scale.Atom(atoms[i][r]); // beyond all values: the nearest
                (low[d], high[d]) = (quantile(d, interval.Low), quantile(d, interval.High));
                if (!(interval.Width > 0)) low[d] = high[d] = quantile(d, Math.Clamp(interval.Low, Edge, 1 - Edge));
            }
            var stream = random.Split((ulong)r);
            var component = Chain(low, high, weights, row, stream);
            for (var i = 0; i < bins.Length; i++)
                if (gaps[i, r] is Knowledge.Present or Knowledge.Nothing) Read(i, r, component, gaps[i, r], row, draws, stream);
        }
        return draws;
    }

    // Logarithm of each component's weight and of its shares of the known states.
    private void Weigh(Gaps gaps, int[][] states, int row, double[] into)
    {
        for (var c = 0; c < into.Length; c++) into[c] = PortableMath.Log(Math.Max(1e-300, mixture.Weights[c]));
        for (var i = 0; i < bins.Length; i++)
        {
            if (codes[i] < 0) continue;
            var knowledge = gaps[i, row];
            var missing = bins[i].MissingState;
            if (knowledge == Knowledge.Nothing || knowledge == Knowledge.Missing && missing < 0) continue;
            var state = knowledge == Knowledge.Missing ? missing : knowledge == Knowledge.Value ? states[i][row] : -1;
            if (state < 0 && missing < 0) continue;
            for (var c = 0; c < into.Length; c++)
            {
                var shares = mixture.Shares[c][codes[i]];
                into[c] += PortableMath.Log(Math.Max(1e-300, state >= 0 ? shares[state] : 1 - shares[missing]));
            }
        }
    }

    // Leaves all numbers in the row and returns the component.
    private int Chain(double[] low, double[] high, double[] weights, double[] row, SplitRandom random)
    {
        int[] known = [.. Enumerable.Range(0, _numbers).Where(d => !double.IsNaN(low[d]))];
        var pattern = Of(known);
        var points = true;
        foreach (var d in known)
        {
            // Any place in the interval begins the chain: the middle of its part of the mixture's scale.
            points &= low[d] == high[d];
            row[d] = low[d] == high[d] ? low[d] : Math.Clamp(quantile(d, (cdf(d, low[d]) + cdf(d, high[d])) / 2), low[d], high[d]);
        }
        var (joint, rest, work) = (new double[weights.Length], new double[known.Length], new double[_numbers]);
        double[] from = new double[known.Length], to = new double[known.Length];
        var component = 0;
        for (var round = 0; round <= (points ? 0 : Rounds); round++)
        {
            component = Component(pattern, weights, row, joint, rest, random);
            if (points) break;
            var mean = mixture.Means[component];
            for (var d = 0; d < work.Length; d++) work[d] = row[d] - mean[d];
            for (var k = 0; k < known.Length; k++) (from[k], to[k]) = (low[known[k]] - mean[known[k]], high[known[k]] - mean[known[k]]);
            pattern.Given[component].Sweep(from, to, work, random);
            foreach (var d in known) row[d] = Math.Clamp(work[d] + mean[d], low[d], high[d]);
        }
        for (var d = 0; d < work.Length; d++) work[d] = row[d] - mixture.Means[component][d];
        pattern.Given[component].DrawRest(work, random);
        for (var d = 0; d < work.Length; d++)
            if (double.IsNaN(low[d])) row[d] = work[d] + mixture.Means[component][d];
        return component;
    }

    /// <summary>An item in proportion to its weight.</summary>
    public static int Pick(double[] weights, SplitRandom random)
    {
        var total = 0.0;
        foreach (var weight in weights) total += weight;
        var left = random.NextDouble() * total;
        var last = 0;
        for (var c = 0; c < weights.Length; c++)
        {
            if (!(weights[c] > 0)) continue;
            last = c;
            left -= weights[c];
            if (left < 0) break;
        }
        return last;
    }

    private int Component(Pattern pattern, double[] weights, double[] row, double[] joint, double[] rest, SplitRandom random)
    {
        var most = double.NegativeInfinity;
        for (var c = 0; c < joint.Length; c++)
        {
            var (root, squares) = (pattern.Roots[c], 0.0);
            for (var i = 0; i < rest.Length; i++)
            {
                var sum = row[pattern.Known[i]] - mixture.Means[c][pattern.Known[i]];
                for (var j = 0; j < i; j++) sum -= root[i, j] * rest[j];
                rest[i] = sum / root[i, i];
                squares += rest[i] * rest[i];
            }
            joint[c] = weights[c] + pattern.Constants[c] - squares / 2;
            most = Math.Max(most, joint[c]);
        }
        for (var c = 0; c < joint.Length; c++) joint[c] = PortableMath.Exp(joint[c] - most);
        return Pick(joint, random);
    }

    private Pattern Of(int[] known)
    {
        var key = string.Join(' ', known);
        if (_patterns.TryGetValue(key, out var pattern)) return pattern;
        var roots = new double[mixture.Components][,];
        var (constants, given) = (new double[roots.Length], new KnownLatents[roots.Length]);
        for (var c = 0; c < roots.Length; c++)
        {
            given[c] = new KnownLatents(mixture.Factors[c], known);
            roots[c] = given[c].Root;
            for (var i = 0; i < known.Length; i++) constants[c] -= PortableMath.Log(roots[c][i, i]);
        }
        _patterns.Add(key, pattern = new(known, roots, constants, given));
        return pattern;
    }

    private void Read(int column, int row, int component, Knowledge knowledge, double[] numbers, CellDraws draws, SplitRandom random)
    {
        var own = bins[column];
        if (dimensions[column] is >= 0 and var d) draws.Places[column][row] = cdf(d, numbers[d]);
        if (codes[column] < 0) return;
        var shares = mixture.Shares[component][codes[column]];
        var state = Pick(knowledge == Knowledge.Present ? shares[..own.Bins] : shares, random);
        draws.Missing[column][row] = state == own.MissingState;
        if (dimensions[column] < 0 && state < own.Bins) draws.Places[column][row] = own.Interval(state).At(random.NextDouble());
    }
}
