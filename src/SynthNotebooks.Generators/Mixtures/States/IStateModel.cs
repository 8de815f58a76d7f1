using SynthNotebooks.Contracts;
using SynthNotebooks.Data;

namespace SynthNotebooks.Generators.Mixtures;

/// <summary>A fitted joint distribution of the states of a table's columns.</summary>
internal interface IStateModel
{
    /// <summary>Whether evidence is within what exact inference can do.</summary>
    bool CanGive(float[]?[] evidence) => true;

    /// <summary>The distribution under evidence.</summary>
    /// <param name="evidence">For each column the share of each state that is left, 0 to 1; null where the column is free. Null for no evidence at all.</param>
    IStateSampler Given(float[]?[]? evidence);

    /// <summary>Natural logarithm of each row's probability; cells that are not known are summed out.</summary>
    double[] LogProbabilities(StateTable rows, CancellationToken cancellation);

    /// <summary>Draws the cells that are not known, or only known to be present, from their distribution given the others.</summary>
    /// <param name="rows">Changed in place.</param>
    /// <param name="first">First row to complete.</param>
    /// <param name="count">Number of rows to complete.</param>
    /// <param name="random">The rows' own stream.</param>
    void Complete(StateTable rows, int first, int count, SplitRandom random);

    /// <summary>Writes the parameters.</summary>
    void Save(ModelWriter writer);
}

/// <summary>Draws rows from a distribution that is fixed.</summary>
internal interface IStateSampler
{
    /// <summary>Probability of the evidence.</summary>
    double Probability { get; }

    /// <summary>Draws rows.</summary>
    /// <param name="random">The only source of randomness.</param>
    /// <param name="draws">Where the states go, with a uniform number beside each.</param>
    void Draw(SplitRandom random, StateDraws draws);
}
