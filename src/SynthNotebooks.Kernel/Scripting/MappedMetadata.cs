using System.IO.MemoryMappedFiles;
using System.Reflection.PortableExecutable;
using Microsoft.CodeAnalysis;

namespace SynthNotebooks.Kernel.Scripting;

/// <summary>Metadata of the platform's assemblies, mapped instead of read.</summary>
/// <remarks>
/// The compiler's own way copies every file whole, some 70 MB of which it looks at a tenth. A mapped file must not change while the
/// process lives: the platform's do not, a user's libraries may.
/// </remarks>
internal static class MappedMetadata
{
    /// <exception cref="BadImageFormatException">The file is no .NET assembly.</exception>
    public static unsafe AssemblyMetadata Open(string path)
    {
        using var file = MemoryMappedFile.CreateFromFile(path, FileMode.Open, null, 0, MemoryMappedFileAccess.Read);
        var view = file.CreateViewAccessor(0, 0, MemoryMappedFileAccess.Read); // lives as long as the metadata does
        byte* start = null;
        view.SafeMemoryMappedViewHandle.AcquirePointer(ref start);
        using var image = new PEReader(start, checked((int)new FileInfo(path).Length));
        if (!image.HasMetadata) throw new BadImageFormatException($"{Path.GetFileName(path)} is no .NET assembly.");
        var metadata = image.GetMetadata();
        return AssemblyMetadata.Create(ModuleMetadata.CreateFromMetadata((nint)metadata.Pointer, metadata.Length, Release));

        void Release()
        {
            view.SafeMemoryMappedViewHandle.ReleasePointer();
            view.Dispose();
        }
    }
}
