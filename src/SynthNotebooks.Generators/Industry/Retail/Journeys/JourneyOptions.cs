namespace SynthNotebooks.Generators.Industry.Retail.Journeys;

/// <summary>Options of <see cref="JourneyProcess"/>.</summary>
/// <param name="VisitsAWeek">Mean number of visits of the shop; legal 0 to 50.</param>
/// <param name="Online">Share of visits that are online; legal 0 to 1.</param>
/// <param name="Habit">Chance to use the same channel again without a choice; legal 0 to 1.</param>
/// <param name="Shopper">Number of the shopper: baskets and journeys that are given the same number and habits tell of the same visits; 0 for none; legal 0 to 1000000000000000.</param>
/// <param name="Member">Whether mails reach the customer.</param>
/// <param name="Looks">Mean number of looks between the first touch and the end; legal 0 to 20.</param>
/// <param name="HoursBetween">Mean hours between two touches; legal 0.01 to 1000.</param>
public sealed record JourneyOptions(
    double VisitsAWeek = 1.5,
    double Online = 0.2,
    double Habit = 0.7,
    long Shopper = 0,
    bool Member = true,
    double Looks = 1.2,
    double HoursBetween = 6);
