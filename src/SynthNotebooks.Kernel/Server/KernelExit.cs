namespace SynthNotebooks.Kernel.Server;

/// <summary>Why a kernel ended.</summary>
public enum KernelExit
{
    /// <summary>A client asked for it.</summary>
    Shutdown,

    /// <summary>A client asked for it and will start the kernel anew.</summary>
    Restart,

    /// <summary>The program that runs the kernel ended it.</summary>
    Disposed,
}
