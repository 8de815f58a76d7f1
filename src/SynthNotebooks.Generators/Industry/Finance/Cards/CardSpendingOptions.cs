namespace SynthNotebooks.Generators.Industry.Finance.Cards;

/// <summary>Options of <see cref="CardSpendingProcess"/>.</summary>
/// <param name="Lifestyle">What the holder buys, and when.</param>
/// <param name="Income">Net income of a year; legal 1000 to 1e7.</param>
/// <param name="PerDay">Payments on an average day; legal 0.01 to 50.</param>
/// <param name="Balance">Money on the account at the start; legal 0 to 1e8.</param>
/// <param name="Credit">How far the balance may go below zero; legal 0 to 1e8.</param>
/// <param name="Trips">Journeys abroad a year; legal 0 to 50.</param>
/// <param name="Sprees">Share of payments that one to four others follow within the hour; legal 0 to 0.5.</param>
/// <param name="CardTesting">Bursts of card testing a year; legal 0 to 50.</param>
/// <param name="Takeover">Account takeovers a year; legal 0 to 50.</param>
/// <param name="Identity">Whether the holder is a real person, or a made-up one who runs up debts and vanishes.</param>
/// <param name="Merchants">Number of merchants, M0001 and so on; the categories take turns; legal 13 to 9999.</param>
public sealed record CardSpendingOptions(
    Lifestyle Lifestyle = Lifestyle.Family,
    double Income = 24_000,
    double PerDay = 1.2,
    double Balance = 2_500,
    double Credit = 500,
    double Trips = 1.2,
    double Sprees = 0.02,
    double CardTesting = 0.02,
    double Takeover = 0.012,
    Identity Identity = Identity.Genuine,
    int Merchants = 1300);
