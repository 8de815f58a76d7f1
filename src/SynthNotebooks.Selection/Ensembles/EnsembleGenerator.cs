using SynthNotebooks.Contracts;
using SynthNotebooks.Data;

namespace SynthNotebooks.Selection;

/// <summary>Several models as one: every row is drawn from one of them, chosen by weight.</summary>
/// <remarks>
/// <para>The models are fitted on three quarters of the rows. Weights are then picked so that rows of all together score best, by the mean of Shape and Trend
/// against rows learnt and rows held out; models whose rows are too close to learnt ones are left out, and so is a model that adds nothing. Those with a
/// weight are fitted again on all rows. One model alone is the result when no mixture is better by more than 0.0005. No privacy guarantee.</para>
/// <para>Cost: two fits of every member, and members × picks scores of 10,000 rows. Conditions are met by rejection. A <see cref="QualityFilter"/> may stand around them all. Source: Caruana, Niculescu-Mizil, Crew,
/// Ksikes, ICML 2004, doi:10.1145/1015330.1015432.</para>
/// </remarks>
[Generator("ensemble", typeof(EnsembleOptions))]
public sealed class EnsembleGenerator : IGenerator, IModelLoader
{
    private const int Folds = 4;
    private readonly EnsembleOptions _options;
    private readonly IReadOnlyList<string> _members;

    /// <exception cref="ArgumentException">An option is outside its range, or a member is unknown or copies rows.</exception>
    public EnsembleGenerator(EnsembleOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Validate();
        (_options, _members) = (options, Candidates.Of(options.Members, ensembles: false));
    }

    /// <inheritdoc/>
    public IFittedGenerator Fit(DataFrame training, FitContext context)
    {
        ArgumentNullException.ThrowIfNull(training);
        ArgumentNullException.ThrowIfNull(context);
        context.Cancellation.ThrowIfCancellationRequested();
        var origin = ModelOrigin.Of<EnsembleGenerator>(_options, context.Seed);
        var quiet = context with { Progress = null };
        if (training.Rows.Count < CrossValidation.FewestRows) return EnsembleModel.Of([Create(_members[0]).Fit(training, quiet)], [1], origin);
        var (ids, counts) = Weigh(training, quiet, context.Progress);
        var members = new List<IFittedGenerator>();
        for (var i = 0; i < ids.Count; i++)
        {
            if (counts[i] == 0) continue;
            context.Progress?.Report(new(0.6 + 0.4 * i / ids.Count, $"fitting {ids[i]} on all rows"));
            members.Add(Create(ids[i]).Fit(training, quiet));
        }
        var model = EnsembleModel.Of(members, [.. counts.Where(count => count > 0).Select(count => (double)count / counts.Sum())], origin);
        return _options.Filter > 0 ? QualityFilter.Around(model, training, new(_options.Filter), quiet) : model;
    }

    /// <inheritdoc/>
    public IFittedGenerator Load(ModelReader reader)
    {
        ArgumentNullException.ThrowIfNull(reader);
        return EnsembleModel.Load(reader);
    }

    private static IGenerator Create(string id) => Candidates.Create(id, new Dictionary<string, string>());

    // Ids of the models that can take part, and how often each is picked.
    private (IReadOnlyList<string> Ids, int[] Counts) Weigh(DataFrame training, FitContext context, IProgress<FitProgress>? progress)
    {
        var validation = new CrossValidation(training, context, Folds);
        var fitted = new List<(string Id, IFittedGenerator Model, bool IsEligible)>();
        FitException? failure = null;
        foreach (var id in _members)
        {
            progress?.Report(new(0.4 * fitted.Count / _members.Count, $"fitting {id}"));
            try
            {
                var model = Create(id).Fit(validation.Learnt(0), context);
                fitted.Add((id, model, new CandidateResult(id, new Dictionary<string, string>(), CandidateStatus.Scored, [validation.Score(model, 0, context.Cancellation)]).IsEligible));
            }
            catch (FitException own)
            {
                failure = own;
            }
        }
        if (fitted.Count == 0) throw failure!;
        if (fitted.Exists(one => one.IsEligible)) fitted.RemoveAll(one => !one.IsEligible);
        progress?.Report(new(0.4, "weights"));
        var samples = fitted.ConvertAll(one => validation.Sample(one.Model, context.Cancellation));
        var counts = new MemberSelection(samples, validation.Scorer(0, context.Cancellation)).Choose(fitted.Count == 1 ? 1 : _options.Picks, context.Cancellation);
        return (fitted.ConvertAll(one => one.Id), counts);
    }
}
