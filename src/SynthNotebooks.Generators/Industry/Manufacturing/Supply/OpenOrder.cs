namespace SynthNotebooks.Generators.Industry.Manufacturing.Supply;

/// <summary>An order on its way.</summary>
/// <param name="Ordered">Units that were ordered.</param>
/// <param name="Delivered">Units that will come.</param>
/// <param name="DaysLeft">Until they come, if nothing is disrupted.</param>
internal record struct OpenOrder(double Ordered, double Delivered, double DaysLeft);
