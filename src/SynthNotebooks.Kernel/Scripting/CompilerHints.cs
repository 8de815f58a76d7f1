namespace SynthNotebooks.Kernel.Scripting;

/// <summary>What the compiler does not say about C# in cells: where it differs from C# in files, and how to write it here.</summary>
internal static class CompilerHints
{
    /// <param name="namespaces">Those that hold a type of the name that was not found.</param>
    /// <returns>Null when there is none.</returns>
    public static string? ForName(IReadOnlyList<string> namespaces) => namespaces.Count == 0 ? null
        : $"Hint: it is known after {string.Join(" or ", namespaces.Select(name => $"using {name};"))}";

    /// <param name="diagnostic">Id of the error.</param>
    /// <param name="line">The line that it stands in.</param>
    public static string? For(string diagnostic, string line)
    {
        var code = line.AsSpan().TrimStart();
        if (code.StartsWith("#!") && code.Length < line.Length) return "Hint: a magic stands at the very start of its line.";
        return diagnostic switch
        {
            "CS1109" => "Hint: in a cell, write the extension method outside of any class: static int Twice(this int x) => 2 * x;",
            "CS7021" or "CS8954" or "CS8955" => "Hint: a cell has no namespaces; write its types without one.",
            "CS1002" or "CS1003" or "CS1001" when code.StartsWith("using var ") || code.StartsWith("await using ") =>
                "Hint: at the top level of a cell write using (var x = ...) { ... }; a declaration with using is possible within a function or block only.",
            "CS0120" or "CS0236" when line.Contains("static", StringComparison.Ordinal) => "Hint: variables of cells belong to the session; static members cannot see them. Pass them as arguments.",
            "CS1024" or "CS1040" when code.StartsWith("#") => "Hint: #r, #i and #load stand at the start of a line, before their value in double quotes.",
            "CS8345" when line.Contains("Span", StringComparison.Ordinal) => "Hint: a span lives on the stack, and a cell's variables do not; put the code that uses it within { }.",
            "CS0234" when code.StartsWith("using Microsoft.Data.Analysis") =>
                "Hint: the DataFrame of SynthNotebooks.Data, with the same names, is in scope without a using. For the other one add its package first: #r \"nuget: Microsoft.Data.Analysis\"",
            "CS0246" when code.StartsWith("using Plotly.NET") || code.StartsWith("using XPlot") || code.StartsWith("using ScottPlot") =>
                "Hint: charts of SynthNotebooks.Notebooks.Charts need no package. For the other ones add their package first with #r \"nuget: Name, 1.2.3\".",
            "CS0246" or "CS0234" when code.StartsWith("using ") => "Hint: a package is added with #r \"nuget: Name, 1.2.3\" before its namespaces are used.",
            _ => null,
        };
    }
}
