namespace SynthNotebooks.Generators.Industry.Manufacturing.Supply;

/// <summary>Options of <see cref="InventoryProcess"/>.</summary>
/// <param name="Demand">Mean demand a day in units; legal 0 to 1e6.</param>
/// <param name="Dispersion">Variance of a day's demand over its mean; 1: Poisson, more: negative binomial; legal 1 to 1000.</param>
/// <param name="WeekendFactor">Demand at weekends, as a share of that of other days; legal 0 to 10.</param>
/// <param name="Policy">When and how much is ordered.</param>
/// <param name="ReorderPoint">In units; legal 0 to 1e9.</param>
/// <param name="OrderQuantity">Of the policy with a fixed quantity, in units; legal 1 to 1e9.</param>
/// <param name="OrderUpTo">Level of the other policies, in units; legal 0 to 1e9.</param>
/// <param name="LeadDays">Mean days from order to delivery; legal 0 to 365.</param>
/// <param name="LeadSpread">Standard deviation of the lead time over its mean; 0: always the same; legal 0 to 3.</param>
/// <param name="Reliability">Chance that an order is delivered whole; otherwise a uniform share of it comes; legal 0 to 1.</param>
/// <param name="DisruptionRate">Disruptions of the supplier a day; legal 0 to 1.</param>
/// <param name="DisruptionDays">Mean length of a disruption, in which nothing is delivered; legal 1 to 365.</param>
/// <param name="Backorders">Whether customers wait for what is missing; otherwise the sale is lost.</param>
public sealed record InventoryOptions(
    double Demand = 20,
    double Dispersion = 1,
    double WeekendFactor = 1,
    InventoryPolicy Policy = InventoryPolicy.MinMax,
    double ReorderPoint = 160,
    double OrderQuantity = 200,
    double OrderUpTo = 360,
    double LeadDays = 6,
    double LeadSpread = 0.3,
    double Reliability = 0.95,
    double DisruptionRate = 0.002,
    double DisruptionDays = 14,
    bool Backorders = false);
