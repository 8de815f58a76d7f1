namespace SynthNotebooks.Notebooks.Magics;

/// <summary>Registers a class that implements <see cref="IMagic{TArguments}"/>; its constructor takes nothing or a <see cref="Toolkit"/>.</summary>
/// <param name="name">With the leading <c>#!</c>.</param>
/// <param name="description">One sentence.</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class MagicAttribute(string name, string description) : Attribute
{
    /// <summary>With the leading <c>#!</c>.</summary>
    public string Name { get; } = name;

    /// <summary>One sentence.</summary>
    public string Description { get; } = description;

    /// <summary>A whole line that works, for help and documentation.</summary>
    public required string Example { get; init; }
}
