using SynthNotebooks.Data;
using SynthNotebooks.Generators.Completion;
using SynthNotebooks.Learning;

namespace SynthNotebooks.Generators.Statistical;

/// <summary>Completes rows of a copula: what is known of a row's cells puts its latent variables into intervals, the others follow by the conditional normal distribution.</summary>
/// <remarks>
/// Exact where known cells are points; categories, spikes and grids are intervals, which a chain of 16 rounds draws in. The random scale of t variables is
/// part of the chain, as in its conditional distribution, a scaled inverse chi-squared one. Cost: some 16 · known² operations and 16 · known quantiles a row.
/// </remarks>
internal sealed class LatentCompletion(LatentBoxes boxes, RankScale[] scales, double[,] factor, StudentScale? student)
{
    private const int Rounds = 16, MostPatterns = 1024;
    private const double Edge = 1e-9; // known points are not nearer to the ends of the scale
    private readonly Dictionary<string, KnownLatents> _patterns = new(StringComparer.Ordinal);
    private readonly Dictionary<(int Column, int Atom), LatentBox> _categories = [];
    private readonly int _latents = factor.GetLength(0);

    /// <summary>As <see cref="ICompleting.Draw"/>.</summary>
    public CellDraws Draw(Gaps gaps, SplitRandom random, CancellationToken cancellation)
    {
        var (columns, rows) = (scales.Length, gaps.Rows.Columns.RowCount);
        var draws = CellDraws.Of(columns, rows);
        var cells = Enumerable.Range(0, columns).Select(i => gaps.Redrawn[i] ? [] : Locate(i, gaps.Rows.Columns[i])).ToArray();
        int[] gapped = [.. Enumerable.Range(0, columns).Where(gaps.In)];
        var row = new double[_latents];
        double[] low = new double[_latents], high = new double[_latents];
        for (var r = 0; r < rows; r++)
        {
            if ((r & 63) == 0) cancellation.ThrowIfCancellationRequested();
            if (!HasGap(gaps, gapped, r)) continue;
            low.AsSpan().Fill(double.NegativeInfinity);
            high.AsSpan().Fill(double.PositiveInfinity);
            for (var i = 0; i < columns; i++) Restrict(gaps, cells, i, r, low, high);
            var scale = Chain(low, high, row, random.Split((ulong)r));
            foreach (var i in gapped) Read(i, r, row, scale, draws);
        }
        return draws;
    }

    private static bool HasGap(Gaps gaps, int[] columns, int row)
    {
        foreach (var i in columns)
            if (gaps[i, row] is Knowledge.Present or Knowledge.Nothing) return true;
        return false;
    }

    // Intervals of the uniform scale; for categories picked by decisions, the category's atom.
    private RankInterval[] Locate(int column, Column cells)
    {
        var (scale, atoms) = (scales[column], scales[column].AtomsOf(cells));
        var intervals = scale.Locate(cells);
        for (var row = 0; row < intervals.Length; row++)
        {
            if (atoms[row] < 0) continue;
            var interval = intervals[row];
            if (boxes.Trees[column] is not null) intervals[row] = new(atoms[row], atoms[row]);
            else if (!(interval.Width > 0) && (interval.Low <= 0 || interval.High >= 1)) intervals[row] = scale.Atom(atoms[row]); // beyond all values: the nearest
        }
        return intervals;
    }

    private void Restrict(Gaps gaps, RankInterval[][] cells, int column, int row, double[] low, double[] high)
    {
        var knowledge = gaps[column, row];
        if (knowledge == Knowledge.Nothing || boxes.Marginals[column].MissingRate >= 1) return;
        if (knowledge == Knowledge.Missing)
        {
            if (boxes.Marginals[column].MissingRate > 0) Cut(boxes.Missing(column), low, high);
            return;
        }
        Cut(boxes.Present(column), low, high);
        var first = boxes.ValueLatents[column];
        if (knowledge == Knowledge.Present || first < 0 || double.IsNaN(cells[column][row].Low)) return;
        var interval = cells[column][row];
        if (boxes.Trees[column] is { } tree)
        {
            var atom = (int)interval.Low;
            if (!_categories.TryGetValue((column, atom), out var box)) _categories.Add((column, atom), box = LatentBoxes.Category(tree, first, atom));
            Cut(box, low, high);
        }
        else if (interval.Width > 0) Cut(first, interval, low, high);
        else low[first] = high[first] = Score(Math.Clamp(interval.Low, Edge, 1 - Edge));
    }

    private void Cut(LatentBox box, double[] low, double[] high)
    {
        for (var k = 0; k < box.Latents.Length; k++) Cut(box.Latents[k], box.Intervals[k], low, high);
    }

    // What contradicts what is known already is left out.
    private void Cut(int latent, RankInterval interval, double[] low, double[] high)
    {
        double from = Math.Max(low[latent], Score(interval.Low)), to = Math.Min(high[latent], Score(interval.High));
        if (from < to) (low[latent], high[latent]) = (from, to);
    }

    // Leaves normal variables in the row and returns the scale that makes t variables of them.
    private double Chain(double[] low, double[] high, double[] row, SplitRandom random)
    {
        int[] known = [.. Enumerable.Range(0, low.Length).Where(i => !double.IsInfinity(low[i]) || !double.IsInfinity(high[i]))];
        var given = Given(known);
        double[] from = Array.ConvertAll(known, i => low[i]), to = Array.ConvertAll(known, i => high[i]);
        var points = from.AsSpan().SequenceEqual(to);
        var scale = student?.Draw(random) ?? 1;
        var (below, above) = (new double[known.Length], new double[known.Length]);
        Divide(from, to, scale, below, above);
        given.Start(below, above, row, random);
        var rounds = !points ? Rounds : student is not null && known.Length > 0 ? 1 : 0; // points leave only the scale open, and it follows at once
        for (var round = 0; round < rounds; round++)
        {
            if (student is not null)
            {
                var before = scale;
                scale = student.Given(given.Squares(row) * before * before, known.Length, random);
                foreach (var latent in known) row[latent] *= before / scale;
                Divide(from, to, scale, below, above);
            }
            given.Sweep(below, above, row, random);
        }
        given.DrawRest(row, random);
        return scale;
    }

    private static void Divide(double[] from, double[] to, double scale, double[] below, double[] above)
    {
        for (var k = 0; k < from.Length; k++) (below[k], above[k]) = (from[k] / scale, to[k] / scale);
    }

    private KnownLatents Given(int[] known)
    {
        var key = string.Join(' ', known);
        if (_patterns.TryGetValue(key, out var given)) return given;
        given = new KnownLatents(factor, known);
        if (_patterns.Count < MostPatterns) _patterns.Add(key, given);
        return given;
    }

    private void Read(int column, int row, double[] latents, double scale, CellDraws draws)
    {
        var rate = boxes.Marginals[column].MissingRate;
        draws.Missing[column][row] = rate > 0 && (boxes.MissingLatents[column] < 0 || Uniform(latents[boxes.MissingLatents[column]], scale) < rate);
        var first = boxes.ValueLatents[column];
        if (first < 0) return;
        if (boxes.Trees[column] is not { } tree) draws.Places[column][row] = Uniform(latents[first], scale);
        else draws.Places[column][row] = scales[column].Atom(tree.Pick(node => Uniform(latents[first + node], scale))).Middle;
    }

    private double Uniform(double normal, double scale) => student?.Cdf(normal * scale) ?? NormalTable.Cdf(normal);

    private double Score(double uniform) => student?.Quantile(uniform) ?? PortableMath.NormalQuantile(uniform);
}
