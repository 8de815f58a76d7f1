using SynthNotebooks.Contracts;
using SynthNotebooks.Data;

namespace SynthNotebooks.Generators.Private;

/// <summary>Differentially private Gaussian copula: noisy histograms of single columns, and noisy correlations of the columns' normal scores.</summary>
/// <remarks>
/// Half of the budget measures the histograms; they turn states into normal scores, whose products, with each record's scores clipped to a bounded length, are
/// summed with noise on a public grid. The matrix is then projected to the nearest correlation matrix. Keeps monotone dependence of ordered columns; listed
/// columns count in the order of their list. Claim: (ε, δ)-DP for adding or removing a record, by zCDP. Cost: rows · columns². Source: Li, Xiong, Jiang, EDBT
/// 2014, doi:10.5441/002/edbt.2014.43.
/// </remarks>
[Generator("dp-copula", typeof(CopulaDpOptions), IsPrivate = true)]
public sealed class CopulaDpGenerator : IPrivateGenerator, IModelLoader
{
    private readonly CopulaDpOptions _options;

    /// <exception cref="ArgumentOutOfRangeException">An option is outside its range.</exception>
    public CopulaDpGenerator(CopulaDpOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Privacy.Validate();
        _options = options;
    }

    /// <inheritdoc/>
    public ModelOrigin Order => ModelOrigin.Of<CopulaDpGenerator>(_options, 0);

    /// <inheritdoc/>
    public IFittedGenerator Fit(DataFrame training, FitContext context)
    {
        RefuseConstraints(context);
        var session = PrivateSession.Open("dp-copula", _options.Privacy, training, context);
        var origin = ModelOrigin.Of<CopulaDpGenerator>(_options, context.Seed);
        var rho = session.Reading.Allowance.Left;
        var several = session.Domain.Length > 1;
        var independent = OneWay.Independent(session.Domain, OneWay.Measure(session, several ? rho / 2 : rho));
        var queries = new MarginalQueries(independent);
        double[][] shares = [.. session.Domain.Select((_, column) => queries.Marginal(AttributeSet.Of(column)))];
        context.Progress?.Report(new(0.5, "correlations"));
        var correlations = several ? NoisyCorrelations.Of(session, shares, independent.Total) : new double[,] { { 1 } };
        return new PrivateCopula(session.Model(origin, independent), shares, correlations);
    }

    /// <inheritdoc/>
    public void Check(DataFrame training, FitContext context)
    {
        RefuseConstraints(context);
        PrivateSession.Check(_options.Privacy, training, context);
    }

    /// <inheritdoc/>
    public IFittedGenerator Load(ModelReader reader) => PrivateCopula.LoadFrom(reader);

    private static void RefuseConstraints(FitContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (context.Constraints.Constraints.FirstOrDefault(constraint => constraint is not RangeConstraint) is { } refused)
            throw new FitException($"Constraint '{refused}' cannot be kept by dp-copula, whose columns meet in ranks alone; take mst, aim or privbayes. Nothing was spent.");
    }
}
