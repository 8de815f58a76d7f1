using SynthNotebooks.Contracts;

namespace SynthNotebooks.Generators.Private;

/// <summary>One run of AIM.</summary>
/// <remarks>
/// Two fits are kept: one to the marginals as measured, which decides as in the paper whether the noise must become finer, and one to the marginals with noise taken out,
/// which is what is scored and what comes out. Both follow from noisy numbers alone.
/// </remarks>
internal sealed class AimRounds
{
    private const double ShareOfMeasuring = 0.9; // the rest chooses
    private const double Tolerance = 1e-6;
    private readonly PrivateSession _session;
    private readonly AimOptions _options;
    private readonly List<(AttributeSet Columns, double Weight)> _candidates;
    private readonly List<NoisyMarginal> _measured = [], _denoised = [];
    private readonly double _rho;
    private double _variance, _epsilon;
    private TreeDistribution _plain, _model;

    public AimRounds(PrivateSession session, Workload workload, AimOptions options)
    {
        (_session, _options) = (session, options);
        _rho = session.Reading.Allowance.Left;
        _candidates = workload.Candidates();
        var most = _candidates.Max(candidate => candidate.Weight);
        for (var i = 0; i < _candidates.Count; i++) _candidates[i] = (_candidates[i].Columns, _candidates[i].Weight / most); // so that scores move by 1
        var rounds = options.RoundsPerColumn * session.Domain.Length;
        (_variance, _epsilon) = (rounds / (2 * ShareOfMeasuring * _rho), Math.Sqrt(8 * (1 - ShareOfMeasuring) * _rho / rounds));
        for (var column = 0; column < session.Domain.Length; column++)
        {
            _measured.Add(Reading.Measure(AttributeSet.Of(column), _variance));
            _denoised.Add(OneWay.Denoised(_measured[^1], session));
        }
        (_plain, _model) = (OneWay.Independent(session.Domain, _measured), OneWay.Independent(session.Domain, _denoised));
    }

    private PrivateReading Reading => _session.Reading;

    private double CostOfRound => PrivateReading.CostOfMeasuring(_variance) + PrivateReading.CostOfChoosing(_epsilon);

    /// <summary>Measures until the budget is used, and fits.</summary>
    public TreeDistribution Run()
    {
        var start = Reading.Allowance.Used;
        for (var last = false; !last;)
        {
            _session.Context.Cancellation.ThrowIfCancellationRequested();
            last = Reading.Allowance.Left < 2 * CostOfRound;
            if (last)
            {
                var left = Reading.Allowance.Left;
                (_variance, _epsilon) = (1 / (2 * ShareOfMeasuring * left), Math.Sqrt(8 * (1 - ShareOfMeasuring) * left) * (1 - 1e-12));
            }
            Round();
            _session.Context.Progress?.Report(new(0.1 + 0.7 * (Reading.Allowance.Used - start) / (_rho - start), "measuring"));
        }
        _session.Context.Progress?.Report(new(0.8, "last fit"));
        return Fit(_denoised, _model, _options.Iterations);
    }

    private void Round()
    {
        var (queries, total) = (new MarginalQueries(_model), _model.Total);
        var open = Open((Reading.Allowance.Used + CostOfRound) / _rho);
        var scores = new double[open.Count];
        var perCell = Math.Sqrt(2 / Math.PI * _variance);
        Statistical.TrainingTable.InParallel(open.Count, _session.Context, i =>
        {
            var counts = Reading.Table.Counts(open[i].Columns);
            scores[i] = open[i].Weight * (MarginalDistance.L1(counts, queries.Marginal(open[i].Columns), total) - perCell * counts.Length);
        });
        var chosen = open[Reading.Choose(scores, _epsilon, total)].Columns;
        _measured.Add(Reading.Measure(chosen, _variance));
        _denoised.Add(MarginalDenoising.Of(_measured[^1], [.. queries.Marginal(chosen).Select(share => share * total)], _session.Domain, _session.Ordered));
        _model = Fit(_denoised, _model, _options.RoundIterations);
        var before = new MarginalQueries(_plain).Marginal(chosen);
        _plain = Fit(_measured, _plain, _options.RoundIterations);
        var after = new MarginalQueries(_plain).Marginal(chosen);
        // The model moved by no more than noise would move it: finer measurements are needed.
        if (MarginalDistance.L1(before, after, total) <= perCell * before.Length) (_variance, _epsilon) = (_variance / 4, _epsilon * 2);
    }

    // Candidates with which the model stays within its share of the size, and those that it holds already.
    private List<(AttributeSet Columns, double Weight)> Open(double used)
    {
        var share = Math.Min(1, used);
        var sets = AttributeSet.Maximal([.. _measured.Select(marginal => marginal.Columns).Concat(_session.Size.Zeros).Distinct()]);
        var fits = new bool[_candidates.Count];
        Statistical.TrainingTable.InParallel(_candidates.Count, _session.Context, i =>
        {
            var candidate = _candidates[i].Columns;
            fits[i] = sets.Exists(candidate.IsSubsetOf) || _session.Size.Fits([.. sets, candidate], share);
        });
        return [.. _candidates.Where((_, i) => fits[i])];
    }

    private TreeDistribution Fit(List<NoisyMarginal> marginals, TreeDistribution start, int steps)
    {
        var tree = _session.Tree(_session.Domain, marginals);
        var descent = new EntropicDescent(tree, marginals, NoisyMarginal.Total(_measured), _session.Zeros);
        descent.StartFrom(start.Potentials);
        return descent.Run(steps, Tolerance, _session.Context.Cancellation);
    }
}
