using System.Text.RegularExpressions;

namespace SynthNotebooks.Kernel.Formatting;

/// <summary>Takes what only the compiler says out of the names of types: the class that holds a cell, the names of anonymous types.</summary>
internal static partial class SubmissionNames
{
    public static string Strip(string text)
    {
        if (text.Contains("Submission#", StringComparison.Ordinal)) text = Holder().Replace(text, "");
        return text.Contains("<>f__AnonymousType", StringComparison.Ordinal) ? Anonymous().Replace(text, "(anonymous)") : text;
    }

    [GeneratedRegex(@"\bSubmission#\d+[+.]", RegexOptions.CultureInvariant)]
    private static partial Regex Holder();

    // Type arguments nest, so that angle brackets are counted.
    [GeneratedRegex(@"<>f__AnonymousType\d+(?:#\d+)?(?:<(?>[^<>]+|(?<open><)|(?<-open>>))*(?(open)(?!))>)?", RegexOptions.CultureInvariant)]
    private static partial Regex Anonymous();
}
