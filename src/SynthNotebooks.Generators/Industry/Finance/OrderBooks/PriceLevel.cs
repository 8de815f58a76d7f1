namespace SynthNotebooks.Generators.Industry.Finance.OrderBooks;

/// <summary>The orders at one price of one side, in the order in which they came.</summary>
internal sealed class PriceLevel
{
    public RestingOrder? First { get; private set; }
    public RestingOrder? Last { get; private set; }
    public long Size { get; private set; }

    public void Add(RestingOrder order)
    {
        order.Earlier = Last;
        if (Last is null) First = order;
        else Last.Later = order;
        Last = order;
        Size += order.Size;
    }

    public void Reduce(RestingOrder order, int size)
    {
        order.Size -= size;
        Size -= size;
    }

    public void Remove(RestingOrder order)
    {
        if (order.Earlier is null) First = order.Later;
        else order.Earlier.Later = order.Later;
        if (order.Later is null) Last = order.Earlier;
        else order.Later.Earlier = order.Earlier;
        Size -= order.Size;
    }
}
