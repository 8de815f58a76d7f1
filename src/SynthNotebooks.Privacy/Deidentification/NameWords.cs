namespace SynthNotebooks.Privacy.Deidentification;

/// <summary>Splits the name of a column into words: <c>patientFirstName</c>, <c>patient_first_name</c> and «Patient First Name» alike.</summary>
internal static class NameWords
{
    /// <summary>The words in lower case, with a space before, between and after.</summary>
    public static string Of(string name)
    {
        var text = new System.Text.StringBuilder(" ");
        for (var i = 0; i < name.Length; i++)
        {
            if (!char.IsLetterOrDigit(name[i]))
            {
                if (text[^1] != ' ') text.Append(' ');
                continue;
            }
            if (i > 0 && char.IsUpper(name[i]) && (char.IsLower(name[i - 1]) || i + 1 < name.Length && char.IsLower(name[i + 1]) && char.IsUpper(name[i - 1])) && text[^1] != ' ') text.Append(' ');
            text.Append(char.ToLowerInvariant(name[i]));
        }
        return text[^1] == ' ' ? text.ToString() : text.Append(' ').ToString();
    }
}
