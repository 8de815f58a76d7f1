using System.Runtime.Intrinsics;

namespace SynthNotebooks.Learning;

/// <summary>What boosting minimises. Raw scores are [trees a round][rows].</summary>
internal interface IBoostingLoss
{
    /// <summary>Where the raw scores start; one number for each tree of a round.</summary>
    double[] Start { get; }

    /// <summary>First and second derivative of the loss at each row from <paramref name="from"/> to <paramref name="to"/>, as (gradient, curvature, 1, 0).</summary>
    void Differentiate(double[][] raw, Vector256<double>[][] figures, int from, int to);

    /// <summary>Loss of a row.</summary>
    double Loss(double[][] raw, int row);
}
