using SynthNotebooks.Contracts;

namespace SynthNotebooks.Selection;

/// <summary>Options of <see cref="AutoGenerator"/>.</summary>
/// <param name="Seconds">Time to spend, final fit included. More lets slower models take part, and more is compared. Default 60; legal 0.1 to 1000000.</param>
/// <param name="Plan">File of a plan: replayed when it exists, so that the same data give the same bytes; else written after the fit. Default none.</param>
/// <param name="Candidates">Ids of the models to try, separated by commas; default all but those that copy rows, an ensemble among them.</param>
/// <param name="Folds">Most parts the rows are cut into; each part is held out once while time is left. Default 4; legal 2 to 20.</param>
/// <param name="Trials">Most other settings of the best model that are tried when time is left; 0 for none. Default 12; legal 0 to 1000.</param>
public sealed record AutoOptions(double Seconds = 60, string Plan = "", string Candidates = "", int Folds = 4, int Trials = 12)
{
    /// <exception cref="ArgumentOutOfRangeException">A value is outside its range.</exception>
    internal void Validate()
    {
        Require.InRange(Seconds, 0.1, 1_000_000);
        Require.InRange(Folds, 2, 20);
        Require.InRange(Trials, 0, 1000);
        ArgumentNullException.ThrowIfNull(Plan);
        ArgumentNullException.ThrowIfNull(Candidates);
    }
}
