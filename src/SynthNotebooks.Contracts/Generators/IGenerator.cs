using SynthNotebooks.Data;

namespace SynthNotebooks.Contracts;

/// <summary>A way to learn a table. Options are given to the constructor and validated there; the instance holds no state.</summary>
public interface IGenerator
{
    /// <summary>Learns the table.</summary>
    /// <param name="training">At least one row and one column.</param>
    /// <param name="context">Seed, schema, progress and the rest that surrounds a fit.</param>
    /// <exception cref="FitException">The table cannot be learnt; the message names the column and the reason.</exception>
    /// <exception cref="OperationCanceledException">Within 0.5 s of cancellation.</exception>
    IFittedGenerator Fit(DataFrame training, FitContext context);
}

/// <summary>The table cannot be learnt, or a model cannot do what is asked of it; the message tells the user why and what would help.</summary>
public sealed class FitException(string message, Exception? inner = null) : Exception(message, inner);
