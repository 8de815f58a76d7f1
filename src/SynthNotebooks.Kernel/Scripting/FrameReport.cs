using System.Diagnostics;
using System.Globalization;
using System.Reflection;

namespace SynthNotebooks.Kernel.Scripting;

/// <summary>Tells where an exception came from, in terms of the user's cells; the machinery that runs them is left out.</summary>
/// <remarks>
/// The user's lines come first. What happened within libraries below a line is told by the function that the line called; libraries between
/// two lines of the user's are counted; a thread of a library's that ran the user's code is not told.
/// </remarks>
internal sealed class FrameReport(Func<string, CellSource?> sourceAt)
{
    private const string ThrowHelpers = "Internal.Runtime.CompilerHelpers.ThrowHelpers";

    private const int MostFrames = 30, MostRepeats = 2;

    /// <param name="failure">What was thrown.</param>
    /// <param name="around">Exceptions that only carried it, innermost first: what waited for a task has a line too.</param>
    /// <returns>One entry a line; the innermost frame in a cell comes with its text and a caret.</returns>
    public IEnumerable<string> Of(Exception failure, IReadOnlyList<Exception> around)
    {
        var entries = Entries([.. FramesOf(failure), .. around.SelectMany(FramesOf).Where(frame => frame.IsOfCell)]).ToArray();
        var (excerptShown, shown, repeated) = (false, 0, 0);
        var times = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var entry in entries)
        {
            var time = times[entry.Place] = times.GetValueOrDefault(entry.Place) + 1;
            if (time > MostRepeats || shown == MostFrames) // a recursion
            {
                repeated += entry.Frames;
                continue;
            }
            shown++;
            if (repeated > 0) yield return LeftOut(repeated);
            repeated = 0;
            yield return entry.Place;
            if (excerptShown || entry.Excerpt.Count == 0) continue;
            excerptShown = true;
            foreach (var line in entry.Excerpt) yield return line;
        }
        if (repeated > 0) yield return LeftOut(repeated);
    }

    private static IEnumerable<Entry> Entries(IReadOnlyList<Frame> frames)
    {
        var first = frames.Index().FirstOrDefault(frame => frame.Item.IsOfCell, (frames.Count, null!)).Item1;
        var thrown = frames.Take(first).Where(frame => !FrameNames.IsThrowHelper(frame.Method)).ToArray();
        if (first == frames.Count)
        {
            if (frames.Count == 0) yield break;
            var where = thrown.Length > 0 ? thrown : [.. frames];
            yield return new Entry("   at " + FrameNames.Of(where[0].Method), [], 1);
            if (where.Length > 1) yield return Run(where[1..]);
            yield break;
        }
        var last = frames.Index().Last(frame => frame.Item.IsOfCell).Index;
        for (var i = first; i <= last;)
        {
            if (frames[i].IsOfCell)
            {
                yield return new Entry(frames[i].Place, frames[i].Excerpt, 1);
                if (i == first && thrown.Length > 0) yield return Called(thrown);
                i++;
                continue;
            }
            var run = frames.Skip(i).TakeWhile(frame => !frame.IsOfCell).ToArray();
            yield return Run(run);
            i += run.Length;
        }
    }

    private static Entry Called(Frame[] thrown)
    {
        var depth = thrown.Length switch { 1 => "", 2 => ", 1 call further in", var n => string.Create(CultureInfo.InvariantCulture, $", {n - 1} calls further in") };
        return new Entry($"   from {FrameNames.Of(thrown[^1].Method)}{depth}", [], thrown.Length);
    }

    private static Entry Run(Frame[] frames) =>
        new(string.Create(CultureInfo.InvariantCulture, $"   ... {frames.Length} frame{(frames.Length == 1 ? "" : "s")} of {FrameNames.LibraryOf(frames[^1].Method)}"), [], frames.Length);

    private List<Frame> FramesOf(Exception failure)
    {
        var frames = new List<Frame>();
        var unplaced = false;
        foreach (var frame in new StackTrace(failure, fNeedFileInfo: true).GetFrames())
        {
            if (frame.GetMethod() is not { } method) continue;
            if (method.DeclaringType?.FullName == ThrowHelpers)
            {
                unplaced = true;
                continue;
            }
            var source = frame.GetFileName() is { } path ? sourceAt(path) : null;
            if (unplaced && (source ?? SourceOf(method)) is { } thrower) frames.Add(Unplaced(failure, method, thrower, frame, isTopLevel: source is null));
            else if (source is not null) frames.Add(Placed(method, source, frame));
            else if (!FrameNames.IsMachinery(method) && !FrameNames.IsCellMachinery(method)) frames.Add(SourceOf(method) is null ? new Frame(method) : new Frame(method, "   at " + FrameNames.Of(method), []));
            unplaced = false;
        }
        return frames;
    }

    private static Frame Placed(MethodBase method, CellSource source, StackFrame frame)
    {
        var line = frame.GetFileLineNumber();
        var place = string.Create(CultureInfo.InvariantCulture, $"   at {FrameNames.Of(method)} in {source.Label}, line {line}");
        if (!source.TryGetLine(line, out var text)) return new Frame(method, place, []);
        return new Frame(method, place, ["      " + text, "      " + SourceExcerpt.Caret(text, source.OriginalColumn(line - 1, frame.GetFileColumnNumber() - 1))]);
    }

    // Indexes out of range and overflows: the runtime knows the function alone, and no line of it that can be trusted.
    private static Frame Unplaced(Exception failure, MethodBase method, CellSource source, StackFrame frame, bool isTopLevel)
    {
        var line = isTopLevel ? 0 : frame.GetFileLineNumber();
        var column = isTopLevel ? 0 : source.OriginalColumn(line - 1, frame.GetFileColumnNumber() - 1);
        var sites = failure is IndexOutOfRangeException ? ThrowSites.IndexesNear(source.Text, line, column) : [];
        var lines = sites.Select(site => site.Line).Distinct().ToArray();
        var place = lines.Length == 0 ? "" : lines.Length == 1
            ? string.Create(CultureInfo.InvariantCulture, $", line {lines[0]}")
            : string.Create(CultureInfo.InvariantCulture, $", at an index in line {string.Join(", ", lines[..^1])} or {lines[^1]}");
        place = $"   at {FrameNames.Of(method)} in {source.Label}{place}";
        if (lines.Length != 1 || !source.TryGetLine(lines[0], out var text)) return new Frame(method, place, []);
        return new Frame(method, place, sites is [var only] ? ["      " + text, "      " + SourceExcerpt.Caret(text, only.Column)] : ["      " + text]);
    }

    // A cell's method without a line still tells its cell by the type that it stands in.
    private CellSource? SourceOf(MethodBase method)
    {
        for (var type = method.DeclaringType; type is not null; type = type.DeclaringType)
            if (type.Name.StartsWith("Submission#", StringComparison.Ordinal)) return sourceAt(type.Name["Submission".Length..]);
        return null;
    }

    private static string LeftOut(int frames) => string.Create(CultureInfo.InvariantCulture, $"   ... {frames} more frame{(frames == 1 ? "" : "s")}");

    /// <param name="Method">Whose frame it is.</param>
    /// <param name="Place">Where in a cell; empty for a library's.</param>
    /// <param name="Excerpt">The line and its caret; empty when the line is not known.</param>
    private sealed record Frame(MethodBase Method, string Place, IReadOnlyList<string> Excerpt)
    {
        public Frame(MethodBase method) : this(method, "", [])
        {
        }

        public bool IsOfCell => Place.Length > 0;
    }

    private sealed record Entry(string Place, IReadOnlyList<string> Excerpt, int Frames);
}
