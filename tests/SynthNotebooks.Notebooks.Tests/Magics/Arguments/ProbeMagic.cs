using System.ComponentModel.DataAnnotations;
using SynthNotebooks.Notebooks.Hosting;
using SynthNotebooks.Notebooks.Magics;
using SynthNotebooks.Notebooks.Tests.Hosting;

namespace SynthNotebooks.Notebooks.Tests.Magics;

/// <summary>A magic with an argument of every type; it remembers what it was given.</summary>
[Magic("#!probe", "Remembers its arguments.", Example = "#!probe a")]
internal sealed class ProbeMagic : IMagic<ProbeMagic.Arguments>
{
    public enum Colour
    {
        Red,
        DarkBlue,
    }

    public sealed record Arguments(
        [Positional] string Data,
        string? Text = null,
        [Range(1, 100)] int Count = 7,
        double? Share = null,
        ulong Seed = 0,
        Colour Colour = Colour.Red,
        IReadOnlyList<string>? Items = null,
        bool Quiet = false,
        bool? Header = null,
        [NewVariable] string? As = null,
        [PassThrough<ModelOptions>] IReadOnlyDictionary<string, string>? Options = null);

    public sealed class ModelOptions : IOptionSource
    {
        public string Chooser => "text";

        public IReadOnlyList<MagicParameter> Options(Toolkit toolkit) =>
            [new("bins", typeof(int), "Number of bins.") { Group = "tree", Default = 10 }, new("robust", typeof(bool), "") { Group = "line", Default = false }];
    }

    public Task RunAsync(Arguments arguments, INotebookHost host, CancellationToken cancellation) =>
        host.Variables.SetAsync("given", arguments, typeof(Arguments));

    public static MagicCommand Command { get; } = new MagicCatalog(new Toolkit(), [typeof(ProbeMagic).Assembly])["#!probe"];

    public static async Task<Arguments> Given(string line, FakeHost? host = null)
    {
        host ??= new FakeHost();
        await Command.RunAsync(line, host, CancellationToken.None);
        return (Arguments)host["given"]!;
    }
}
