namespace SynthNotebooks.Kernel.Directives;

/// <summary>A magic that takes the lines after it, up to the next magic of this kind, as its body: <c>#!html</c>, <c>#!markdown</c>.</summary>
public interface ICellDirective : IDirective;
