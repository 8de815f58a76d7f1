namespace SynthNotebooks.Generators.Industry.Finance.Laundering;

/// <summary>Options of <see cref="TransferNetworkProcess"/>.</summary>
/// <param name="Accounts">Accounts of the community; legal 20 to 100000.</param>
/// <param name="BusinessShare">Share of accounts that are businesses: they pay salaries, take rents and invoices, and pay cash in; legal 0.02 to 0.5.</param>
/// <param name="PerDay">Transfers between friends that a person makes on an average day; legal 0 to 20.</param>
/// <param name="Friends">Accounts that a person sends money to; legal 1 to 15.</param>
/// <param name="Schemes">Laundering schemes of the community a year; legal 0 to 1000.</param>
/// <param name="Dirty">Median sum that a scheme launders; legal 1000 to 1e8.</param>
/// <param name="Threshold">Cash deposits from this sum on are reported; placement stays below it; legal 100 to 1e6.</param>
/// <param name="FewestHops">Fewest layers of mules after the first accounts; legal 1 to 10.</param>
/// <param name="MostHops">Most layers; legal 1 to 10.</param>
/// <param name="GapHours">Median hours between money coming in and going on; legal 0.1 to 1000.</param>
public sealed record TransferNetworkOptions(
    int Accounts = 100,
    double BusinessShare = 0.1,
    double PerDay = 0.12,
    int Friends = 4,
    double Schemes = 0.5,
    double Dirty = 40_000,
    double Threshold = 10_000,
    int FewestHops = 2,
    int MostHops = 5,
    double GapHours = 18);
