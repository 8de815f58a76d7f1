using System.IO.Pipes;
using System.Text;

namespace SynthNotebooks.Data.Tests.Sinks;

public sealed class WholeFileTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("whole-file").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_failure_leaves_the_old_file_and_nothing_else()
    {
        var path = Path.Combine(_folder, "a.txt");
        File.WriteAllText(path, "old");

        Assert.Throws<InvalidOperationException>(() => WholeFile.Write(path, stream =>
        {
            stream.Write("new"u8);
            throw new InvalidOperationException();
        }));

        Assert.Equal("old", File.ReadAllText(path));
        Assert.Equal(["a.txt"], Directory.GetFiles(_folder).Select(Path.GetFileName));
    }

    // A file renamed onto /dev/stdout or /dev/null would take its place for the whole machine; here a pipe of this process stands for them.
    [Fact]
    public void A_device_is_written_into_and_not_replaced()
    {
        if (!OperatingSystem.IsLinux()) return;
        using var pipe = new AnonymousPipeServerStream(PipeDirection.In);
        var end = Path.Combine("/proc/self/fd", pipe.GetClientHandleAsString());

        WholeFile.Write(end, stream => stream.Write("a,b\n1,2\n"u8));
        pipe.DisposeLocalCopyOfClientHandle();

        Assert.Equal("a,b\n1,2\n", new StreamReader(pipe, Encoding.UTF8).ReadToEnd());
    }

    [Fact]
    public void A_pipe_is_refused_as_a_table_since_it_cannot_be_read_twice()
    {
        if (!OperatingSystem.IsLinux()) return;
        using var pipe = new AnonymousPipeServerStream(PipeDirection.Out);
        pipe.Write("a,b\n1,2\n"u8);
        var end = Path.Combine("/proc/self/fd", pipe.GetClientHandleAsString());

        Assert.Contains("read once only", Assert.Throws<DataLoadException>(() => DataFrame.LoadCsv(end)).Message, StringComparison.Ordinal);
    }
}
