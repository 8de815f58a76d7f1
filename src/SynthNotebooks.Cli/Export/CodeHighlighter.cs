using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace SynthNotebooks.Cli.Export;

/// <summary>C# of a cell as HTML, tokens in spans; lines that are magics are marked as a whole.</summary>
internal static class CodeHighlighter
{
    public static string ToHtml(string code)
    {
        var html = new StringBuilder();
        var pending = new StringBuilder();
        foreach (var line in code.Split('\n'))
        {
            if (line.StartsWith("#!", StringComparison.Ordinal) || line.StartsWith("#r ", StringComparison.Ordinal) || line.StartsWith("#load ", StringComparison.Ordinal))
            {
                Flush();
                Span("m", line);
                html.Append('\n');
            }
            else pending.Append(line).Append('\n');
        }
        Flush();
        return html.ToString().TrimEnd('\n');

        void Flush()
        {
            foreach (var token in SyntaxFactory.ParseTokens(pending.ToString(), options: CSharpParseOptions.Default.WithKind(SourceCodeKind.Script)))
            {
                foreach (var trivia in token.LeadingTrivia) Trivia(trivia);
                Span(Class(token), token.Text);
                foreach (var trivia in token.TrailingTrivia) Trivia(trivia);
            }
            pending.Clear();
        }

        void Trivia(SyntaxTrivia trivia) => Span(trivia.Kind() is SyntaxKind.WhitespaceTrivia or SyntaxKind.EndOfLineTrivia ? null : "c", trivia.ToFullString());

        void Span(string? style, string text)
        {
            if (style is null) html.Append(PageText.Encode(text));
            else html.Append("<span class=\"").Append(style).Append("\">").Append(PageText.Encode(text)).Append("</span>");
        }
    }

    private static string? Class(SyntaxToken token) => token.Kind() switch
    {
        SyntaxKind.StringLiteralToken or SyntaxKind.CharacterLiteralToken or SyntaxKind.SingleLineRawStringLiteralToken
            or SyntaxKind.MultiLineRawStringLiteralToken or SyntaxKind.InterpolatedStringTextToken or SyntaxKind.InterpolatedStringStartToken
            or SyntaxKind.InterpolatedStringEndToken or SyntaxKind.InterpolatedVerbatimStringStartToken or SyntaxKind.InterpolatedStringToken => "s",
        SyntaxKind.NumericLiteralToken => "n",
        var kind when SyntaxFacts.IsKeywordKind(kind) || token.Text == "var" => "k",
        _ => null,
    };
}
