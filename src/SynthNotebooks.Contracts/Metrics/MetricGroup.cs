namespace SynthNotebooks.Contracts;

/// <summary>The part of a report that a metric belongs to; an evaluation may be asked for some of them.</summary>
public enum MetricGroup
{
    /// <summary>The leading scores: Shape, Trend and Quality.</summary>
    Fidelity,

    /// <summary>Columns one by one.</summary>
    Columns,

    /// <summary>Dependence of two columns.</summary>
    Pairs,

    /// <summary>Many columns together.</summary>
    Joint,

    /// <summary>Order in time; undefined without a time column.</summary>
    Time,

    /// <summary>Whether cells are ones that the real table could hold.</summary>
    Validity,

    /// <summary>How well models told real and synthetic rows apart.</summary>
    Detection,

    /// <summary>What models trained on synthetic rows are worth.</summary>
    Utility,

    /// <summary>Whether models treat groups alike.</summary>
    Fairness,

    /// <summary>Risk to the records that a generator learnt.</summary>
    Privacy,
}
