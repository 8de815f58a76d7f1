namespace SynthNotebooks.Notebooks.Magics;

/// <summary>Says where completions of an argument come from.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class CompleteWithAttribute<TSource> : CompleteWithAttribute
    where TSource : ICompletionSource, new()
{
    /// <inheritdoc/>
    public override ICompletionSource Source { get; } = new TSource();
}

/// <summary>The part of <see cref="CompleteWithAttribute{TSource}"/> that does not depend on the source.</summary>
public abstract class CompleteWithAttribute : Attribute
{
    /// <summary>Where completions come from.</summary>
    public abstract ICompletionSource Source { get; }
}
