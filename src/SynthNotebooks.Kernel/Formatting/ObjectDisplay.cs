using System.Collections;
using System.Data;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using SynthNotebooks.Kernel.Scripting;

namespace SynthNotebooks.Kernel.Formatting;

/// <summary>An object with its members: its own data all the way down, those of the base library's objects for the value itself alone.</summary>
/// <remarks>
/// The base library's objects lead everywhere: from a thread to its culture, from there to all calendars. Within others they are therefore told in a word. Every member is
/// read once, for HTML and text alike; see <see cref="BoundedReads"/>.
/// </remarks>
internal sealed class ObjectDisplay : IDisposable
{
    private const int MostMembers = 50, MostNestedMembers = 20, MostOfBlock = 2_000, MostText = 2_000, MostOfString = 500, Indent = 6;

    private readonly BoundedReads _reads = new();
    private readonly StringBuilder _text = new(), _html = new();
    private readonly List<object> _path = [];

    /// <summary>Null for spans of memory, which the formatting library shows as lists.</summary>
    public static StockDisplay? Of(object value)
    {
        var type = value.GetType();
        if (type.IsGenericType && type.GetGenericTypeDefinition() is { } generic && (generic == typeof(ReadOnlyMemory<>) || generic == typeof(Memory<>))) return null;
        using var display = new ObjectDisplay();
        display.Write(value);
        return new StockDisplay(display._html.ToString(), display._text.ToString());
    }

    public void Dispose() => _reads.Dispose();

    private bool HasRoom => _text.Length < MostText;

    private void Write(object value)
    {
        var name = TitleOf(value.GetType());
        if (OwnText(value) is { } own) name += ": " + own;
        _text.Append(MessageText.Of(name));
        _html.Append("<details open=\"open\" class=\"dni-treeview\"><summary><span class=\"dni-code-hint\"><code>").Append(ShownText.Preformatted(name)).Append("</code></span></summary>");
        WriteMembers(value, MostMembers);
        _html.Append("</details>");
    }

    private void WriteMembers(object value, int most)
    {
        var members = ObjectMember.Of(value.GetType()).Where(member => member.IsShown).ToArray();
        if (members.Length == 0) return;
        _path.Add(value);
        _html.Append("<table><tbody>");
        foreach (var member in members.Take(most)) WriteMember(member, MemberReading.Of(member, value, _reads));
        if (members.Length > most) WriteLine("...", new CellText(string.Create(CultureInfo.InvariantCulture, $"({members.Length - most} more members)")));
        _html.Append("</tbody></table>");
        _path.RemoveAt(_path.Count - 1);
    }

    private void WriteMember(ObjectMember member, MemberReading reading)
    {
        if (!reading.IsRead) WriteLine(member.Name, new CellText(MemberReading.TooLong));
        else if (reading.Failure is { } failure) WriteFailure(member, failure);
        else if (reading.Value is string text) WriteLine(member.Name, new CellText(CellText.Cut(text.ReplaceLineEndings(" "), MostOfString)));
        else if (reading.Value is not { } value || ValueFormatter.IsScalar(value.GetType()) || reading.Short.Markup is not null || !HasRoom) WriteLine(member.Name, reading.Short);
        else if (HasBlock(value)) WriteBlock(member.Name, value, reading.Short);
        else if (IsOwn(value.GetType()) && _path.Count < Microsoft.DotNet.Interactive.Formatting.Formatter.RecursionLimit && !_path.Any(outer => ReferenceEquals(outer, value))) WriteNested(member.Name, value);
        else WriteLine(member.Name, reading.Short);
    }

    private void WriteNested(string name, object value)
    {
        var title = TitleOf(value.GetType());
        BeginLine(name).Append(MessageText.Of(title));
        BeginRow(name).Append("<details><summary><code>").Append(ShownText.Preformatted(title)).Append("</code></summary>");
        WriteMembers(value, MostNestedMembers);
        _html.Append("</details></td></tr>");
    }

    // A list or table in the shape that it has on its own, where it is a small one.
    private void WriteBlock(string name, object value, CellText otherwise)
    {
        if (!TryRead(() => StockDisplay.OfParts(value), out var block) || block is null || block.Text.Length > MostOfBlock)
        {
            WriteLine(name, otherwise);
            return;
        }
        var line = BeginLine(name);
        if (!block.Text.Contains('\n')) line.Append(block.Text);
        else foreach (var part in block.Text.Split('\n')) StartLine(extra: 2).Append(part);
        BeginRow(name).Append(block.Html).Append("</td></tr>");
    }

    // The user's code tells its line; of other code, what it says is enough.
    private void WriteFailure(ObjectMember member, Exception failure)
    {
        if (!TypeNames.IsOfCell(member.Info.DeclaringType!))
        {
            WriteLine(member.Name, CellText.OfLine($"({TypeNames.Short(failure.GetType())}: {failure.Message})"));
            return;
        }
        var shown = ExceptionDisplay.Of(failure);
        BeginLine(member.Name).Append(shown.Text);
        BeginRow(member.Name).Append(shown.Html).Append("</td></tr>");
    }

    private void WriteLine(string name, CellText value)
    {
        BeginLine(name).Append(MessageText.Of(value.Text));
        BeginRow(name).Append(value.Html).Append("</td></tr>");
    }

    private StringBuilder BeginLine(string name) => StartLine(extra: 0).Append(name).Append(": ");

    private StringBuilder StartLine(int extra) => _text.Append('\n').Append(' ', Indent + (2 * (_path.Count - 1)) + extra);

    private StringBuilder BeginRow(string name) => _html.Append("<tr><td>").Append(ShownText.Html(name)).Append("</td><td>");

    private bool TryRead<T>(Func<T> read, out T? value)
    {
        try
        {
            return _reads.TryRead(read, out value);
        }
        catch (Exception failure) when (failure is not CellInterruptedException and not ThreadInterruptedException) // a sequence that fails half way, say: its short form tells
        {
            value = default;
            return false;
        }
    }

    // What the object says of itself, where that is more than its type and not the compiler's list of its members.
    private string? OwnText(object value)
    {
        var type = value.GetType();
        var method = type.GetMethod(nameof(ToString), Type.EmptyTypes)!;
        if (method.DeclaringType == typeof(object) || method.DeclaringType == typeof(ValueType) || method.IsDefined(typeof(CompilerGeneratedAttribute), inherit: false)
            || type.IsDefined(typeof(CompilerGeneratedAttribute), inherit: false)) return null;
        if (!TryRead(value.ToString, out var text) || string.IsNullOrWhiteSpace(text)) return null;
        text = CellText.OfLine(SubmissionNames.Strip(text)).Text;
        return text == type.ToString() || text == TypeNames.Of(type) || text == type.Name ? null : text;
    }

    private static string TitleOf(Type type) => SubmissionNames.Strip(TypeNames.Short(type));

    private static bool HasBlock(object value) => value is IEnumerable or DataTable or System.Text.Json.Nodes.JsonNode or ITuple or Task;

    private static bool IsOwn(Type type) => type.Assembly.GetName().Name is { } name
        && name is not ("System" or "mscorlib" or "netstandard" or "WindowsBase") && !name.StartsWith("System.", StringComparison.Ordinal) && !name.StartsWith("Microsoft.", StringComparison.Ordinal);
}
