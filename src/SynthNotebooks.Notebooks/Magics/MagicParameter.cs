namespace SynthNotebooks.Notebooks.Magics;

/// <summary>An option of a magic.</summary>
/// <param name="Name">Kebab case, without the leading hyphens.</param>
/// <param name="Type">Type of the value; a <c>bool</c> of the magic's own is a flag.</param>
/// <param name="Documentation">One or two sentences.</param>
public sealed record MagicParameter(string Name, Type Type, string Documentation)
{
    /// <summary>Whether the value may stand without the name.</summary>
    public bool IsPositional { get; init; }

    /// <summary>Whether the magic needs it.</summary>
    public bool IsRequired { get; init; }

    /// <summary>Value when it is not given; null when that means nothing.</summary>
    public object? Default { get; init; }

    /// <summary>Smallest legal number; null when there is none.</summary>
    public double? Minimum { get; init; }

    /// <summary>Largest legal number; null when there is none.</summary>
    public double? Maximum { get; init; }

    /// <summary>Whose option it is when it is not the magic's own, e.g. a model's id.</summary>
    public string? Group { get; init; }

    /// <summary>Whether the value names a variable to be set.</summary>
    public bool IsNewVariable { get; init; }

    /// <summary>Where completions come from; null for what follows from the type.</summary>
    public ICompletionSource? Completion { get; init; }

    /// <summary>Whether it stands without a value.</summary>
    public bool IsFlag => Type == typeof(bool) && Group is null;
}
