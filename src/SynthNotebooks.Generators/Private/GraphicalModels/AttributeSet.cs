namespace SynthNotebooks.Generators.Private;

/// <summary>A set of columns, by their numbers in the domain. Immutable; equal when the members are.</summary>
internal sealed class AttributeSet : IEquatable<AttributeSet>, IComparable<AttributeSet>
{
    private readonly int[] _members; // ascending

    private AttributeSet(int[] members) => _members = members;

    /// <summary>No columns.</summary>
    public static AttributeSet Empty { get; } = new([]);

    /// <summary>Members, ascending.</summary>
    public ReadOnlySpan<int> Members => _members;

    /// <summary>Number of members.</summary>
    public int Count => _members.Length;

    /// <summary>The set of some columns, in any order.</summary>
    /// <exception cref="ArgumentException">A column is named twice.</exception>
    public static AttributeSet Of(params ReadOnlySpan<int> columns)
    {
        var members = columns.ToArray();
        Array.Sort(members);
        for (var i = 1; i < members.Length; i++)
            if (members[i] == members[i - 1]) throw new ArgumentException($"Column {members[i]} is named twice.", nameof(columns));
        return new(members);
    }

    public bool Contains(int column) => Array.BinarySearch(_members, column) >= 0;

    public bool IsSubsetOf(AttributeSet other)
    {
        var at = 0;
        foreach (var member in _members)
        {
            while (at < other._members.Length && other._members[at] < member) at++;
            if (at == other._members.Length || other._members[at] != member) return false;
        }
        return true;
    }

    public AttributeSet Union(AttributeSet other) => new([.. _members.Union(other._members).Order()]);

    public AttributeSet Intersect(AttributeSet other) => new([.. _members.Where(other.Contains)]);

    public AttributeSet Except(AttributeSet other) => new([.. _members.Where(member => !other.Contains(member))]);

    /// <summary>Number of members that both have.</summary>
    public int Common(AttributeSet other)
    {
        int count = 0, at = 0;
        foreach (var member in _members)
        {
            while (at < other._members.Length && other._members[at] < member) at++;
            if (at < other._members.Length && other._members[at] == member) count++;
        }
        return count;
    }

    /// <summary>Those of a list that are inside no other of it, without repetition, in the order of the list.</summary>
    public static List<AttributeSet> Maximal(IReadOnlyList<AttributeSet> sets)
    {
        var kept = new List<AttributeSet>();
        for (var i = 0; i < sets.Count; i++)
        {
            var inside = false;
            for (var j = 0; j < sets.Count && !inside; j++)
                inside = j != i && sets[i].IsSubsetOf(sets[j]) && (sets[j].Count > sets[i].Count || j < i);
            if (!inside) kept.Add(sets[i]);
        }
        return kept;
    }

    public int CompareTo(AttributeSet? other)
    {
        if (other is null) return 1;
        if (Count != other.Count) return Count.CompareTo(other.Count);
        return Members.SequenceCompareTo(other.Members);
    }

    public bool Equals(AttributeSet? other) => other is not null && Members.SequenceEqual(other.Members);

    public override bool Equals(object? obj) => Equals(obj as AttributeSet);

    public override int GetHashCode()
    {
        var hash = 17;
        foreach (var member in _members) hash = unchecked(hash * 486187739 + member);
        return hash;
    }

    public override string ToString() => "{" + string.Join(", ", _members) + "}";
}
