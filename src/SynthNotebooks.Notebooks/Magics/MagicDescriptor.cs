namespace SynthNotebooks.Notebooks.Magics;

/// <summary>What is known of a magic from its metadata.</summary>
/// <param name="Name">With the leading <c>#!</c>.</param>
/// <param name="Description">One sentence.</param>
/// <param name="Example">A whole line that works.</param>
/// <param name="Parameters">The magic's own options, the positional one first.</param>
/// <param name="PassThrough">Options it takes for others, by <see cref="MagicParameter.Group"/>; empty for most.</param>
/// <param name="Chooser">Name of the option that chooses the group; null without such options.</param>
public sealed record MagicDescriptor(
    string Name, string Description, string Example, IReadOnlyList<MagicParameter> Parameters, IReadOnlyList<MagicParameter> PassThrough, string? Chooser)
{
    /// <summary>The own option that may stand without its name; null when there is none.</summary>
    public MagicParameter? Positional => Parameters.FirstOrDefault(parameter => parameter.IsPositional);

    /// <summary>The own option of a name; null when there is none.</summary>
    public MagicParameter? Find(string name) => Parameters.FirstOrDefault(parameter => parameter.Name == name);
}
