using SynthNotebooks.Contracts;
using SynthNotebooks.Data;
using SynthNotebooks.Generators.Mixtures;
using SynthNotebooks.Privacy;

namespace SynthNotebooks.Generators.Private;

/// <summary>One private fit: checks what is public, reserves the whole cost, and only then reads rows.</summary>
internal sealed class PrivateSession
{
    private const double ShareOfBins = 0.1; // of the budget, when ranges must be cut

    private readonly PublicPlan _plan;

    private PrivateSession(ColumnStates[] columns, PrivateReading reading, FitContext context, PrivacyOptions options, PublicPlan plan)
    {
        (Columns, Reading, Context, Options, Ordered) = (columns, reading, context, options, [.. columns.Select(column => column.IsOrdered)]);
        _plan = plan;
        Zeros = plan.ZerosOf(columns);
        Size = new(options.ModelMegabytes, reading.Table.Domain, [.. Zeros.Select(zero => zero.Columns)]);
        IsConstrained = new bool[columns.Length];
        foreach (var zero in Zeros)
            foreach (var column in zero.Columns.Members) IsConstrained[column] = true;
    }

    /// <summary>Combinations of states that the declared constraints rule out.</summary>
    public IReadOnlyList<LogPotential> Zeros { get; }

    /// <summary>The limit of the model's size, in which the constraints stand already.</summary>
    public ModelSize Size { get; }

    /// <summary>For each column whether a combination of its states is ruled out.</summary>
    public bool[] IsConstrained { get; }

    /// <summary>The columns, in the table's order.</summary>
    public ColumnStates[] Columns { get; }

    /// <summary>The way to the data.</summary>
    public PrivateReading Reading { get; }

    /// <summary>What surrounds the fit.</summary>
    public FitContext Context { get; }

    /// <summary>What was promised.</summary>
    public PrivacyOptions Options { get; }

    /// <summary>Number of states of each column.</summary>
    public int[] Domain => Reading.Table.Domain;

    /// <summary>For each column whether neighbouring states hold neighbouring values.</summary>
    public IReadOnlyList<bool> Ordered { get; }

    /// <summary>Begins a fit.</summary>
    /// <param name="method">Id of the generator, for the ledger.</param>
    /// <param name="options">What is promised.</param>
    /// <param name="training">The real rows.</param>
    /// <param name="context">What surrounds the fit.</param>
    /// <exception cref="FitException">A column has no declared domain.</exception>
    /// <exception cref="BudgetException">The budget does not cover the cost; nothing was read.</exception>
    public static PrivateSession Open(string method, PrivacyOptions options, DataFrame training, FitContext context)
    {
        var plan = Check(options, training, context);
        var rho = ZeroConcentratedAccountant.Rho(options.Epsilon, options.Delta);
        var allowance = new RhoAllowance(rho);
        context.Budget?.Reserve(method, PrivacyCost.ZeroConcentrated(rho));
        context.Progress?.Report(new(0, "domain"));
        RandomBits bits = options.InsecureSeed is { } seed ? new InsecureSeededBits(seed) : new CryptographicBits();
        var columns = States(plan.Domains, training, options, allowance, bits, context);
        var states = new ushort[columns.Length][];
        Statistical.TrainingTable.InParallel(columns.Length, context, i => states[i] = columns[i].Encode(training.Columns[i]));
        var table = new DiscreteTable(states, [.. columns.Select(column => column.Count)]);
        return new(columns, new(table, allowance, bits), context, options, plan);
    }

    /// <summary>Checks all that is public; reads no cell and reserves nothing.</summary>
    /// <param name="options">What is promised.</param>
    /// <param name="training">Names and kinds of its columns are read.</param>
    /// <param name="context">What surrounds the fit.</param>
    /// <exception cref="FitException">The fit cannot be made.</exception>
    public static PublicPlan Check(PrivacyOptions options, DataFrame training, FitContext context)
    {
        ArgumentNullException.ThrowIfNull(training);
        ArgumentNullException.ThrowIfNull(context);
        if (training.Columns.Count == 0) throw new FitException("The table has no columns; at least one is needed.");
        var domains = Domains(options.Domain, training);
        for (var i = 0; i < domains.Length; i++) (domains[i] as RangeDomain)?.Require(training.Columns[i]);
        PublicConstraints.Check(context, domains);
        return PublicPlan.Of(context.Constraints, PublicConstraints.Narrowed(context.Constraints, domains), options);
    }

    /// <summary>A junction tree around measured marginals and the combinations that constraints rule out.</summary>
    /// <param name="domain">Number of states of each column, merged or not.</param>
    /// <param name="measured">What was measured.</param>
    public JunctionTree Tree(int[] domain, IEnumerable<NoisyMarginal> measured) => JunctionTree.Of(domain, [.. measured.Select(marginal => marginal.Columns), .. Zeros.Select(zero => zero.Columns)]);

    /// <summary>The model of a fitted distribution.</summary>
    public PrivateModel Model(ModelOrigin origin, TreeDistribution distribution)
    {
        var queries = new MarginalQueries(distribution);
        var schema = new TableSchema([.. Columns.Select((column, i) =>
            column.Schema(column.Bins.MissingState < 0 ? 0 : Math.Clamp(queries.Marginal(AttributeSet.Of(i))[column.Bins.MissingState], 0, 1)))]);
        var release = new ReleaseRecord(Options.Claim, Reading.Allowance.Used, Names(), [.. Reading.Measured.SelectMany(marginal => marginal.Values)], [.. Reading.Measured.Select(marginal => marginal.Values.Length)]);
        return new(origin, schema, new StateLayout([.. Columns.Select(column => column.Bins)]), new JunctionTreeModel(distribution), release, _plan.Constraints);
    }

    private string[] Names() => [.. Reading.Measured.Select(marginal => string.Join(" x ", marginal.Columns.Members.ToArray().Select(column => Columns[column].Name)))];

    private static ColumnDomain[] Domains(string? declared, DataFrame training)
    {
        var known = declared is null ? new Dictionary<string, ColumnDomain>() : DomainFile.Read(declared);
        foreach (var name in known.Keys)
        {
            if (!training.Columns.Any(column => column.Name == name))
                throw new FitException("The domain speaks of a column that the table lacks. " + UnknownColumn.Message(name, training.Columns.Select(column => column.Name)));
        }
        return [.. training.Columns.Select(column => known.TryGetValue(column.Name, out var domain) ? domain : throw NoDomain(column.Name))];
    }

    private static FitException NoDomain(string column) => new(
        $"Column '{column}' has no declared domain, and its values cannot be looked up in the data: that would tell them without privacy. Either declare it "
        + $"(--domain FILE with \"{column}\": {{\"values\": [...]}} or {{\"min\": a, \"max\": b, \"decimals\": d}} or a number of codes), or buy it with a share of epsilon "
        + "(--buy-domain 0.1 of #!dp and synthnb dp); or leave the column out. Nothing was spent.");

    private static ColumnStates[] States(ColumnDomain[] domains, DataFrame training, PrivacyOptions options, RhoAllowance allowance, RandomBits bits, FitContext context)
    {
        var resolved = PublicConstraints.Resolved(context.Constraints);
        var wide = domains.Count(IsWide);
        var share = wide == 0 ? 0 : ShareOfBins * allowance.Total / wide;
        var columns = new ColumnStates[domains.Length];
        for (var i = 0; i < columns.Length; i++)
        {
            context.Cancellation.ThrowIfCancellationRequested();
            columns[i] = domains[i] switch
            {
                RangeDomain range when IsWide(range) => ColumnStates.Of(range, PrivateBins.Cut(range, training.Columns[i], options.Bins, share, allowance, bits)),
                _ => ColumnStates.Of(domains[i], resolved.Contains(domains[i].Name)),
            };
        }
        return columns;

        bool IsWide(ColumnDomain domain) => PublicPlan.MustBeCut(domain, options, resolved);
    }
}
