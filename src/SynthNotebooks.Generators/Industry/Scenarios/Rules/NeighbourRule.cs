using SynthNotebooks.Data;
using SynthNotebooks.Generators.Industry.Scenarios.Engine;
using SynthNotebooks.Generators.Industry.Scenarios.Formulas;

namespace SynthNotebooks.Generators.Industry.Scenarios.Rules;

/// <summary>A random neighbour of the row's root row in a network; missing for a row without neighbours.</summary>
[Rule("neighbour")]
internal sealed class NeighbourRule : Rule
{
    private readonly Network _network;

    public NeighbourRule(RuleArguments arguments)
    {
        var name = arguments.Take("network");
        var compilation = arguments.Compilation;
        if (name?.Text is null || !compilation.Networks.TryGetValue(name.Text, out _network!)) throw new ScenarioException((name ?? arguments.Node).Place, $"{arguments.Owner}: " + UnknownColumn.Message("network", name?.Text ?? "", compilation.Networks.Keys));
        if (arguments.Attribute is not { } attribute) throw new ScenarioException(name.Place, $"{arguments.Owner}: a neighbour must be an attribute.");
        if (attribute.Entity.Root != _network.Over) throw new ScenarioException(name.Place, $"{arguments.Owner}: the network '{name.Text}' is over '{_network.Over.Name}', which is not the root of '{attribute.Entity.Name}'.");
        attribute.Refers = compilation.KeptOf(_network.Over, name.Place);
        compilation.Bind(_network.Over.Key!);
        Type = CellType.Integer;
    }

    public override bool Redraws => false;

    public override double Draw(Row row, SplitRandom random)
    {
        var neighbours = _network.Neighbours(Network.Root(row).Number);
        return neighbours.Length == 0 ? double.NaN : neighbours[random.NextBelow(neighbours.Length)];
    }
}
