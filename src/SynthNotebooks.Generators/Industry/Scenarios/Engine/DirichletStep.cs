using SynthNotebooks.Data;
using SynthNotebooks.Generators.Industry.Scenarios.Rules;

namespace SynthNotebooks.Generators.Industry.Scenarios.Engine;

/// <summary>Shares that sum to one, from a Dirichlet distribution: gamma variates divided by their sum.</summary>
/// <remarks>
/// Gammas are held as logarithms (a shape below 1 as that of shape + 1 plus the logarithm of a uniform over the shape), so that small shapes do not all end at 0.
/// Where all members are rounded to the same decimals the rounded shares sum to one too (largest remainders). Source: Devroye, Non-Uniform Random Variate
/// Generation, 1986, XI.4.
/// </remarks>
internal sealed class DirichletStep(string name, EntityPlan entity, IReadOnlyList<AttributePlan> members) : JointStep
{
    private readonly ulong _label = SplitRandom.Label("dirichlet " + name);
    private readonly Parameter[] _alphas = new Parameter[members.Count];
    private readonly int? _decimals = Decimals(members);
    private readonly int _slot = entity.NumberSlots;
    private bool _reading;

    public override string Name => "shares of " + name;

    /// <inheritdoc/>
    public override bool ReadsNeighbours => members.Any(member => member.ReadsNeighbours);

    public override bool Has(AttributePlan attribute) => members.Contains(attribute);

    public int SlotOf(AttributePlan member) => _slot + members.ToList().IndexOf(member);

    /// <summary>The step of an attribute; made with the first of its members.</summary>
    public static DirichletStep Of(AttributePlan attribute, ScenarioNode node, Compilation compilation)
    {
        var (entity, name) = (attribute.Entity, Composition(attribute.Node["dirichlet"]!));
        if (entity.Shares.TryGetValue(name, out var known))
            return known._reading ? throw new ScenarioException(node.Place, $"{attribute.Owner}: the shares of '{name}' read themselves; an alpha cannot depend on a share of the same composition.") : known;
        AttributePlan[] members = [.. entity.Attributes.Values.Where(one => one.Node["dirichlet"] is { } other && Composition(other) == name)];
        if (members.Length < 2) throw new ScenarioException(node.Place, $"{attribute.Owner}: '{name}' has one share only, which is always 1; give 'dirichlet' to another attribute of '{entity.Name}', with the same 'of'.");
        var step = new DirichletStep(name, entity, members);
        entity.Shares.Add(name, step);
        entity.NumberSlots += members.Length;
        step.Read(compilation);
        entity.Early.Add(step);
        return step;
    }

    /// <inheritdoc/>
    public override void Run(Row row, SplitRandom random, ulong attempt)
    {
        random.Become(row.Random, Labelled(_label, attempt));
        var shares = row.Numbers.AsSpan(_slot, _alphas.Length);
        var most = double.NegativeInfinity;
        for (var i = 0; i < shares.Length; i++)
        {
            var alpha = _alphas[i].Of(row, random);
            var gamma = double.IsNaN(alpha) ? alpha
                : alpha >= 1 ? PortableMath.Log(Variates.Gamma(alpha, random))
                : PortableMath.Log(Variates.Gamma(alpha + 1, random)) + PortableMath.Log(random.NextOpenDouble()) / alpha;
            shares[i] = gamma;
            most = gamma > most ? gamma : most;
        }
        var sum = 0.0;
        for (var i = 0; i < shares.Length; i++) sum += shares[i] = PortableMath.Exp(shares[i] - most);
        for (var i = 0; i < shares.Length; i++) shares[i] /= sum;
        if (_decimals is { } decimals && !double.IsNaN(sum)) Round(shares, Math.Pow(10, decimals));
    }

    private static string Composition(ScenarioNode dirichlet) => dirichlet["of"]?.Text ?? (dirichlet.Items is [_, { Text: { } second }, ..] ? second : "shares");

    private static int? Decimals(IReadOnlyList<AttributePlan> members)
    {
        var first = members[0].Node["decimals"]?.Text;
        return members.All(member => member.Node["decimals"]?.Text == first) && int.TryParse(first, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var decimals) && decimals <= 12 ? decimals : null;
    }

    private void Read(Compilation compilation)
    {
        _reading = true;
        try
        {
            for (var i = 0; i < members.Count; i++)
            {
                var (member, node) = (members[i], members[i].Node["dirichlet"]!);
                foreach (var modifier in (string[])["min", "max", "noise", "first"])
                    if (member.Node[modifier] is { } beside) throw new ScenarioException(beside.Place, $"{member.Owner}: '{modifier}' cannot stand beside 'dirichlet', since the shares must sum to one.");
                var formulas = compilation.FormulasOf(entity, member);
                _alphas[i] = new RuleArguments(node, formulas, member.Owner, member, compilation).Positive("alpha");
                if (member.Late) throw new ScenarioException(node.Place, $"{member.Owner}: alpha reads what is known only when the rows below are made.");
            }
            // A share depends on what any alpha reads
            AttributePlan[] all = [.. members.SelectMany(member => member.Reads)];
            foreach (var member in members) member.Reads.UnionWith(all);
        }
        finally
        {
            _reading = false;
        }
    }

    // Whole units below each share; those left go to the largest remainders, the earlier of equal ones first
    private static void Round(Span<double> shares, double units)
    {
        Span<double> remainders = shares.Length <= 64 ? stackalloc double[shares.Length] : new double[shares.Length];
        var left = units;
        for (var i = 0; i < shares.Length; i++)
        {
            var whole = Math.Floor(shares[i] * units);
            remainders[i] = shares[i] * units - whole;
            shares[i] = whole;
            left -= whole;
        }
        for (; left > 0.5; left--)
        {
            var at = 0;
            for (var i = 1; i < remainders.Length; i++)
                if (remainders[i] > remainders[at]) at = i;
            shares[at]++;
            remainders[at] = -1;
        }
        for (var i = 0; i < shares.Length; i++) shares[i] /= units;
    }
}
