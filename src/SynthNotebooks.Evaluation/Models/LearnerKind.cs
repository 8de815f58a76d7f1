namespace SynthNotebooks.Evaluation.Models;

/// <summary>The learners that utility and detection are measured with.</summary>
internal enum LearnerKind
{
    /// <summary>Logistic or ridge regression, penalty 1.</summary>
    Linear,

    /// <summary>One tree.</summary>
    Tree,

    /// <summary>A random forest of 30 trees.</summary>
    Forest,

    /// <summary>Histogram gradient boosting, 100 rounds.</summary>
    Boosting,
}
