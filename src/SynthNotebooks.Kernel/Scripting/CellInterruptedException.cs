namespace SynthNotebooks.Kernel.Scripting;

/// <summary>Unwinds the code of a cell that the user has interrupted.</summary>
internal sealed class CellInterruptedException(CancellationToken interrupt) : OperationCanceledException("The cell was interrupted.", interrupt);
