using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using SynthNotebooks.Contracts;
using SynthNotebooks.Data;
using SynthNotebooks.Generators.Constraints;
using SynthNotebooks.Generators.Private;
using SynthNotebooks.Privacy;

namespace SynthNotebooks.Notebooks.Releases;

/// <summary>Makes private releases against a ledger.</summary>
/// <remarks>
/// The whole cost (bought domains, <c>dp-independent</c>, the method) is reserved as one line before a row is read; a failure later pays nothing back. Without a bought domain it is
/// the zCDP that ε and δ buy. With one, ε and δ are split (basic composition): the share of ε and half of δ for the domain, the rest for the models.
/// </remarks>
public static class PrivateReleases
{
    private const double Rounding = 1e-7; // parts stay below the whole when ε and zCDP are turned into each other

    /// <summary>The stored release of an identical order, or a new one, which is charged and stored.</summary>
    /// <param name="models">The methods that may be asked for.</param>
    /// <param name="ledger">Charged; not touched by a seeded run.</param>
    /// <param name="data">The real rows.</param>
    /// <param name="order">What is asked.</param>
    /// <param name="progress">Told of what is being done; may be null.</param>
    /// <param name="cancellation">Stops the fit; what was reserved stays spent.</param>
    /// <returns>The release, and whether it came from the ledger, free of new budget.</returns>
    /// <exception cref="ArgumentException">The order is not legal.</exception>
    /// <exception cref="BudgetException">The ledger does not cover it; nothing was read.</exception>
    /// <exception cref="FitException">A column has no domain.</exception>
    public static (PrivateRelease Release, bool FromLedger) Get(
        Catalog<GeneratorAttribute> models, PrivacyLedger ledger, DataFrame data, PrivateOrder order, IProgress<FitProgress>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(models);
        ArgumentNullException.ThrowIfNull(ledger);
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(order);
        order.Check();
        if (!models[order.Method].Attribute.IsPrivate)
            throw new ArgumentException($"{order.Method} is not private; the method must be one of {string.Join(", ", models.Entries.Where(entry => entry.Attribute.IsPrivate).Select(entry => entry.Id))}.", nameof(order));
        var request = order.Request(ledger.Identify(data));
        if (order.InsecureSeed is null && ledger.TryFind(request, out var stored)) return (StoredRelease.Read(stored), true);
        var content = StoredRelease.Write(Make(models, ledger.For(request.Dataset), data, order, progress, cancellation));
        if (order.InsecureSeed is null) ledger.Store(request, content);
        return (StoredRelease.Read(content), false);
    }

    private static PrivateRelease Make(Catalog<GeneratorAttribute> models, IBudget budget, DataFrame data, PrivateOrder order, IProgress<FitProgress>? progress, CancellationToken cancellation)
    {
        var bought = order.BuyDomain > 0;
        var (epsilon, delta) = bought ? (order.Epsilon * (1 - order.BuyDomain), order.Delta / 2) : (order.Epsilon, order.Delta);
        var rho = ZeroConcentratedAccountant.Rho(epsilon, delta);
        var shares = Shares(order);
        // Options are checked before anything is spent.
        var method = Generator(models, order.Method, order.HasBaseline ? rho * (1 - order.BaselineShare) : rho, delta, order, order.Options);
        var floor = order.HasBaseline ? Generator(models, "dp-independent", rho * order.BaselineShare, delta, order, OfFloor(order.Options)) : null;
        var parts = new AllottedBudget(epsilon, delta);
        var reservation = new WholeReservation(order.InsecureSeed is null ? budget : new AllottedBudget(order.Epsilon, order.Delta), Purpose(order),
            bought ? PrivacyCost.Approximate(order.Epsilon, order.Delta) : PrivacyCost.ZeroConcentrated(rho), parts);

        string? domain = null;
        if (bought)
        {
            RandomBits bits = order.InsecureSeed is { } seed ? new InsecureSeededBits(seed) : new CryptographicBits();
            RequireColumns(data, order.Domain);
            BoughtConstraints.Check(method(order), data, order);
            reservation.Reserve();
            domain = DomainPurchase.Buy(data, order.Domain, order.Epsilon * order.BuyDomain, order.Delta / 2, bits, cancellation).ToJsonString();
            order = order with { Domain = domain };
        }
        // Checked before the method reserves for both.
        if (floor is not null && !bought) (floor(order) as IPrivateGenerator)?.Check(data, Context(null));
        var (table, claim) = Fit(method(order), progress);
        var baseline = floor is null ? null : Fit(floor(order), null).Table;
        if (order.InsecureSeed is null) claim = string.Create(CultureInfo.InvariantCulture, $"({order.Epsilon:R}, {order.Delta:R})-DP for adding or removing one record");
        return new(order.Method, claim, table, baseline, shares, domain);

        (DataFrame Table, string Claim) Fit(IGenerator generator, IProgress<FitProgress>? report)
        {
            var model = generator.FitConstrained(data, Context(report));
            var release = (IPrivateRelease)model;
            var rows = order.Rows ?? (int)Math.Min(int.MaxValue, release.Total);
            return (model.Sample(rows, new SampleOptions { Seed = order.InsecureSeed ?? 0, Cancellation = cancellation }), release.Claim);
        }

        FitContext Context(IProgress<FitProgress>? report) =>
            new(data.InferSchema()) { Constraints = order.Constraints, Budget = reservation, Progress = report, Cancellation = cancellation };
    }

    private static Func<PrivateOrder, IGenerator> Generator(Catalog<GeneratorAttribute> models, string id, double rho, double delta, PrivateOrder order, IReadOnlyDictionary<string, string> own)
    {
        Create(order);
        return Create;

        IGenerator Create(PrivateOrder order)
        {
            var options = new Dictionary<string, string>(own)
            {
                ["epsilon"] = ZeroConcentratedAccountant.Epsilon(rho * (1 - Rounding), delta).ToString("R", CultureInfo.InvariantCulture),
                ["delta"] = delta.ToString("R", CultureInfo.InvariantCulture),
            };
            if (order.Domain is { } domain) options["domain"] = domain;
            if (order.Workload is { } workload && id == order.Method) options["workload"] = workload;
            if (order.InsecureSeed is { } seed) options["insecure-seed"] = seed.ToString(CultureInfo.InvariantCulture);
            return GeneratorFactory.Create(models, id, options);
        }
    }

    // A limit of memory that was raised for the method holds for what stands beside it too.
    private static Dictionary<string, string> OfFloor(IReadOnlyDictionary<string, string> options) =>
        options.TryGetValue("model-megabytes", out var limit) ? new() { ["model-megabytes"] = limit } : [];

    private static string Purpose(PrivateOrder order) => order.Method
        + (order.BuyDomain > 0 ? string.Create(CultureInfo.InvariantCulture, $" + domain ({100 * order.BuyDomain:0.##} %)") : "")
        + (order.HasBaseline ? string.Create(CultureInfo.InvariantCulture, $" + dp-independent ({100 * order.BaselineShare:0.##} %)") : "");

    private static string Shares(PrivateOrder order)
    {
        var parts = new List<string>();
        if (order.BuyDomain > 0) parts.Add(string.Create(CultureInfo.InvariantCulture, $"{100 * order.BuyDomain:0.##} % of epsilon for the domain"));
        if (order.HasBaseline) parts.Add(string.Create(CultureInfo.InvariantCulture, $"{100 * order.BaselineShare:0.##} % of its zCDP for dp-independent beside it"));
        return parts.Count == 0 ? "the whole for the method" : string.Join(", ", parts);
    }

    // Before a reservation: an order that cannot be answered must cost nothing.
    private static void RequireColumns(DataFrame data, string? declared)
    {
        if (declared is null) return;
        try
        {
            foreach (var (name, _) in JsonNode.Parse(declared) as JsonObject ?? throw new FitException("A domain must be a JSON object with one entry a column."))
                if (!data.Columns.Any(column => column.Name == name)) throw new FitException($"The domain speaks of a column '{name}' that the table lacks; it has {string.Join(", ", data.Columns.Select(column => column.Name))}.");
        }
        catch (JsonException failure)
        {
            throw new FitException($"The domain is no JSON: {failure.Message}", failure);
        }
    }
}
