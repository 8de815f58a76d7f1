using System.Text.RegularExpressions;

namespace SynthNotebooks.Notebooks.Leaks.Patterns;

/// <summary>Finds what identifies a person by its form alone. Numbers and addresses that are reserved for examples are left out.</summary>
internal static partial class PatternRules
{
    private static readonly (string What, Regex Form, Func<string, bool> Holds)[] Rules =
    [
        ("e-mail address", Email(), IsRealEmail),
        ("telephone number", Phone(), IsRealPhone),
        ("social security number", SocialSecurity(), text => text is not ("078-05-1120" or "219-09-9999" or "123-45-6789")),
        ("payment card number", Card(), text => AccountNumbers.IsCard(text) && !IsTestCard(text)),
        ("bank account number (IBAN)", Iban(), AccountNumbers.IsIban),
        ("medical record number", MedicalRecord(), _ => true),
        ("password in an address", Credentials(), _ => true),
    ];

    /// <summary>What is found in a line: its kind and the text.</summary>
    public static IEnumerable<(string What, string Text)> Of(string line)
    {
        foreach (var (what, form, holds) in Rules)
        {
            foreach (Match match in form.Matches(line))
                if (holds(match.Value)) yield return (what, match.Value);
        }
    }

    private static bool IsRealEmail(string text)
    {
        var domain = text[(text.LastIndexOf('@') + 1)..].ToLowerInvariant();
        return !(domain.StartsWith("example.", StringComparison.Ordinal) || domain.Contains(".example.", StringComparison.Ordinal) || domain.EndsWith(".example", StringComparison.Ordinal)
            || domain.EndsWith(".test", StringComparison.Ordinal) || domain.EndsWith(".invalid", StringComparison.Ordinal) || domain.EndsWith(".localhost", StringComparison.Ordinal));
    }

    // A sum with a sign has no separators; 555-0100 to 555-0199 belong to nobody.
    private static bool IsRealPhone(string text)
    {
        var digits = text.Count(char.IsAsciiDigit);
        return digits is >= 8 and <= 15 && (digits >= 11 || text.AsSpan().IndexOfAny(" -(") >= 0) && !text.Contains("555-01", StringComparison.Ordinal);
    }

    private static bool IsTestCard(string text) => string.Concat(text.Where(char.IsAsciiDigit)) is
        "4111111111111111" or "4242424242424242" or "4012888888881881" or "5555555555554444" or "5105105105105100" or "378282246310005" or "371449635398431" or "6011111111111117" or "30569309025904";

    [GeneratedRegex(@"(?<![\w.+-])[\w.+-]{1,64}@(?:[\w-]{1,63}\.){1,4}[A-Za-z]{2,24}(?![\w:/-])", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Email();

    [GeneratedRegex(@"(?<![\w.+-])(?:\+[1-9][0-9]{0,2}(?:[ -]?\(?[0-9]{2,4}\)?){2,5}|(?:\([2-9][0-9]{2}\) ?|[2-9][0-9]{2}-)[2-9][0-9]{2}-[0-9]{4})(?![\w-]|\.[0-9])", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Phone();

    [GeneratedRegex(@"(?<![\w.-])(?!000|666|9)[0-9]{3}-(?!00)[0-9]{2}-(?!0000)[0-9]{4}(?![\w-])", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex SocialSecurity();

    [GeneratedRegex(@"(?<![\w.-])[2-6][0-9]{3}(?:[ -]?[0-9]){9,15}(?![\w-]|\.[0-9])", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Card();

    [GeneratedRegex(@"(?<!\w)[A-Z]{2}[0-9]{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,3})?(?!\w)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Iban();

    [GeneratedRegex(@"(?<!\w)(?:MRN|[Mm]edical record (?:number|no\.?))[ :#\t]{1,4}[A-Z]{0,3}-?[0-9]{5,10}(?!\w)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex MedicalRecord();

    [GeneratedRegex(@"\b[a-z][a-z0-9+]{1,20}://[^\s/:@""'<>{}]{1,64}:[^\s/@""'<>{}]{1,64}@", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Credentials();
}
