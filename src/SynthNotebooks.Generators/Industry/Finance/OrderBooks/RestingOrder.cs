namespace SynthNotebooks.Generators.Industry.Finance.OrderBooks;

/// <summary>An order in the book: a link in the queue of its price.</summary>
internal sealed class RestingOrder
{
    public required long Number { get; init; }
    public required Side Side { get; init; }
    public required int Tick { get; init; }
    public int Size { get; set; }
    public int Position { get; set; } // among all live orders
    public RestingOrder? Earlier { get; set; }
    public RestingOrder? Later { get; set; }
}
