namespace SynthNotebooks.Evaluation;

/// <summary>How far an evaluation goes.</summary>
public enum EvaluationDepth
{
    /// <summary>Scores that compare the tables as they are.</summary>
    Standard,

    /// <summary>Also scores of trained models: detection, utility, fairness. Several seconds of processor time on tens of thousands of rows.</summary>
    Full,
}
