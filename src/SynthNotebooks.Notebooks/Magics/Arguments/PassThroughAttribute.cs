namespace SynthNotebooks.Notebooks.Magics;

/// <summary>Marks an argument of type <c>IReadOnlyDictionary&lt;string, string&gt;</c> that collects options which are not the magic's own.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class PassThroughAttribute<TSource> : PassThroughAttribute
    where TSource : IOptionSource, new()
{
    /// <inheritdoc/>
    public override IOptionSource Source { get; } = new TSource();
}

/// <summary>The part of <see cref="PassThroughAttribute{TSource}"/> that does not depend on the source.</summary>
public abstract class PassThroughAttribute : Attribute
{
    /// <summary>Where the further options come from.</summary>
    public abstract IOptionSource Source { get; }
}
