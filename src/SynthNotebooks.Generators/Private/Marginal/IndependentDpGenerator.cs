using SynthNotebooks.Contracts;
using SynthNotebooks.Data;

namespace SynthNotebooks.Generators.Private;

/// <summary>Differentially private marginals of single columns, sampled independently: the floor of private generators.</summary>
/// <remarks>
/// Every column's histogram gets an equal share of the budget and is projected to the nearest possible one. Claim: (ε, δ)-DP for adding or removing a
/// record, by zCDP. Cost: one pass over the data. Source of the accounting: Bun, Steinke, arXiv:1605.02065.
/// </remarks>
[Generator("dp-independent", typeof(IndependentDpOptions), IsPrivate = true)]
public sealed class IndependentDpGenerator : IPrivateGenerator, IModelLoader
{
    private readonly IndependentDpOptions _options;

    /// <exception cref="ArgumentOutOfRangeException">An option is outside its range.</exception>
    public IndependentDpGenerator(IndependentDpOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Privacy.Validate();
        _options = options;
    }

    /// <inheritdoc/>
    public ModelOrigin Order => ModelOrigin.Of<IndependentDpGenerator>(_options, 0);

    /// <inheritdoc/>
    public IFittedGenerator Fit(DataFrame training, FitContext context)
    {
        var session = PrivateSession.Open("dp-independent", _options.Privacy, training, context);
        var marginals = OneWay.Measure(session, session.Reading.Allowance.Left);
        return session.Model(ModelOrigin.Of<IndependentDpGenerator>(_options, context.Seed), OneWay.Fitted(session, marginals));
    }

    /// <inheritdoc/>
    public void Check(DataFrame training, FitContext context) => PrivateSession.Check(_options.Privacy, training, context);

    /// <inheritdoc/>
    public IFittedGenerator Load(ModelReader reader) => PrivateModel.Load(reader);
}
