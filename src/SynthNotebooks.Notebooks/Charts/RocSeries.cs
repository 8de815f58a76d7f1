using SynthNotebooks.Evaluation.Attacks.Scoring;

namespace SynthNotebooks.Notebooks.Charts;

/// <summary>One ROC curve.</summary>
/// <param name="Name">Stands in the key.</param>
/// <param name="Points">Corners from (0, 0) to (1, 1).</param>
/// <param name="Supported">Fewest false alarms, as a share, that the records tell anything about; the curve begins there. Default 0.</param>
public sealed record RocSeries(string Name, IReadOnlyList<RocPoint> Points, double Supported = 0);
