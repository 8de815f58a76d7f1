namespace SynthNotebooks.Notebooks.Magics;

/// <summary>Offers values of an argument.</summary>
public interface ICompletionSource
{
    /// <summary>All values that could stand there, in the order they should be shown; the caller drops those that do not fit the typed text.</summary>
    IEnumerable<MagicCompletion> Complete(CompletionRequest request);
}
