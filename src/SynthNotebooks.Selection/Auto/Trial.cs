namespace SynthNotebooks.Selection;

/// <summary>One model with one setting of its options, on its way through a selection.</summary>
/// <param name="model">Id in the catalog.</param>
/// <param name="options">Options that differ from their defaults.</param>
internal sealed class Trial(string model, IReadOnlyDictionary<string, string> options)
{
    private readonly List<FoldScore> _folds = [];

    public string Model => model;

    public IReadOnlyDictionary<string, string> Options => options;

    public CandidateStatus Status { get; private set; } = CandidateStatus.Skipped;

    public string Note { get; set; } = "";

    /// <summary>Wall-clock seconds of one fit on the rows of a fold; the longest so far.</summary>
    public double FitSeconds { get; private set; }

    /// <summary>Wall-clock seconds of one fit and its scores; the longest so far.</summary>
    public double FoldSeconds { get; private set; }

    /// <summary>CPU seconds of the first fit; null before it.</summary>
    public double? CpuSeconds { get; private set; }

    public int Folds => _folds.Count;

    public CandidateResult Result => new(model, options, Status, [.. _folds], Note);

    public void Add(FoldScore score, double fitSeconds, double foldSeconds, double cpuSeconds)
    {
        _folds.Add(score);
        (Status, Note) = (CandidateStatus.Scored, "");
        FitSeconds = Math.Max(FitSeconds, fitSeconds);
        FoldSeconds = Math.Max(FoldSeconds, foldSeconds);
        CpuSeconds ??= cpuSeconds;
    }

    public void Fail(string message) => (Status, Note) = (CandidateStatus.Failed, message);
}
