namespace SynthNotebooks.Privacy;

/// <summary>Which pairs of tables a claim makes indistinguishable; one of <see cref="AddRemove"/> and <see cref="ReplaceOne"/>.</summary>
public abstract record NeighbouringRelation
{
    private protected NeighbouringRelation()
    {
    }

    /// <summary>As users type it.</summary>
    public abstract string Name { get; }
}

/// <summary>One table has one record more than the other; the number of records is itself protected.</summary>
public sealed record AddRemove : NeighbouringRelation
{
    /// <inheritdoc/>
    public override string Name => "add-remove";
}

/// <summary>One record differs and the number of records is public; also the relation of local mechanisms, where a table is one person's value.</summary>
public sealed record ReplaceOne : NeighbouringRelation
{
    /// <inheritdoc/>
    public override string Name => "replace-one";
}
