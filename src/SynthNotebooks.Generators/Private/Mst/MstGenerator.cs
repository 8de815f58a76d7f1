using SynthNotebooks.Contracts;
using SynthNotebooks.Data;

namespace SynthNotebooks.Generators.Private;

/// <summary>Differentially private spanning tree: noisy marginals of single columns and of the pairs along a tree that was chosen privately.</summary>
/// <remarks>
/// A third of the budget measures all columns, a third chooses the pairs with the exponential mechanism, a third measures them. States too rare to stand
/// clear of the noise are merged meanwhile. Claim: (ε, δ)-DP for adding or removing a record, by zCDP. Cost: columns² / 2 counts of the data and one fit on a
/// tree of pairs. Source: McKenna, Miklau, Sheldon, J. Privacy Confidentiality 11(3), 2021, arXiv:2108.04978.
/// </remarks>
[Generator("mst", typeof(MstOptions), IsPrivate = true)]
public sealed class MstGenerator : IPrivateGenerator, IModelLoader
{
    private readonly MstOptions _options;

    /// <exception cref="ArgumentOutOfRangeException">An option is outside its range.</exception>
    public MstGenerator(MstOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Validate();
        _options = options;
    }

    /// <inheritdoc/>
    public ModelOrigin Order => ModelOrigin.Of<MstGenerator>(_options, 0);

    /// <inheritdoc/>
    public IFittedGenerator Fit(DataFrame training, FitContext context)
    {
        var session = PrivateSession.Open("mst", _options.Privacy, training, context);
        var third = session.Reading.Allowance.Left / 3;
        context.Progress?.Report(new(0.1, "single columns"));
        var singles = OneWay.Measure(session, third);
        var merging = RareStates.Of(session.Domain, singles, Math.Sqrt(session.Domain.Length / (2 * third)), session.IsConstrained);
        var reading = session.Reading.Over(merging.Merge(session.Reading.Table));
        List<NoisyMarginal> measured = [.. singles.Select(merging.Merge)];
        context.Progress?.Report(new(0.2, "choosing pairs"));
        var independent = OneWay.Independent(merging.Domain, measured);
        var pairs = SpanningTree.Choose(reading, independent, session.Size, third, context);
        context.Progress?.Report(new(0.5, "pairs"));
        // Where the limit of size allows fewer pairs than a tree has, what their choice did not use measures too.
        var rest = pairs.Count == session.Domain.Length - 1 ? Math.Min(third, reading.Allowance.Left) : reading.Allowance.Left * (1 - 1e-9);
        if (pairs.Count == 0) measured.AddRange(OneWay.Measure(session, reading.Allowance.Left * (1 - 1e-9)).Select(merging.Merge));
        var variance = pairs.Count / (2 * rest);
        var queries = new MarginalQueries(independent);
        foreach (var pair in pairs)
            measured.Add(MarginalDenoising.Of(reading.Measure(pair, variance), [.. queries.Marginal(pair).Select(share => share * independent.Total)], merging.Domain, session.Ordered));
        // Cliques of the columns as they will be sampled: these are held within the limit.
        var tree = JunctionTree.OfCliques(merging.Domain, Triangulation.Cliques(session.Domain, [.. measured.Select(marginal => marginal.Columns), .. session.Size.Zeros]));
        var fitted = new EntropicDescent(tree, measured, NoisyMarginal.Total(measured), session.Zeros).Run(_options.Iterations, 1e-6, context.Cancellation);
        return session.Model(ModelOrigin.Of<MstGenerator>(_options, context.Seed), merging.Undo(fitted));
    }

    /// <inheritdoc/>
    public void Check(DataFrame training, FitContext context) => PrivateSession.Check(_options.Privacy, training, context);

    /// <inheritdoc/>
    public IFittedGenerator Load(ModelReader reader) => PrivateModel.Load(reader);
}
