using SynthNotebooks.Contracts;

namespace SynthNotebooks.Notebooks.Magics;

/// <summary>The options of the models in the catalog.</summary>
public sealed class ModelOptions : IOptionSource
{
    /// <inheritdoc/>
    public string Chooser => "model";

    /// <inheritdoc/>
    public IReadOnlyList<MagicParameter> Options(Toolkit toolkit)
    {
        ArgumentNullException.ThrowIfNull(toolkit);
        return [.. toolkit.Models.Entries.SelectMany(entry => OptionsRecord.Of(entry.Attribute.Options).Parameters.Select(option => Describe(entry.Id, option)))];
    }

    private static MagicParameter Describe(string model, OptionParameter option) => new(option.Name, option.Type, option.Documentation)
    {
        Group = model,
        Default = option.Default,
        Minimum = option.Minimum,
        Maximum = option.Maximum,
    };
}
