using System.Globalization;
using Microsoft.AspNetCore.Html;
using Microsoft.DotNet.Interactive.Formatting;

namespace SynthNotebooks.Kernel.Formatting;

/// <summary>A value within a table: short, on one line.</summary>
/// <param name="Text">Plain.</param>
/// <param name="Markup">HTML of its own; null for the encoded text.</param>
/// <param name="IsNumber">Stands to the right.</param>
internal readonly record struct CellText(string Text, string? Markup = null, bool IsNumber = false)
{
    private const int MostCharacters = 100;

    public string Html => Markup ?? ShownText.Html(Text);

    public static CellText Of(object? value)
    {
        if (value is null) return new CellText(Formatter.NullString);
        if (IsNumeric(value)) return new CellText(((IFormattable)value).ToString(null, CultureInfo.InvariantCulture), IsNumber: true);
        var text = Short(ScalarText.Of(value) ?? Summary(value));
        return value is IHtmlContent || ValueFormatter.HasFormatter(value.GetType(), "text/html") ? new CellText(text, value.ToDisplayString("text/html")) : new CellText(text);
    }

    /// <summary>Text of any origin, on one line and not longer than others.</summary>
    public static CellText OfLine(string text) => new(Short(text));

    private static string Summary(object value)
    {
        try
        {
            return SubmissionNames.Strip(value switch
            {
                System.Runtime.CompilerServices.ITuple tuple => SequenceDisplay.Line(tuple),
                System.Collections.IEnumerable sequence => SequenceDisplay.Line(sequence),
                _ when !ValueFormatter.IsScalar(value.GetType()) && !ValueFormatter.HasFormatter(value.GetType(), "text/plain") => RecordText.OfDeep(value) ?? value.ToString() ?? "",
                _ when ValueFormatter.HasFormatter(value.GetType(), "text/plain") => FirstLine(value.ToDisplayString("text/plain")),
                _ => value.ToDisplayString(PlainTextSummaryFormatter.MimeType),
            });
        }
        catch (Exception failure) // a value that cannot be told must not hide the others
        {
            return $"({failure.GetBaseException().GetType().Name})";
        }
    }

    // Of a table, its title.
    private static string FirstLine(string text) => text.AsSpan().Trim().IndexOf('\n') is >= 0 and var end ? text.TrimStart()[..end].TrimEnd() : text.Trim();

    private static string Short(string text) => Cut(text.ReplaceLineEndings(" "), MostCharacters);

    /// <summary>The beginning of a text that is too long.</summary>
    public static string Cut(string text, int most) => text.Length <= most ? text : text[..(char.IsHighSurrogate(text[most - 1]) ? most - 1 : most)] + "...";

    private static bool IsNumeric(object value) => !value.GetType().IsEnum && (Type.GetTypeCode(value.GetType()) is >= TypeCode.SByte and <= TypeCode.Decimal
        || value is Int128 or UInt128 or Half or System.Numerics.BigInteger);
}
