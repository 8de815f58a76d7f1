namespace SynthNotebooks.Browser.Tests;

[Collection("browser")]
public class LabClientTests(NotebookServer server)
{
    // Installed by ./test from the committed lock file.
    private static readonly string Folder = Environment.GetEnvironmentVariable("SYNTHNB_LAB_CLIENT") ?? Repository.Path("artifacts", "lab-client");

    [Fact]
    public async Task JupyterLabs_own_client_starts_executes_completes_interrupts_talks_restarts_and_shuts_down()
    {
        var said = await JupyterServer.RunAsync("node", Path.Combine(Folder, "client.js"), server.Server.Url, server.Server.Token);

        Assert.Equal(["ok start", "ok execute", "ok complete", "ok interrupt", "ok state kept", "ok comm", "ok restart", "ok shutdown"], said.Split('\n').Where(line => line.StartsWith("ok ", StringComparison.Ordinal)));
    }
}
