using System.Globalization;
using SynthNotebooks.Data;
using SynthNotebooks.Generators.Industry.Processes;
using SynthNotebooks.Generators.Industry.Scenarios.Formulas;
using SynthNotebooks.Generators.Industry.Scenarios.Rules;

namespace SynthNotebooks.Generators.Industry.Scenarios.Engine;

/// <summary>Reads where the rows of an entity come from; all formulas are of the parent's row.</summary>
internal static class SourceReader
{
    public static RowSource Read(EntityPlan entity, Compilation compilation)
    {
        var owner = $"entity '{entity.Name}'";
        if (entity.Node["count"] is { } count) return new CountSource(compilation.RuleOf(count, entity.Parent, owner + ", count"), count, owner);
        if (entity.Node["events"] is { } events) return EventsReader.Read(events, entity, compilation, owner + ", events");
        if (entity.Node["machine"] is { } machine) return MachineReader.Read(machine, entity, compilation, owner + ", machine");
        if (entity.Node["markov"] is { } markov) return MachineReader.ReadMarkov(markov, entity, compilation, owner + ", markov");
        if (entity.Node["process"] is null) return EmitReader.Read(entity, compilation);
        return Process(entity.Node["process"]!, entity, compilation, owner + ", process");
    }

    private static ProcessSource Process(ScenarioNode node, EntityPlan entity, Compilation compilation, string owner)
    {
        var (id, options) = node.Text is not null ? (node, null)
            : node.Entries is { Count: 1 } entries ? (entries[0].Key, entries[0].Value)
            : throw new ScenarioException(node.Place, $"{owner}: one process is expected, e.g. process: {{NAME: {{option: 5}}}}.");
        if (!ProcessCatalog.Catalog.Ids.Contains(id.Text!)) throw new ScenarioException(id.Place, $"{owner}: " + UnknownColumn.Message("process", id.Text!, ProcessCatalog.Catalog.Ids));
        var entry = ProcessCatalog.Catalog[id.Text!];
        var known = SynthNotebooks.Contracts.OptionsRecord.Of(entry.Attribute.Options);
        var read = new List<(string, TextFormula?, NumberFormula?, string)>();
        foreach (var (key, value) in options?.Entries ?? [])
        {
            if (known.Parameters.FirstOrDefault(parameter => parameter.Name == key.Text) is not { } option) throw new ScenarioException(key.Place, $"{owner} '{id.Text}': " + UnknownColumn.Message("option", key.Text!, known.Parameters.Select(parameter => parameter.Name)));
            var text = value.Text ?? throw new ScenarioException(value.Place, $"{owner}: option '{key.Text}' must be a number, a text or a formula.");
            if (option.Type == typeof(string) || option.Type == typeof(bool) && text is "true" or "false" || option.Choices.Contains(text))
            {
                // a text stands for itself; with braces it is a template of the parent's row
                read.Add(text.Contains('{', StringComparison.Ordinal) ? (key.Text!, compilation.FormulasOf(entity.Parent, null).Template(value, owner), null, "") : (key.Text!, null, null, text));
                continue;
            }
            var formulas = compilation.FormulasOf(entity.Parent, null);
            var typed = formulas.Parse(value, $"{owner}, {key.Text}");
            if (option.Type == typeof(bool) && typed.Type.Kind != CellKind.Text)
            {
                if (typed.Type.Kind != CellKind.Boolean) throw new ScenarioException(value.Place, $"{owner}: option '{key.Text}' is true or false; the formula '{text}' gives a {typed.Type}.");
                var truth = formulas.Compile(typed);
                read.Add((key.Text!, (row, random) => Texts.Of(truth(row, random), CellKind.Boolean) ?? "missing", null, ""));
                continue;
            }
            var isInteger = option.Type != typeof(double) && option.Type != typeof(float) && option.Type != typeof(decimal);
            if (typed.Type.Kind == CellKind.Text) read.Add((key.Text!, formulas.CompileText(typed), null, ""));
            else if (typed.Constant) read.Add((key.Text!, null, null, FormulaCompiler.Constant(typed).ToString("R", CultureInfo.InvariantCulture)));
            else
            {
                var number = formulas.Compile(typed);
                read.Add((key.Text!, null, isInteger ? (row, random) => Math.Round(number(row, random)) : number, ""));
            }
        }
        return new ProcessSource(entry, [.. read], id, (compilation.Start, compilation.End), owner);
    }
}
