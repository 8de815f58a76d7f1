using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using SynthNotebooks.Contracts;
using SynthNotebooks.Data;
using SynthNotebooks.Generators.Constraints;
using SynthNotebooks.Privacy;

namespace SynthNotebooks.Notebooks.Releases;

/// <summary>Fits private models against a ledger, which keeps each of them: the same request about the same data is answered from there, free of new budget.</summary>
/// <remarks>
/// A request is the keyed hash of the data, the model with all its options (ε and δ among them), what its domain and workload say (not where they lie), and the constraints.
/// Seeds, minimum counts and threads do not count, as none of them enters a private fit.
/// </remarks>
public static class PrivateFits
{
    private const string Stored = " model"; // after the method, in the ledger's line of a stored model; no id holds a blank
    private static readonly string[] Files = ["domain", "workload"];

    /// <summary>Whether a line of a ledger stores a model, and not a table.</summary>
    public static bool IsModel(LedgerEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return entry.Purpose.EndsWith(Stored, StringComparison.Ordinal);
    }

    /// <summary>The stored model of an identical request, or a new one, which is charged and stored.</summary>
    /// <param name="models">Where the generator of a stored model is looked up.</param>
    /// <param name="ledger">Charged.</param>
    /// <param name="data">The real rows.</param>
    /// <param name="generator">A private one that is not seeded, see <see cref="PrivateGenerators.IsCharged"/>.</param>
    /// <param name="context">What surrounds the fit; its seed and budget do not count.</param>
    /// <exception cref="ArgumentException">The generator makes no privacy claim.</exception>
    /// <exception cref="BudgetException">The ledger does not cover it; nothing was read.</exception>
    /// <exception cref="FitException">The fit is refused or fails.</exception>
    /// <exception cref="LedgerException">The ledger or the stored model was changed outside.</exception>
    public static PrivateFit Get(Catalog<GeneratorAttribute> models, PrivacyLedger ledger, DataFrame data, IGenerator generator, FitContext context)
    {
        ArgumentNullException.ThrowIfNull(models);
        ArgumentNullException.ThrowIfNull(ledger);
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(context);
        if (!generator.IsCharged() || generator is not IPrivateGenerator { Order: var order })
            throw new ArgumentException("The generator makes no privacy claim, so no ledger keeps its models.", nameof(generator));
        var request = Request(ledger.Identify(data), order, context);
        var found = ledger.TryFind(request, out var content);
        if (!found)
        {
            // The model is the same whoever asked first, and a rerun cannot differ from the first run.
            var model = generator.FitConstrained(data, context with { Seed = 0, Budget = ledger.For(request.Dataset) });
            using var file = new MemoryStream();
            ModelArchive.Save(model, file);
            ledger.Store(request, file.ToArray());
            if (!ledger.TryFind(request, out content)) throw new LedgerException("The model was charged, but the ledger did not store it.");
        }
        return new(ModelArchive.Open(new MemoryStream(content), models), found, ledger.Find(request)!.Number);
    }

    /// <summary>Options in which domain and workload stand as text in place of the paths of their files; a path to nothing stays, and the generator refuses it.</summary>
    /// <param name="options">As given.</param>
    /// <param name="resolve">The path of a file as it was named.</param>
    public static Dictionary<string, string> WithTexts(IReadOnlyDictionary<string, string> options, Func<string, string> resolve)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(resolve);
        var texts = new Dictionary<string, string>(options, StringComparer.Ordinal);
        foreach (var name in Files)
            if (texts.TryGetValue(name, out var text)) texts[name] = Plain(text.TrimStart() is not ['{' or '[', ..] && File.Exists(resolve(text)) ? File.ReadAllText(resolve(text)) : text);
        return texts;
    }

    private static ReleaseRequest Request(DatasetKey dataset, ModelOrigin order, FitContext context)
    {
        var texts = WithTexts(order.Options, path => path);
        if (!context.Constraints.IsEmpty) texts["constraints"] = context.Constraints.ToJson();
        if (context.RefuseViolations) texts["strict"] = "true";
        return new(dataset, order.Generator + Stored, Number("epsilon"), Number("delta"), texts);

        double Number(string name) => double.Parse(order.Options[name], CultureInfo.InvariantCulture);
    }

    // Blanks and line ends say nothing; what is no JSON is left to the generator, which says so.
    private static string Plain(string text)
    {
        try
        {
            return JsonNode.Parse(text)?.ToJsonString(Form) ?? text;
        }
        catch (JsonException)
        {
            return text;
        }
    }

    private static readonly JsonSerializerOptions Form = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}
