namespace SynthNotebooks.Generators.Industry.Processes;

/// <summary>Takes the rows that a process makes.</summary>
public interface IProcessRows
{
    /// <param name="seconds">Time of the row in seconds since 1970-01-01; not before that of the row added last.</param>
    /// <param name="cells">One number for each of the process's columns; NaN where the cell is missing. The span may be used again after the call.</param>
    void Add(double seconds, params ReadOnlySpan<double> cells);
}
