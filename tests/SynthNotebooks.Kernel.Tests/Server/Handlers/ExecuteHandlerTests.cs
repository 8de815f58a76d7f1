using SynthNotebooks.Kernel.Tests.Doubles;

namespace SynthNotebooks.Kernel.Tests.Server.Handlers;

public class ExecuteHandlerTests
{
    [Fact]
    public async Task Outputs_come_in_the_order_in_which_they_were_shown_and_before_idle()
    {
        await using var running = new RunningKernel();
        using var client = running.Client();

        var id = client.Execute("print a\nprint b\nerr c\ndisplay d\nprint e\nupdate f\nclear\nvalue g");

        Assert.Equal("ok", client.Reply().Text("status"));
        var outputs = client.Outputs(id);
        Assert.Equal(
            ["execute_input", "stream", "stream", "display_data", "stream", "update_display_data", "clear_output", "execute_result"],
            outputs.Select(output => output.Type));
        Assert.Equal("a\nb\n", outputs[1].Text("text")); // one message for two lines
        Assert.Equal("stderr", outputs[2].Text("name"));
        Assert.Equal("id", (string?)outputs[3].Content["transient"]!["display_id"]);
        Assert.Equal(1, (int)outputs[^1].Content["execution_count"]!);
    }

    [Fact]
    public async Task Busy_comes_first_and_idle_last_for_every_request()
    {
        await using var running = new RunningKernel();
        using var client = running.Client();
        foreach (var type in new[] { "kernel_info_request", "comm_info_request", "history_request", "nonsense", "comm_msg", "interrupt_request" })
        {
            var id = client.Send(type, new { hist_access_type = "tail" });
            var busy = client.Read(client.IoPub);
            var idle = client.Read(client.IoPub);
            Assert.Equal((id, "busy", id, "idle"), (busy.Parent, busy.Text("execution_state"), idle.Parent, idle.Text("execution_state")));
        }
    }

    [Fact]
    public async Task The_outputs_of_a_cell_are_published_before_its_reply()
    {
        await using var running = new RunningKernel();
        using var client = running.Client();
        for (var i = 0; i < 50; i++)
        {
            client.Execute("print a");
            client.Reply();
            while (client.Read(client.IoPub).Type != "stream") Assert.False(client.IoPub.IsSilent(0));
        }
    }

    [Fact]
    public async Task An_error_is_one_message_and_aborts_the_cells_that_were_queued()
    {
        await using var running = new RunningKernel();
        using var client = running.Client();
        var failing = client.Execute("gate\nfail boom");
        running.Session.WaitForGate();
        var queued = client.Execute("print never");
        var asked = client.Send("kernel_info_request", new { });
        running.Session.Open();

        var error = client.Reply();
        Assert.Equal((failing, "error", "Failure", "boom"), (error.Parent, error.Text("status"), error.Text("ename"), error.Text("evalue")));
        Assert.Equal((queued, "aborted"), (client.Reply() is var aborted ? aborted.Parent : "", aborted.Text("status")));
        Assert.Equal((asked, "ok"), (client.Reply() is var info ? info.Parent : "", info.Text("status")));
        Assert.Single(client.Outputs(failing), output => output.Type == "error");
        Assert.Empty(client.Outputs(queued));

        var later = client.Execute("value 1");
        Assert.Equal("ok", client.Reply().Text("status"));
        Assert.Equal(2, client.Outputs(later).Count);
    }

    [Fact]
    public async Task Without_stop_on_error_queued_cells_run()
    {
        await using var running = new RunningKernel();
        using var client = running.Client();
        client.Execute("gate\nfail boom", stopOnError: false);
        running.Session.WaitForGate();
        client.Execute("print on");
        running.Session.Open();

        Assert.Equal("error", client.Reply().Text("status"));
        Assert.Equal("ok", client.Reply().Text("status"));
    }

    [Fact]
    public async Task A_running_cell_is_interrupted_through_the_control_channel()
    {
        await using var running = new RunningKernel();
        using var client = running.Client();
        var id = client.Execute("gate\nforever");
        running.Session.WaitForGate();
        running.Session.Open();

        client.Send(client.Control, "interrupt_request", new { });

        Assert.Equal("interrupt_reply", client.Read(client.Control).Type);
        Assert.Equal("KeyboardInterrupt", client.Reply().Text("ename"));
        Assert.Single(client.Outputs(id), output => output.Type == "error");
    }

    [Fact]
    public async Task An_interrupt_gets_through_while_the_thread_pool_is_occupied()
    {
        await using var running = new RunningKernel();
        using var client = running.Client();
        var release = new ManualResetEventSlim(); // not disposed: work items may begin to wait after the test
        try
        {
            for (var i = 0; i < 64; i++) ThreadPool.UnsafeQueueUserWorkItem(_ => release.Wait(), null);
            client.Execute("gate\nforever");
            running.Session.WaitForGate();
            running.Session.Open();
            var sent = Environment.TickCount64;

            client.Send(client.Control, "interrupt_request", new { });

            Assert.Equal("KeyboardInterrupt", client.Reply().Text("ename"));
            Assert.InRange(Environment.TickCount64 - sent, 0, 400);
        }
        finally
        {
            release.Set();
        }
    }

    [Fact]
    public async Task A_silent_cell_shows_nothing_and_does_not_count()
    {
        await using var running = new RunningKernel();
        using var client = running.Client();

        var id = client.Execute("print a\nvalue b\nfail c", silent: true);

        Assert.Equal(0, (int)client.Reply().Content["execution_count"]!);
        Assert.Empty(client.Outputs(id));
        client.Execute("value 1");
        Assert.Equal(1, (int)client.Reply().Content["execution_count"]!);
    }

    [Fact]
    public async Task A_cell_that_is_not_stored_does_not_count_and_leaves_no_history()
    {
        await using var running = new RunningKernel();
        using var client = running.Client();
        client.Execute("value 1", storeHistory: false);
        client.Reply();
        client.Execute("value 2");

        Assert.Equal(1, (int)client.Reply().Content["execution_count"]!);
        client.Send("history_request", new { hist_access_type = "tail", n = 10, output = false, raw = true });
        Assert.Single(client.Reply().Content["history"]!.AsArray());
    }

    [Fact]
    public async Task User_expressions_are_answered_each_for_itself()
    {
        await using var running = new RunningKernel();
        using var client = running.Client();

        client.Execute("", expressions: new { good = "6", wrong = "bad" });

        var answers = client.Reply().Content["user_expressions"]!;
        Assert.Equal("6", (string?)answers["good"]!["data"]!["text/plain"]);
        Assert.Equal("Bad", (string?)answers["wrong"]!["ename"]);
    }

    [Fact]
    public async Task A_defect_of_the_session_costs_one_reply()
    {
        await using var running = new RunningKernel();
        using var client = running.Client();
        client.Execute("throw up");

        Assert.Equal("ArithmeticException", client.Reply().Text("ename"));
        client.Execute("value 1");
        Assert.Equal("ok", client.Reply().Text("status"));
    }

    [Fact]
    public async Task An_output_that_is_no_json_becomes_a_note_on_stderr()
    {
        await using var running = new RunningKernel();
        using var client = running.Client();

        var id = client.Execute("nan\nvalue 1");

        Assert.Equal(["execute_input", "stream", "execute_result"], client.Outputs(id).Select(output => output.Type));
    }

    [Theory, InlineData("{}"), InlineData("""{"code":7}"""), InlineData("""{"code":"","silent":3}"""), InlineData("""{"code":"","user_expressions":{"a":1}}"""),
     InlineData("""{"code":"\ud800"}""")]
    public async Task A_request_with_wrong_content_gets_an_error_reply(string content)
    {
        await using var running = new RunningKernel();
        using var client = running.Client();

        client.Shell.Send(client.Frames("execute_request", "wrong", content));

        Assert.Equal("error", client.Reply().Text("status"));
    }
}
