namespace SynthNotebooks.Kernel.Install;

/// <summary>A kernel spec could not be written or removed for a reason that the user can mend; the message says which.</summary>
public sealed class KernelSpecException(string message) : Exception(message);
