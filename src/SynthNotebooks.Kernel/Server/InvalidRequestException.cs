namespace SynthNotebooks.Kernel.Server;

/// <summary>A message whose content is not what its type prescribes; becomes an error reply.</summary>
internal sealed class InvalidRequestException(string message) : Exception(message);
