using System.Diagnostics;
using System.Globalization;
using System.Reflection;

namespace SynthNotebooks.Kernel.Scripting;

/// <summary>Tells where an exception came from, in terms of the user's cells; the machinery that runs them is left out.</summary>
internal sealed class FrameReport(Func<string, CellSource?> sourceAt)
{
    private const int MostFrames = 30;

    private static readonly string[] Machinery =
    [
        "System.Runtime.CompilerServices.", "System.Runtime.ExceptionServices.", "System.Threading.ExecutionContext",
        "System.Threading.Tasks.Task", "System.Threading.Thread", "Microsoft.CodeAnalysis.", "SynthNotebooks.Kernel.",
    ];

    /// <summary>One entry a frame; the innermost frame in a cell comes with its line and a caret.</summary>
    public IEnumerable<string> Of(Exception failure)
    {
        var excerptShown = false;
        var shown = 0;
        foreach (var frame in new StackTrace(failure, fNeedFileInfo: true).GetFrames())
        {
            if (frame.GetMethod() is not { } method) continue;
            var source = frame.GetFileName() is { } path ? sourceAt(path) : null;
            if (source is null && IsMachinery(method)) continue;
            if (shown++ == MostFrames)
            {
                yield return "   ...";
                yield break;
            }
            if (source is null)
            {
                if (!IsCellMachinery(method)) yield return "   at " + Name(method);
                continue;
            }
            var line = frame.GetFileLineNumber();
            yield return string.Create(CultureInfo.InvariantCulture, $"   at {Name(method)} in {source.Label}, line {line}");
            if (excerptShown || !source.TryGetLine(line, out var text)) continue;
            excerptShown = true;
            var column = source.OriginalColumn(line - 1, frame.GetFileColumnNumber() - 1);
            yield return "      " + text;
            yield return "      " + SourceExcerpt.Caret(text, column);
        }
    }

    private static bool IsMachinery(MethodBase method) =>
        method.DeclaringType?.FullName is { } type && Machinery.Any(m => type.StartsWith(m, StringComparison.Ordinal));

    private static bool IsCellMachinery(MethodBase method) =>
        method.Name is "<Factory>" or "<Initialize>" || method.DeclaringType?.Name.StartsWith("<<Initialize>>", StringComparison.Ordinal) == true;

    private static string Name(MethodBase method)
    {
        var (name, type) = (method.Name, method.DeclaringType);
        if (name == "MoveNext" && type is { Name: ['<', ..] })
            (name, type) = (type.Name, type.DeclaringType);
        name = Readable(name);
        while (type is { Name: ['<', ..] }) type = type.DeclaringType;
        if (type is null || type.Name.StartsWith("Submission#", StringComparison.Ordinal)) return name;
        return TypeNames.Of(type) + "." + name;
    }

    // <F>d__1 and F stay F; <<Initialize>>g__F|0_1 is the local function F; <F>b__0 is a lambda.
    private static string Readable(string name)
    {
        var local = name.IndexOf(">g__", StringComparison.Ordinal);
        if (local >= 0) return name[(local + 4)..].Split('|')[0] + "()";
        if (name.Contains(">b__", StringComparison.Ordinal)) return "lambda";
        if (name.Contains("<Initialize>", StringComparison.Ordinal)) return "top level";
        return name.StartsWith('<') ? name[1..name.IndexOf('>', StringComparison.Ordinal)] + "()" : name + "()";
    }
}
