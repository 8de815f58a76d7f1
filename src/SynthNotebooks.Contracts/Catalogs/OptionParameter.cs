namespace SynthNotebooks.Contracts;

/// <summary>One option of a generator, as shown in help and completion.</summary>
/// <param name="Name">What a user types, lower case with hyphens.</param>
/// <param name="Type">Of its value; nullable types without the null.</param>
/// <param name="Default">Its value when not given.</param>
/// <param name="Documentation">What it does, from the documentation beside the assembly; empty when that is not there.</param>
/// <param name="Minimum">Smallest legal number; null when not stated.</param>
/// <param name="Maximum">Largest legal number; null when not stated.</param>
public sealed record OptionParameter(string Name, Type Type, object? Default, string Documentation, double? Minimum, double? Maximum)
{
    /// <summary>Legal texts of an enumeration or a flag, for completion; empty for other types.</summary>
    public IReadOnlyList<string> Choices => Type == typeof(bool) ? ["true", "false"]
        : Type.IsEnum ? [.. Enum.GetNames(Type).Select(OptionNames.Kebab)]
        : [];
}
