using SynthNotebooks.Contracts;
using SynthNotebooks.Data;

namespace SynthNotebooks.Generators.Private;

/// <summary>Adaptive and iterative mechanism: round by round measures that marginal which the model misses most, as far as a workload cares.</summary>
/// <remarks>
/// Rounds grow cheaper in number and finer in noise where the model stops learning; the model's size is held in bounds as the budget is used. Claim: (ε, δ)-DP
/// for adding or removing a record, by zCDP. Cost: a round counts and queries every marginal that may be chosen, and refits. Source: McKenna, Mullins,
/// Sheldon, Miklau, PVLDB 15(11), 2022, arXiv:2201.12677.
/// </remarks>
[Generator("aim", typeof(AimOptions), IsPrivate = true)]
public sealed class AimGenerator : IPrivateGenerator, IModelLoader
{
    private readonly AimOptions _options;

    /// <exception cref="ArgumentOutOfRangeException">An option is outside its range.</exception>
    public AimGenerator(AimOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Validate();
        _options = options;
    }

    /// <inheritdoc/>
    public ModelOrigin Order => ModelOrigin.Of<AimGenerator>(_options, 0);

    /// <inheritdoc/>
    public IFittedGenerator Fit(DataFrame training, FitContext context)
    {
        ArgumentNullException.ThrowIfNull(training);
        // Read first: a wrong workload must not cost budget.
        var workload = WorkloadOf(training);
        var session = PrivateSession.Open("aim", _options.Privacy, training, context);
        var fitted = new AimRounds(session, workload, _options).Run();
        return session.Model(ModelOrigin.Of<AimGenerator>(_options, context.Seed), fitted);
    }

    /// <inheritdoc/>
    public void Check(DataFrame training, FitContext context)
    {
        ArgumentNullException.ThrowIfNull(training);
        _ = WorkloadOf(training);
        PrivateSession.Check(_options.Privacy, training, context);
    }

    /// <inheritdoc/>
    public IFittedGenerator Load(ModelReader reader) => PrivateModel.Load(reader);

    private Workload WorkloadOf(DataFrame training) =>
        _options.Workload is { } text ? Workload.Read(text, [.. training.Columns.Select(column => column.Name)]) : Workload.All(training.Columns.Count, _options.Degree);
}
