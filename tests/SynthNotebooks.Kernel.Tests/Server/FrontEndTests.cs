using SynthNotebooks.Kernel.Tests.Doubles;

namespace SynthNotebooks.Kernel.Tests.Server;

public class FrontEndTests
{
    [PythonFact]
    public async Task The_client_library_of_Jupyter_finds_everything_in_its_place()
    {
        await using var running = new RunningKernel();

        PythonScript.Check("front_end.py", running.Connection);

        await running.Kernel.Completion.WaitAsync(TimeSpan.FromSeconds(5));
    }

    [PythonFact]
    public async Task The_sockets_of_libzmq_talk_to_ours()
    {
        await using var running = new RunningKernel();

        PythonScript.Check("libzmq.py", running.Connection);
    }
}
