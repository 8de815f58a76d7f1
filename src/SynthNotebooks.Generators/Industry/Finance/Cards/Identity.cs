namespace SynthNotebooks.Generators.Industry.Finance.Cards;

/// <summary>Whether a card holder exists.</summary>
public enum Identity
{
    /// <summary>A person.</summary>
    Genuine,

    /// <summary>Put together from true and invented details to get credit.</summary>
    Synthetic,
}
