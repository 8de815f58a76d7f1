namespace SynthNotebooks.Generators.Industry.Finance.Cards;

/// <summary>How a card is used.</summary>
internal enum Channel
{
    Chip,
    Contactless,
    Online,
    Atm,
}
