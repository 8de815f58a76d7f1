using SynthNotebooks.Contracts;

namespace SynthNotebooks.Generators.Private;

/// <summary>One run of AIM.</summary>
internal sealed class AimRounds
{
    private const double ShareOfMeasuring = 0.9; // the rest chooses
    private const int RoundsPerColumn = 16;
    private readonly PrivateSession _session;
    private readonly AimOptions _options;
    private readonly List<(AttributeSet Columns, double Weight)> _candidates;
    private readonly List<NoisyMarginal> _measured = [];
    private readonly double _rho;
    private double _variance, _epsilon;
    private TreeDistribution _model;

    public AimRounds(PrivateSession session, Workload workload, AimOptions options)
    {
        (_session, _options) = (session, options);
        _rho = session.Reading.Allowance.Left;
        _candidates = workload.Candidates();
        var most = _candidates.Max(candidate => candidate.Weight);
        for (var i = 0; i < _candidates.Count; i++) _candidates[i] = (_candidates[i].Columns, _candidates[i].Weight / most); // so that scores move by 1
        var rounds = RoundsPerColumn * session.Domain.Length;
        (_variance, _epsilon) = (rounds / (2 * ShareOfMeasuring * _rho), Math.Sqrt(8 * (1 - ShareOfMeasuring) * _rho / rounds));
        _model = null!; // made by Run before anything reads it
    }

    private PrivateReading Reading => _session.Reading;

    /// <summary>Measures until the budget is used, and fits.</summary>
    public TreeDistribution Run()
    {
        for (var column = 0; column < _session.Domain.Length; column++) _measured.Add(OneWay.Denoised(Reading.Measure(AttributeSet.Of(column), _variance), _session));
        _model = OneWay.Independent(_session.Domain, _measured);
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
        return Fit(_options.Iterations);
    }

    private double CostOfRound => PrivateReading.CostOfMeasuring(_variance) + PrivateReading.CostOfChoosing(_epsilon);

    private void Round()
    {
        var queries = new MarginalQueries(_model);
        var open = Open((Reading.Allowance.Used + CostOfRound) / _rho);
        var scores = new double[open.Count];
        var perCell = Math.Sqrt(2 / Math.PI * _variance);
        Statistical.TrainingTable.InParallel(open.Count, _session.Context, i =>
        {
            var counts = Reading.Table.Counts(open[i].Columns);
            scores[i] = open[i].Weight * (MarginalDistance.L1(counts, queries.Marginal(open[i].Columns), _model.Total) - perCell * counts.Length);
        });
        var chosen = open[Reading.Choose(scores, _epsilon, _model.Total)].Columns;
        var before = queries.Marginal(chosen);
        _measured.Add(MarginalDenoising.Of(Reading.Measure(chosen, _variance), [.. before.Select(share => share * _model.Total)], _session.Domain, _session.Ordered));
        _model = Fit(_options.RoundIterations);
        var after = new MarginalQueries(_model).Marginal(chosen);
        // The model moved by no more than noise would: finer measurements are needed.
        if (MarginalDistance.L1(before, after, _model.Total) <= perCell * before.Length) (_variance, _epsilon) = (_variance / 4, _epsilon * 2);
    }

    // Candidates with which the model stays within its share of the size, and those that it holds already.
    private List<(AttributeSet Columns, double Weight)> Open(double used)
    {
        var most = _options.ModelMegabytes * 1e6 / sizeof(double) * Math.Min(1, used);
        var sets = AttributeSet.Maximal([.. _measured.Select(marginal => marginal.Columns).Distinct()]);
        var fits = new bool[_candidates.Count];
        Statistical.TrainingTable.InParallel(_candidates.Count, _session.Context, i =>
        {
            var candidate = _candidates[i].Columns;
            fits[i] = sets.Exists(candidate.IsSubsetOf) || Triangulation.Cells(Triangulation.Cliques(_session.Domain, [.. sets, candidate]), _session.Domain) <= most;
        });
        return [.. _candidates.Where((_, i) => fits[i])];
    }

    private TreeDistribution Fit(int steps)
    {
        var tree = JunctionTree.Of(_session.Domain, _measured.Select(marginal => marginal.Columns));
        var descent = new EntropicDescent(tree, _measured, NoisyMarginal.Total(_measured), []);
        descent.StartFrom(_model.Potentials);
        return descent.Run(steps, 1e-6, _session.Context.Cancellation);
    }
}
