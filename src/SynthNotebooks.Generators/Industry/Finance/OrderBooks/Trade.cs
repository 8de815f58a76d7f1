namespace SynthNotebooks.Generators.Industry.Finance.OrderBooks;

/// <summary>One exchange between an order that came and an order that rested.</summary>
/// <param name="Resting">Number of the order that rested; it was first in price, then in time.</param>
/// <param name="Tick">Price of the resting order in ticks.</param>
/// <param name="Size">Shares.</param>
public readonly record struct Trade(long Resting, int Tick, int Size);
