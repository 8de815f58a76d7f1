namespace SynthNotebooks.Notebooks.Leaks.Records;

/// <summary>Which values of an identifier or of free text tell a record by themselves.</summary>
/// <remarks>
/// A value does when fewer than <see cref="Rare"/> rows hold it and its form is sparse: of all values of the same form (a digit for a digit, a letter
/// for a letter, at places that vary), at most one in <see cref="Sparsity"/> occurs in the table. So a made-up identifier of that form is a real one by
/// chance at most once in a thousand; <c>P0001</c> to <c>P0400</c>, which fill their form, tell nothing alone.
/// </remarks>
internal static class IdentifyingForms
{
    /// <summary>From this many rows on, a value or a combination of values tells nobody; the least count that generators keep a category for.</summary>
    public const int Rare = 5;

    /// <summary>Possible values of a form to a real one, at least.</summary>
    public const double Sparsity = 1000;

    private const int LongestForm = 40, WellSeen = 20;

    /// <summary>One flag a value.</summary>
    public static bool[] Of(string[] phrases, Func<int, int> count)
    {
        var forms = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        for (var code = 0; code < phrases.Length; code++)
        {
            var form = Form(phrases[code]);
            if (!forms.TryGetValue(form, out var members)) forms[form] = members = [];
            members.Add(code);
        }
        var identifies = new bool[phrases.Length];
        foreach (var (form, members) in forms)
        {
            if (Space(form, members, phrases) / members.Count < Sparsity) continue;
            foreach (var code in members) identifies[code] = count(code) is > 0 and < Rare;
        }
        return identifies;
    }

    private static string Form(string phrase) => string.Create(Math.Min(phrase.Length, LongestForm), phrase, (form, text) =>
    {
        for (var i = 0; i < form.Length; i++) form[i] = char.IsAsciiDigit(text[i]) ? '0' : char.IsLetter(text[i]) ? 'a' : text[i];
    });

    // Of a form that was seen often, places where all values agree count for one character, and others for those that were seen.
    private static double Space(string form, List<int> members, string[] phrases)
    {
        var space = 1.0;
        var seen = new HashSet<char>();
        for (var i = 0; i < form.Length; i++)
        {
            if (form[i] is not ('0' or 'a')) continue;
            if (members.Count < WellSeen)
            {
                space *= form[i] == '0' ? 10 : 26;
                continue;
            }
            seen.Clear();
            foreach (var code in members) seen.Add(phrases[code][i]);
            space *= seen.Count;
        }
        return space;
    }
}
