namespace SynthNotebooks.Generators.Industry.Finance.OrderBooks;

/// <summary>What happened to the book.</summary>
internal enum OrderEvent
{
    Limit,
    Market,
    Cancel,
}
