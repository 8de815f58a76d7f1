namespace SynthNotebooks.Notebooks.Hosting;

/// <summary>Something shown, which can be replaced in place.</summary>
public interface IDisplayHandle
{
    /// <summary>Shows another value in the same place.</summary>
    Task UpdateAsync(object value);
}
