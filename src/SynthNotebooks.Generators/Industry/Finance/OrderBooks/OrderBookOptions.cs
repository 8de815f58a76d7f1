namespace SynthNotebooks.Generators.Industry.Finance.OrderBooks;

/// <summary>Options of <see cref="OrderBookProcess"/>.</summary>
/// <param name="LimitRate">Limit orders a second, at each price and side; legal 1e-6 to 1000.</param>
/// <param name="MarketRate">Market orders a second, both sides together; legal 0 to 1000.</param>
/// <param name="CancelRate">Cancellations a second of each order in the book; legal 1e-6 to 1000.</param>
/// <param name="Levels">Ticks from the other side's best price within which limit orders are placed; legal 2 to 1000.</param>
/// <param name="Tick">Smallest step of a price; legal 0.0001 to 100.</param>
/// <param name="Price">Price at the start; legal 0.01 to 1e6, and at least <c>levels</c> ticks.</param>
/// <param name="Lot">Shares in a lot; legal 1 to 10000.</param>
/// <param name="MeanLots">Mean size of an order in lots, geometric; 1: all orders are one lot; legal 1 to 1000.</param>
/// <param name="Open">Hour at which trading begins; legal 0 to 23.</param>
/// <param name="Close">Hour at which it ends, after the opening; legal 1 to 24.</param>
/// <param name="Days">Trading days from the start of the period on; 0: all of them; legal 0 to 1e6.</param>
public sealed record OrderBookOptions(
    double LimitRate = 0.005,
    double MarketRate = 0.1,
    double CancelRate = 0.0025,
    int Levels = 40,
    double Tick = 0.01,
    double Price = 50,
    int Lot = 100,
    double MeanLots = 2,
    int Open = 9,
    int Close = 17,
    int Days = 0);
