using System.Diagnostics;
using System.Globalization;
using System.Reflection;

namespace SynthNotebooks.Kernel.Scripting;

/// <summary>Tells where an exception came from, in terms of the user's cells; the machinery that runs them is left out.</summary>
internal sealed class FrameReport(Func<string, CellSource?> sourceAt)
{
    private const string ThrowHelpers = "Internal.Runtime.CompilerHelpers.ThrowHelpers";

    private const int MostFrames = 30, MostRepeats = 2;

    private static readonly string[] Machinery =
    [
        "System.Runtime.CompilerServices.", "System.Runtime.ExceptionServices.", "System.Threading.ExecutionContext",
        "System.Threading.Tasks.Task", "System.Threading.Tasks.Parallel", "System.Threading.Tasks.Replica", "System.Threading.Thread",
        "System.Threading.QueueUserWorkItem", "System.Threading.PortableThreadPool", "System.Threading.Timer",
        "System.Reflection.MethodBaseInvoker", "System.Reflection.MethodInvoker", "System.Reflection.RuntimeMethodInfo", "System.Reflection.RuntimeConstructorInfo", "System.Dynamic.UpdateDelegates",
        "Microsoft.CodeAnalysis.", "Microsoft.CSharp.RuntimeBinder.", "Microsoft.DotNet.Interactive.Formatting.", "SynthNotebooks.Kernel.",
    ];

    /// <summary>One entry a frame; the innermost frame in a cell comes with its line and a caret.</summary>
    public IEnumerable<string> Of(Exception failure)
    {
        var (excerptShown, unplaced) = (false, false);
        var (shown, repeated) = (0, 0);
        var times = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var frame in new StackTrace(failure, fNeedFileInfo: true).GetFrames())
        {
            if (frame.GetMethod() is not { } method) continue;
            if (method.DeclaringType?.FullName == ThrowHelpers)
            {
                unplaced = true;
                continue;
            }
            var source = frame.GetFileName() is { } path ? sourceAt(path) : null;
            if (unplaced && (source ?? SourceOf(method)) is { } thrower)
            {
                (excerptShown, unplaced) = (true, false);
                shown++;
                foreach (var text in Unplaced(failure, Name(method), thrower, frame, isTopLevel: source is null)) yield return text;
                continue;
            }
            unplaced = false;
            if (source is null && IsMachinery(method)) continue;
            if (source is null && IsCellMachinery(method)) continue;
            var line = frame.GetFileLineNumber();
            var place = source is null ? Name(method) : string.Create(CultureInfo.InvariantCulture, $"{Name(method)} in {source.Label}, line {line}");
            var time = times[place] = times.GetValueOrDefault(place) + 1;
            if (time > MostRepeats || shown == MostFrames) // a recursion
            {
                repeated++;
                continue;
            }
            shown++;
            if (repeated > 0) yield return LeftOut(repeated);
            repeated = 0;
            yield return "   at " + place;
            if (source is null || excerptShown || !source.TryGetLine(line, out var shownLine)) continue;
            excerptShown = true;
            var column = source.OriginalColumn(line - 1, frame.GetFileColumnNumber() - 1);
            yield return "      " + shownLine;
            yield return "      " + SourceExcerpt.Caret(shownLine, column);
        }
        if (repeated > 0) yield return LeftOut(repeated);
    }

    // Indexes out of range and overflows: the runtime knows the function alone, and no line of it that can be trusted.
    private static IEnumerable<string> Unplaced(Exception failure, string name, CellSource source, StackFrame frame, bool isTopLevel)
    {
        var line = isTopLevel ? 0 : frame.GetFileLineNumber();
        var column = isTopLevel ? 0 : source.OriginalColumn(line - 1, frame.GetFileColumnNumber() - 1);
        var sites = failure is IndexOutOfRangeException ? ThrowSites.IndexesNear(source.Text, line, column) : [];
        var lines = sites.Select(site => site.Line).Distinct().ToArray();
        var place = lines.Length == 0 ? "" : lines.Length == 1
            ? string.Create(CultureInfo.InvariantCulture, $", line {lines[0]}")
            : string.Create(CultureInfo.InvariantCulture, $", at an index in line {string.Join(", ", lines[..^1])} or {lines[^1]}");
        yield return $"   at {name} in {source.Label}{place}";
        if (lines.Length != 1 || !source.TryGetLine(lines[0], out var text)) yield break;
        yield return "      " + text;
        if (sites is [var only]) yield return "      " + SourceExcerpt.Caret(text, only.Column);
    }

    // A cell's method without a line still tells its cell by the type that it stands in.
    private CellSource? SourceOf(MethodBase method)
    {
        for (var type = method.DeclaringType; type is not null; type = type.DeclaringType)
            if (type.Name.StartsWith("Submission#", StringComparison.Ordinal)) return sourceAt(type.Name["Submission".Length..]);
        return null;
    }

    private static string LeftOut(int frames) => string.Create(CultureInfo.InvariantCulture, $"   ... {frames} more frames");

    private static bool IsMachinery(MethodBase method) =>
        method.DeclaringType?.FullName is not { } type // made at run time: stubs of reflection and of dynamic calls
        || type.StartsWith("InvokeStub_", StringComparison.Ordinal) || Machinery.Any(m => type.StartsWith(m, StringComparison.Ordinal));

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
