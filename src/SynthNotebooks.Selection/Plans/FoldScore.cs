namespace SynthNotebooks.Selection;

/// <summary>Scores of one model that was fitted without one part of the rows.</summary>
/// <param name="Learnt">Mean of Shape and Trend against the rows it was fitted on, 0 to 1.</param>
/// <param name="HeldOut">The same against the rows it was not fitted on.</param>
/// <param name="ClosestShare">Share of its rows nearer to the former than to the latter: 0.5 for fresh rows.</param>
/// <param name="ClosestError">Standard error of the share, over the rows asked and the rows searched.</param>
public sealed record FoldScore(double Learnt, double HeldOut, double ClosestShare, double ClosestError)
{
    /// <summary>What candidates are compared by.</summary>
    public double Quality => (Learnt + HeldOut) / 2;
}
