namespace SynthNotebooks.Generators.Industry.Scenarios.Engine;

/// <summary>Names of entities and attributes.</summary>
internal static class Names
{
    /// <summary>Letters, digits and underscores, a letter first, so that formulas can read them.</summary>
    public static void Require(ScenarioNode key, string owner)
    {
        var name = key.Text!;
        var legal = name.Length is > 0 and <= 100 && (char.IsLetter(name[0]) || name[0] == '_');
        foreach (var c in name) legal &= char.IsLetterOrDigit(c) || c == '_';
        if (!legal) throw new ScenarioException(key.Place, $"{owner}: a name has letters, digits and underscores, a letter first.");
    }
}
