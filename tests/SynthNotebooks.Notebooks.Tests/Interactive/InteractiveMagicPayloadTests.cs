using SynthNotebooks.Data;
using SynthNotebooks.Notebooks.Displays;
using SynthNotebooks.Notebooks.Interactive;

namespace SynthNotebooks.Notebooks.Tests.Interactive;

/// <summary>Every magic of the catalog with every payload in its arguments and in the table that it works on: what it says and what it shows.</summary>
public sealed class InteractiveMagicPayloadTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory();

    public static TheoryData<string> Names => [.. InteractiveMagic.All(Kernel(Frame(""), "")).Select(magic => magic.Name)];

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory, MemberData(nameof(Names))]
    public async Task Nothing_acts_in_what_a_magic_says_of_its_arguments(string name)
    {
        foreach (var payload in Payloads.All.Select(Payloads.Argument))
        {
            await RunAsync(name, payload, $"\"{payload}\"");
            await RunAsync(name, payload, $"patients --no-such \"{payload}\"");
            await RunAsync(name, payload, payload);
        }
    }

    [Theory, MemberData(nameof(Names))]
    public async Task Nothing_acts_in_what_a_magic_says_of_an_option(string name)
    {
        const string Payload = "</td><script>alert(1)</script>\u001b[31m\u202e\u2066$x$";
        var options = All(Payload).Single(magic => magic.Name == name).Options.Where(option => !option.IsFlag && !option.IsPositional);
        foreach (var option in options) await RunAsync(name, Payload, $"patients {option.Name} \"{Payload}\"");
    }

    private async Task RunAsync(string name, string payload, string arguments)
    {
        var shown = new List<object>();
        var magic = All(payload).Single(found => found.Name == name);

        var said = await magic.RunAsync($"{name} {arguments}", value =>
        {
            shown.Add(value);
            return shown.Add;
        }, CancellationToken.None);

        if (said is not null) ShownMarkup.Text(said);
        foreach (var value in shown)
        {
            var formatter = DisplayFormatters.All.FirstOrDefault(known => known.Displays.IsInstanceOfType(value));
            if (formatter is not null) ShownMarkup.Text(formatter.Format(value, MimeTypes.Text));
        }
    }

    private IReadOnlyList<InteractiveMagic> All(string payload) => InteractiveMagic.All(Kernel(Frame(payload), _folder.FullName), new() { Ledger = Path.Combine(_folder.FullName, "ledger") });

    private static InteractiveKernel Kernel(DataFrame table, string folder) => new(() => [("patients", typeof(DataFrame), table)], (_, _, _) => Task.CompletedTask) { Folder = () => folder };

    private static DataFrame Frame(string payload) => new DataFrame(
        TextColumn.Of(payload, Enumerable.Range(0, 30).Select(row => row % 3 == 0 ? payload : row % 3 == 1 ? "other" : null)),
        new Int64Column("age", Enumerable.Range(0, 30).Select(row => (long)row).ToArray())).WithOrigin(DataOrigin.Synthetic);
}
