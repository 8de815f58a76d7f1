using System.Text.RegularExpressions;

namespace SynthNotebooks.Privacy.Deidentification;

/// <summary>Which identifier the values of a column tell.</summary>
internal static partial class ValueRules
{
    private static readonly (SafeHarborIdentifier Identifier, string Form, Regex Pattern)[] Rules =
    [
        (SafeHarborIdentifier.Email, "e-mail address", Email()),
        (SafeHarborIdentifier.Url, "web address", Url()),
        (SafeHarborIdentifier.IpAddress, "IP address", Ip()),
        (SafeHarborIdentifier.Device, "hardware (MAC) address", Mac()),
        (SafeHarborIdentifier.SocialSecurity, "social security number (ddd-dd-dddd)", Ssn()),
        (SafeHarborIdentifier.Telephone, "telephone number", Phone()),
        (SafeHarborIdentifier.OtherUnique, "universally unique id", Uuid()),
        (SafeHarborIdentifier.Geography, "nine-digit zip code", ZipPlusFour()),
        (SafeHarborIdentifier.DateOrAge, "date", Date()),
        (SafeHarborIdentifier.Photograph, "picture file", Picture()),
        (SafeHarborIdentifier.Name, "title and name, or «Last, First»", PersonName()),
    ];

    /// <summary>Number of rules.</summary>
    public static int Count => Rules.Length + 1;

    /// <summary>The identifier and its form in words.</summary>
    public static (SafeHarborIdentifier Identifier, string Form) Describe(int rule) =>
        rule < Rules.Length ? (Rules[rule].Identifier, Rules[rule].Form) : (SafeHarborIdentifier.Vehicle, "vehicle identification number (check digit right)");

    /// <summary>Marks the rules that some part of the text meets.</summary>
    public static void Mark(string text, Span<bool> met)
    {
        for (var i = 0; i < Rules.Length; i++) met[i] = Rules[i].Pattern.IsMatch(text);
        met[Rules.Length] = text.Length == 17 && VehicleNumber.IsValid(text);
    }

    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.NonBacktracking;

    [GeneratedRegex(@"\b[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+", Options)]
    private static partial Regex Email();

    [GeneratedRegex(@"\b(https?|ftp)://[^\s]+|\bwww\.[A-Za-z0-9-]+\.[A-Za-z]", Options)]
    private static partial Regex Url();

    [GeneratedRegex(@"\b((25[0-5]|2[0-4][0-9]|1?[0-9]?[0-9])\.){3}(25[0-5]|2[0-4][0-9]|1?[0-9]?[0-9])\b|\b([0-9A-Fa-f]{1,4}:){7}[0-9A-Fa-f]{1,4}\b|\b([0-9A-Fa-f]{1,4}:){1,6}:([0-9A-Fa-f]{1,4}(:[0-9A-Fa-f]{1,4})*)?", Options)]
    private static partial Regex Ip();

    [GeneratedRegex(@"\b([0-9A-Fa-f]{2}[:-]){5}[0-9A-Fa-f]{2}\b", Options)]
    private static partial Regex Mac();

    [GeneratedRegex(@"\b[0-9]{3}-[0-9]{2}-[0-9]{4}\b", Options)]
    private static partial Regex Ssn();

    [GeneratedRegex(@"(\+[0-9]{1,3}[ .-]?)?(\([2-9][0-9]{2}\) ?|\b[2-9][0-9]{2}[ .-])[0-9]{3}[ .-][0-9]{4}\b|\+[0-9]{1,3}([ .-]?[0-9]{2,4}){2,5}\b", Options)]
    private static partial Regex Phone();

    [GeneratedRegex(@"\b[0-9A-Fa-f]{8}-([0-9A-Fa-f]{4}-){3}[0-9A-Fa-f]{12}\b", Options)]
    private static partial Regex Uuid();

    [GeneratedRegex(@"^[0-9]{5}-[0-9]{4}$", Options)]
    private static partial Regex ZipPlusFour();

    [GeneratedRegex(@"\b(19|20)[0-9]{2}[-/.](0?[1-9]|1[0-2])[-/.](0?[1-9]|[12][0-9]|3[01])\b|\b(0?[1-9]|[12][0-9]|3[01])[-/.](0?[1-9]|[12][0-9]|3[01])[-/.](19|20)[0-9]{2}\b|\b(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]* [0-9]{1,2}(, (19|20)[0-9]{2})?\b", Options)]
    private static partial Regex Date();

    [GeneratedRegex(@"\.(jpe?g|png|gif|bmp|tiff?|heic|dcm)$", Options | RegexOptions.IgnoreCase)]
    private static partial Regex Picture();

    [GeneratedRegex(@"\b(Mr|Mrs|Ms|Dr|Prof)\.? \p{Lu}\p{L}+|^\p{Lu}[\p{L}'-]+, \p{Lu}[\p{L}'-]+( \p{Lu}\.)?$", Options)]
    private static partial Regex PersonName();
}
