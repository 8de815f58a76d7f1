using SynthNotebooks.Data;
using SynthNotebooks.Generators.Completion;
using SynthNotebooks.Learning;

namespace SynthNotebooks.Generators.Statistical;

/// <summary>Draws rows of a Gaussian mixture that meet a condition, exactly. Immutable.</summary>
/// <remarks>
/// A component and a box of its numbers are proposed in proportion to a bound of their joint probability, then the box's numbers; what is accepted is
/// an exact draw. Other numbers follow by the conditional normal distribution, states by their shares under the condition.
/// </remarks>
internal sealed class ConditionedGmm
{
    private const int MostProposals = 1 << 14;
    private const double Margin = 1e-9; // of an interval's width: keeps rounding from leaving it
    private readonly GaussianMixture _mixture;
    private readonly ColumnBins[] _bins;
    private readonly int[] _dimensions, _codes;
    private readonly Func<int, double, double> _cdf;
    private readonly List<Proposal> _proposals = [];
    private readonly AliasTables _choice;

    private ConditionedGmm(GaussianMixture mixture, ColumnBins[] bins, int[] dimensions, int[] codes, Func<int, double, double> quantile, Func<int, double, double> cdf, List<Part> parts)
    {
        (_mixture, _bins, _dimensions, _codes, _cdf) = (mixture, bins, dimensions, codes, cdf);
        var bounds = new List<double>();
        foreach (var part in parts)
            for (var c = 0; c < mixture.Components; c++) Propose(part, c, quantile, bounds);
        if (_proposals.Count == 0) throw ConditionErrors.Impossible();
        _choice = new AliasTables(1, _proposals.Count);
        var most = bounds.Max();
        _choice.Set(0, [.. bounds.Select(bound => (float)PortableMath.Exp(bound - most))]);
    }

    /// <summary>A box of numbers, the share of each state that is left of every coded column, and the sets they come from.</summary>
    private sealed record Part(LatentBox Numbers, double[]?[] Left, ColumnSet?[] Sets);

    private sealed record Proposal(Part Part, int Component, TruncatedNormal? Numbers, NormalGiven Rest);

    /// <summary>Whether a condition can be met.</summary>
    public static bool CanBe(IReadOnlyList<ColumnSet?[]>? boxes, GaussianMixture mixture, ColumnBins[] bins, int[] dimensions, int[] codes) =>
        boxes is not null && Parts(boxes, mixture, bins, dimensions, codes) is not null;

    /// <exception cref="Contracts.FitException">The condition cannot be met, or not by inference.</exception>
    public static ConditionedGmm Of(IReadOnlyList<ColumnSet?[]>? boxes, GaussianMixture mixture, ColumnBins[] bins, int[] dimensions, int[] codes, Func<int, double, double> quantile, Func<int, double, double> cdf) =>
        new(mixture, bins, dimensions, codes, quantile, cdf, (boxes is null ? null : Parts(boxes, mixture, bins, dimensions, codes)) ?? throw ConditionErrors.NotByInference());

    /// <summary>Draws rows.</summary>
    public CellDraws Draw(int rows, SplitRandom random)
    {
        var draws = CellDraws.Of(_bins.Length, rows);
        var d = _mixture.Means[0].Length;
        double[] numbers = new double[d], restricted = new double[d];
        for (var row = 0; row < rows; row++)
        {
            Proposal proposal;
            do proposal = _proposals[_choice.Draw(0, random.NextUInt64())];
            while (!(proposal.Numbers?.TryDraw(random, restricted) ?? true));
            var box = proposal.Part.Numbers;
            for (var k = 0; k < box.Latents.Length; k++) numbers[box.Latents[k]] = restricted[k];
            proposal.Rest.Draw(numbers, random);
            for (var i = 0; i < _bins.Length; i++) Read(i, row, proposal, numbers, draws, random);
        }
        return draws;
    }

    private static List<Part>? Parts(IReadOnlyList<ColumnSet?[]> boxes, GaussianMixture mixture, ColumnBins[] bins, int[] dimensions, int[] codes)
    {
        var all = new List<Part>();
        foreach (var box in boxes)
        {
            var parts = new List<Part> { new(LatentBox.Free, new double[bins.Length][], box) };
            for (var i = 0; i < bins.Length; i++)
            {
                if (box[i] is not { } set) continue;
                var (column, next) = (i, new List<Part>());
                foreach (var part in parts)
                    foreach (var (numbers, left) in Options(bins[i], dimensions[i], codes[i], set))
                        if (part.Numbers.Intersect(numbers) is { } both) next.Add(part with { Numbers = both, Left = [.. part.Left.Select((own, j) => j == column ? left : own)] });
                parts = next;
                if (parts.Count * mixture.Components > MostProposals) return null;
            }
            all.AddRange(parts);
            if (all.Count * mixture.Components > MostProposals) return null;
        }
        return all;
    }

    private static IEnumerable<(LatentBox Numbers, double[]? Left)> Options(ColumnBins bins, int dimension, int code, ColumnSet set)
    {
        if (code < 0 && set.Values.Parts.Count == 0) yield break; // it is never missing
        if (dimension < 0)
        {
            yield return (LatentBox.Free, code < 0 ? null : Left(bins, set));
            yield break;
        }
        var gone = bins.MissingState;
        if (set.Missing && gone >= 0) yield return (LatentBox.Free, [.. Enumerable.Range(0, bins.States).Select(state => state == gone ? 1.0 : 0)]);
        foreach (var part in set.Values.Parts)
            yield return (LatentBox.Of(dimension, part), code < 0 ? null : [.. Enumerable.Range(0, bins.States).Select(state => state == gone ? 0.0 : 1)]);
    }

    private static double[] Left(ColumnBins bins, ColumnSet set) => [.. Enumerable.Range(0, bins.States).Select(state =>
        state == bins.MissingState ? set.Missing ? 1.0 : 0 : Math.Min(1, set.Values.Width(bins.Interval(state)) / bins.Interval(state).Width))];

    private void Propose(Part part, int component, Func<int, double, double> quantile, List<double> bounds)
    {
        var weight = _mixture.Weights[component];
        for (var i = 0; i < _bins.Length; i++)
        {
            if (part.Left[i] is not { } left) continue;
            var sum = 0.0;
            for (var state = 0; state < left.Length; state++) sum += left[state] * _mixture.Shares[component][_codes[i]][state];
            weight *= sum;
        }
        if (!(weight > 0)) return;
        var (box, factor, mean) = (part.Numbers, _mixture.Factors[component], _mixture.Means[component]);
        var n = box.Latents.Length;
        TruncatedNormal? numbers = null;
        if (n > 0)
        {
            var covariance = new double[n, n];
            for (var i = 0; i < n; i++)
                for (var j = 0; j <= i; j++)
                    for (var k = 0; k <= Math.Min(box.Latents[i], box.Latents[j]); k++) covariance[i, j] += factor[box.Latents[i], k] * factor[box.Latents[j], k];
            double[] low = [.. box.Latents.Select((d, k) => quantile(d, box.Intervals[k].Low) - mean[d])], high = [.. box.Latents.Select((d, k) => quantile(d, box.Intervals[k].High) - mean[d])];
            for (var k = 0; k < n; k++)
                if (!(low[k] < high[k])) return; // narrower than the table of the distribution function
            numbers = new TruncatedNormal(covariance, low, high);
        }
        _proposals.Add(new(part, component, numbers, new NormalGiven(factor, box.Latents, [.. Enumerable.Range(0, mean.Length).Except(box.Latents)])));
        bounds.Add(PortableMath.Log(weight) + (numbers?.LogBound ?? 0));
    }

    private void Read(int column, int row, Proposal proposal, double[] numbers, CellDraws draws, SplitRandom random)
    {
        var bins = _bins[column];
        if (_dimensions[column] is >= 0 and var d)
        {
            var place = _cdf(d, numbers[d] + _mixture.Means[proposal.Component][d]);
            var at = Array.IndexOf(proposal.Part.Numbers.Latents, d);
            if (at >= 0 && proposal.Part.Numbers.Intervals[at] is var interval)
                place = Math.Clamp(place, interval.Low + Margin * interval.Width, interval.High - Margin * interval.Width);
            draws.Places[column][row] = place;
        }
        if (_codes[column] < 0)
        {
            if (_dimensions[column] < 0) draws.Places[column][row] = random.NextDouble();
            return;
        }
        var shares = _mixture.Shares[proposal.Component][_codes[column]];
        if (proposal.Part.Left[column] is { } left) shares = [.. shares.Zip(left, (share, part) => share * part)];
        var state = GmmCompletion.Pick(shares, random);
        draws.Missing[column][row] = state == bins.MissingState;
        if (_dimensions[column] >= 0 || state >= bins.Bins) return;
        var within = random.NextDouble();
        draws.Places[column][row] = proposal.Part.Sets[column] is { } set ? set.Values.Pick(bins.Interval(state), within) : bins.Interval(state).At(within);
    }
}
