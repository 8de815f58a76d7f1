using System.Collections;

namespace SynthNotebooks.Kernel.Formatting;

/// <summary>The public members of a record, tuple or plain object as columns of a table.</summary>
internal sealed class MemberColumns
{
    private const int MostColumns = 20;

    private readonly IReadOnlyList<ObjectMember> _members;
    private readonly BoundedReads _reads;

    private MemberColumns(IReadOnlyList<ObjectMember> members, BoundedReads reads) => (_members, _reads) = (members, reads);

    public IEnumerable<string> Names => _members.Select(m => m.Name);

    /// <summary>Columns for items of one type that has members to show; null when the items are of another kind.</summary>
    /// <param name="items">What is shown.</param>
    /// <param name="reads">Reads what a member's own code answers.</param>
    public static MemberColumns? Of(IReadOnlyList<object?> items, BoundedReads reads)
    {
        var types = items.Where(i => i is not null).Select(i => i!.GetType()).Distinct().Take(2).ToArray();
        if (types is not [var type] || !HasColumns(type)) return null;
        var members = ObjectMember.Of(type);
        return members.Count is 0 or > MostColumns ? null : new MemberColumns(members, reads);
    }

    public IEnumerable<CellText> CellsOf(object? item) => _members.Select(m => item is null ? new CellText("") : ReadingOf(m, item));

    private static bool HasColumns(Type type) => !ValueFormatter.IsScalar(type) && !typeof(IEnumerable).IsAssignableFrom(type)
        && !typeof(Exception).IsAssignableFrom(type) && !typeof(Task).IsAssignableFrom(type) && !ValueFormatter.HasFormatter(type, "text/html") && !ValueFormatter.HasFormatter(type, "text/plain")
        && !typeof(Microsoft.AspNetCore.Html.IHtmlContent).IsAssignableFrom(type);

    private CellText ReadingOf(ObjectMember member, object item) => MemberReading.Of(member, item, _reads) switch
    {
        { IsRead: false } => new CellText(MemberReading.TooLong),
        { Failure: { } failure } => new CellText($"({failure.GetType().Name})"),
        var reading => reading.Short,
    };
}
