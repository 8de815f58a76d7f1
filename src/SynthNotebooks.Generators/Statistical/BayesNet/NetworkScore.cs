namespace SynthNotebooks.Generators.Statistical;

/// <summary>What a search for a Bayesian network maximises.</summary>
public enum NetworkScore
{
    /// <summary>Likelihood of every record under the smoothed tables learnt from the others.</summary>
    LeaveOneOut,

    /// <summary>Bayesian information criterion: likelihood less half the parameters times the logarithm of the records (Schwarz 1978).</summary>
    Bic,
}
