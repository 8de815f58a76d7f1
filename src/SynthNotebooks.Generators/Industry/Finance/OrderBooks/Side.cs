namespace SynthNotebooks.Generators.Industry.Finance.OrderBooks;

/// <summary>Which way an order trades.</summary>
public enum Side
{
    /// <summary>Wants to buy; rests among the bids.</summary>
    Buy,

    /// <summary>Wants to sell; rests among the asks.</summary>
    Sell,
}
