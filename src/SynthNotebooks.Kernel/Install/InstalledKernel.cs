namespace SynthNotebooks.Kernel.Install;

/// <summary>A kernel found in a location.</summary>
/// <param name="Name">Name of its folder.</param>
/// <param name="DisplayName">What front ends show; empty when its <c>kernel.json</c> cannot be read.</param>
/// <param name="Language">Its language; likewise.</param>
/// <param name="Folder">Where it is.</param>
/// <param name="IsOurs">Whether this program wrote it.</param>
public sealed record InstalledKernel(string Name, string DisplayName, string Language, string Folder, bool IsOurs);
