namespace SynthNotebooks.Generators.Industry.Finance.Cards;

/// <summary>What a card holder buys, and when.</summary>
public enum Lifestyle
{
    /// <summary>Small sums, evenings, much of it online.</summary>
    Student,

    /// <summary>Eats out, goes out, travels.</summary>
    Single,

    /// <summary>Groceries, children's clothing, the car.</summary>
    Family,

    /// <summary>Travels for work.</summary>
    Commuter,

    /// <summary>Mornings, in shops, more on health.</summary>
    Retired,
}
