using SynthNotebooks.Contracts;
using SynthNotebooks.Data;

namespace SynthNotebooks.Generators.Private;

/// <summary>Differentially private Bayesian network: parents chosen one column after the other, then the marginal of each column with its parents.</summary>
/// <remarks>
/// A tenth of the budget measures single columns, four tenths choose, the rest measures families; the tables are fitted to all of it together, which is more
/// accurate than reading conditionals off single noisy tables. Claim: (ε, δ)-DP for adding or removing a record, by zCDP. Cost: a count of the data for every
/// family that may be chosen. Sources: Zhang, Cormode, Procopiuc, Srivastava, Xiao, TODS 42(4), 2017, doi:10.1145/3134428; McKenna, Sheldon, Miklau, ICML
/// 2019, arXiv:1901.09136 (the fit).
/// </remarks>
[Generator("privbayes", typeof(PrivBayesOptions), IsPrivate = true)]
public sealed class PrivBayesGenerator : IPrivateGenerator, IModelLoader
{
    private const double ShareOfSingles = 0.1, ShareOfChoosing = 0.4;
    private readonly PrivBayesOptions _options;

    /// <exception cref="ArgumentOutOfRangeException">An option is outside its range.</exception>
    public PrivBayesGenerator(PrivBayesOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Validate();
        _options = options;
    }

    /// <inheritdoc/>
    public ModelOrigin Order => ModelOrigin.Of<PrivBayesGenerator>(_options, 0);

    /// <inheritdoc/>
    public IFittedGenerator Fit(DataFrame training, FitContext context)
    {
        var session = PrivateSession.Open("privbayes", _options.Privacy, training, context);
        var (reading, rho) = (session.Reading, session.Reading.Allowance.Left);
        if (session.Domain.Length == 1)
            return session.Model(ModelOrigin.Of<PrivBayesGenerator>(_options, context.Seed), OneWay.Fitted(session, OneWay.Measure(session, rho)));
        List<NoisyMarginal> measured = [.. OneWay.Measure(session, ShareOfSingles * rho)];
        var independent = OneWay.Independent(session.Domain, measured);
        context.Progress?.Report(new(0.1, "choosing parents"));
        var families = new FamilyChoice(session, independent, _options).Choose(ShareOfChoosing * rho, (1 - ShareOfSingles - ShareOfChoosing) * rho);
        context.Progress?.Report(new(0.6, "families"));
        if (families.Count == 0) measured.AddRange(OneWay.Measure(session, reading.Allowance.Left * (1 - 1e-9))); // no pair is within the limit
        var variance = families.Count / (2 * reading.Allowance.Left) * (1 + 1e-12);
        var queries = new MarginalQueries(independent);
        foreach (var family in families)
            measured.Add(MarginalDenoising.Of(reading.Measure(family, variance), [.. queries.Marginal(family).Select(share => share * independent.Total)], session.Domain, session.Ordered));
        var tree = session.Tree(session.Domain, measured);
        var fitted = new EntropicDescent(tree, measured, NoisyMarginal.Total(reading.Measured), session.Zeros).Run(_options.Iterations, 1e-6, context.Cancellation);
        return session.Model(ModelOrigin.Of<PrivBayesGenerator>(_options, context.Seed), fitted);
    }

    /// <inheritdoc/>
    public void Check(DataFrame training, FitContext context) => PrivateSession.Check(_options.Privacy, training, context);

    /// <inheritdoc/>
    public IFittedGenerator Load(ModelReader reader) => PrivateModel.Load(reader);
}
