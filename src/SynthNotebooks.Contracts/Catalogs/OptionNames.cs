using System.Text;

namespace SynthNotebooks.Contracts;

/// <summary>Names as users type them.</summary>
public static class OptionNames
{
    /// <summary><c>PriorRecords</c> becomes <c>prior-records</c>.</summary>
    public static string Kebab(string name)
    {
        var text = new StringBuilder();
        for (var i = 0; i < name.Length; i++)
        {
            var starts = char.IsUpper(name[i]) && i > 0 && (!char.IsUpper(name[i - 1]) || i + 1 < name.Length && char.IsLower(name[i + 1]));
            if (starts) text.Append('-');
            text.Append(char.ToLowerInvariant(name[i]));
        }
        return text.ToString();
    }
}
