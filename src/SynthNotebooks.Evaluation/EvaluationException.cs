namespace SynthNotebooks.Evaluation;

/// <summary>Two tables cannot be compared; the message names the table, the column and what is accepted.</summary>
public sealed class EvaluationException : Exception
{
    /// <summary>An evaluation that cannot be done, for the stated reason.</summary>
    public EvaluationException(string message)
        : base(message)
    {
    }

    /// <summary>An evaluation that cannot be done, for the stated reason and cause.</summary>
    public EvaluationException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>An evaluation that cannot be done.</summary>
    public EvaluationException()
    {
    }
}
