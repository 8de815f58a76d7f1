using System.ComponentModel.DataAnnotations;
using System.Globalization;
using SynthNotebooks.Contracts;
using SynthNotebooks.Data;
using SynthNotebooks.Generators.Private;
using SynthNotebooks.Notebooks.Hosting;
using SynthNotebooks.Notebooks.Progress;

namespace SynthNotebooks.Notebooks.Magics;

/// <summary>Releases a differentially private table.</summary>
[Magic("#!dp", "Release a differentially private table: fit a private method on a declared domain and sample it; says what is claimed.",
    Example = "#!dp patients --method aim --epsilon 1 --delta 1e-9 --domain domain.json --as private")]
public sealed class DpMagic(Toolkit toolkit) : IMagic<DpMagic.Arguments>
{
    /// <param name="Data">Variable that holds the real table.</param>
    /// <param name="Method">A private model: mst, aim, privbayes, dp-copula or dp-independent.</param>
    /// <param name="As">Variable that will hold the released table.</param>
    /// <param name="Epsilon">Privacy loss of the whole release.</param>
    /// <param name="Delta">Probability of a larger loss.</param>
    /// <param name="Domain">Declared domain: a JSON file with one entry a column.</param>
    /// <param name="Workload">Marginals that matter (aim): a JSON file with a list of lists of columns.</param>
    /// <param name="Rows">Rows to release; without it the noisy number of records.</param>
    /// <param name="InsecureSeed">Repeatable noise for teaching: the release is then NON-PRIVATE.</param>
    /// <param name="Quiet">Shows no progress.</param>
    public sealed record Arguments(
        [Positional, CompleteWith<FrameVariables>] string Data,
        [CompleteWith<ModelIds>] string Method,
        [NewVariable] string As,
        [Range(0.000001, 1000.0)] double Epsilon = 1,
        [Range(1e-300, 0.5)] double Delta = 1e-9,
        string? Domain = null,
        string? Workload = null,
        [Range(1, int.MaxValue)] int? Rows = null,
        ulong? InsecureSeed = null,
        bool Quiet = false);

    /// <inheritdoc/>
    public async Task RunAsync(Arguments arguments, INotebookHost host, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(arguments);
        ArgumentNullException.ThrowIfNull(host);
        var training = host.Require<DataFrame>(arguments.Data);
        if (!toolkit.Models[arguments.Method].Attribute.IsPrivate)
            throw new MagicException($"{arguments.Method} is not private; --method takes {string.Join(", ", toolkit.Models.Entries.Where(entry => entry.Attribute.IsPrivate).Select(entry => entry.Id))}.");
        var generator = GeneratorFactory.Create(toolkit.Models, arguments.Method, Options(arguments));
        var progress = await LiveProgress.StartAsync(host, $"releasing with {arguments.Method}", toolkit.Time, arguments.Quiet);
        await progress.RunAsync(
            report => generator.Fit(training, new FitContext(training.InferSchema()) { Progress = report, Cancellation = cancellation }),
            async model =>
            {
                var release = (IPrivateRelease)model;
                var rows = arguments.Rows ?? (int)Math.Min(int.MaxValue, release.Total);
                await host.Variables.SetAsync(arguments.As, model.Sample(rows, new SampleOptions { Seed = arguments.InsecureSeed ?? 0, Cancellation = cancellation }), typeof(DataFrame));
                return string.Create(CultureInfo.InvariantCulture, $"{arguments.As}: {rows} rows, {release.Claim}");
            },
            cancellation);
    }

    private static Dictionary<string, string> Options(Arguments arguments)
    {
        var options = new Dictionary<string, string>
        {
            ["epsilon"] = arguments.Epsilon.ToString("R", CultureInfo.InvariantCulture),
            ["delta"] = arguments.Delta.ToString("R", CultureInfo.InvariantCulture),
        };
        if (arguments.Domain is { } domain) options["domain"] = domain;
        if (arguments.Workload is { } workload) options["workload"] = workload;
        if (arguments.InsecureSeed is { } seed) options["insecure-seed"] = seed.ToString(CultureInfo.InvariantCulture);
        return options;
    }
}
