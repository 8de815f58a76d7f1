namespace SynthNotebooks.Generators.Industry.Finance.Cards;

/// <summary>What lies behind a payment.</summary>
internal enum FraudType
{
    None,
    CardTesting,
    AccountTakeover,
    SyntheticIdentity,
}
