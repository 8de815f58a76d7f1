namespace SynthNotebooks.Notebooks.Magics;

/// <summary>Options that a magic takes for somebody else, e.g. for the chosen model.</summary>
public interface IOptionSource
{
    /// <summary>The magic's own option that chooses whose options are meant, e.g. <c>model</c>.</summary>
    string Chooser { get; }

    /// <summary>All options; <see cref="MagicParameter.Group"/> tells whose each is.</summary>
    IReadOnlyList<MagicParameter> Options(Toolkit toolkit);
}
