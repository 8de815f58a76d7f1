using SynthNotebooks.Kernel.Tests.Doubles;

namespace SynthNotebooks.Kernel.Tests.Server;

public class StdinChannelTests
{
    [Fact]
    public async Task A_line_is_asked_of_the_client_that_runs_the_cell()
    {
        await using var running = new RunningKernel();
        using var other = running.Client("other");
        using var client = running.Client();
        var id = client.Execute("print before\nask name?", allowStdin: true);

        var question = client.Read(client.Stdin);
        Assert.Equal(("input_request", id, "name?"), (question.Type, question.Parent, question.Text("prompt")));
        Assert.True(other.Stdin.IsSilent(20));
        client.Send(client.Stdin, "input_reply", new { value = "Ada" });

        Assert.Equal("ok", client.Reply().Text("status"));
        Assert.Equal("before\nAda", string.Concat(client.Outputs(id).Where(output => output.Type == "stream").Select(output => output.Text("text"))));
    }

    [Fact]
    public async Task A_front_end_without_input_makes_the_cell_fail_with_the_reason()
    {
        await using var running = new RunningKernel();
        using var client = running.Client();

        client.Execute("ask name?", allowStdin: false);

        Assert.Contains("allow_stdin", client.Reply().Text("evalue"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_client_without_a_stdin_channel_makes_the_cell_fail_instead_of_hang()
    {
        await using var running = new RunningKernel();
        using var client = running.Client();
        client.Stdin.Dispose();

        client.Execute("ask name?", allowStdin: true);

        Assert.Contains("stdin", client.Reply().Text("evalue"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Waiting_for_a_line_can_be_interrupted_and_a_late_answer_is_ignored()
    {
        await using var running = new RunningKernel();
        using var client = running.Client();
        client.Execute("ask first", allowStdin: true);
        client.Read(client.Stdin);
        client.Send(client.Control, "interrupt_request", new { });
        Assert.Equal("KeyboardInterrupt", client.Reply().Text("ename"));
        client.Send(client.Stdin, "input_reply", new { value = "late" });

        var id = client.Execute("ask second", allowStdin: true);
        client.Read(client.Stdin);
        client.Send(client.Stdin, "input_reply", new { value = "in time" });

        client.Reply();
        Assert.Equal("in time", client.Outputs(id).Single(output => output.Type == "stream").Text("text"));
    }
}
