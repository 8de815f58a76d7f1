using SynthNotebooks.Contracts;
using SynthNotebooks.Data;
using SynthNotebooks.Generators.Industry.Scenarios.Formulas;
using SynthNotebooks.Generators.Industry.Scenarios.Rules;

namespace SynthNotebooks.Generators.Industry.Scenarios.Engine;

/// <summary>Makes families again until a wanted row comes, and tells how it came about.</summary>
internal sealed class RowTracer(Scenario scenario, long rows, ulong seed, CancellationToken cancellation)
{
    private const int MostDraws = 8;

    public RowTrace Trace(string table, long wanted)
    {
        var compilation = scenario.Compile(rows, null);
        if (!compilation.Entities.TryGetValue(table, out var entity)) throw new ArgumentException($"'{table}' is a log of rounds; its rows are changes, not rows made by rules.", nameof(table));
        var engine = new WorldEngine(compilation, new SimulationOptions { Seed = seed, Cancellation = cancellation });
        var stream = engine.Prepare().Split(entity.Root.Name);
        var sink = new Sink(entity, wanted);
        var runner = new EntityRunner(entity.Root, one => one == entity ? sink : null, _ => true, cancellation);
        for (long family = 0; family < entity.Root.RootRows && sink.Found is null; family++)
        {
            if ((family & 255) == 0) cancellation.ThrowIfCancellationRequested();
            runner.RunRoot(family, stream);
        }
        return sink.Found ?? throw new ArgumentOutOfRangeException(nameof(wanted), wanted, $"'{table}' has no such row.");
    }

    // Counts the rows as they are recorded; at the wanted one everything that it was made from is still there
    private sealed class Sink(EntityPlan plan, long wanted) : IRowSink
    {
        private readonly TableBuffer _buffer = new(plan);
        private long _passed;

        public bool Keeps => false;

        public RowTrace? Found { get; private set; }

        public void Add(Row row)
        {
            if (Found is not null) return;
            _buffer.Add(row);
            var recorded = _buffer.Rows;
            if (wanted < _passed + recorded)
            {
                var record = _buffer.Take();
                var traced = new List<TracedRow>();
                var at = row;
                for (var entity = plan; entity is not null; entity = entity.Parent)
                {
                    traced.Add(OfRow(entity, at, entity == plan ? record : null));
                    at = at.Parent!;
                }
                Found = new RowTrace(plan.Name, wanted, traced[0].Key, traced);
                return;
            }
            _passed += recorded;
            if (recorded > 0) _buffer.Take();
        }
    }

    private static TracedRow OfRow(EntityPlan entity, Row row, DataFrame? record)
    {
        var cells = new List<TracedCell>();
        foreach (var attribute in entity.Attributes.Values)
            if (attribute.Step is null && attribute.State == BindState.Bound && attribute != entity.Key)
                cells.Add(new TracedCell(attribute.Name, Text(attribute, row), "comes with the rows", [], [], attribute.Node.Place, Recorded(attribute, row, record)));
        foreach (var step in entity.Early.Concat(entity.Late))
            if (step is AttributeStep one) cells.Add(OfStep(one, row, record));
        return new TracedRow(entity.Name, row.Texts[entity.Key!.Slot] ?? "", cells);
    }

    private static TracedCell OfStep(AttributeStep step, Row row, DataFrame? record)
    {
        var attribute = step.Attribute;
        var value = Text(attribute, row);
        SplitRandom stream = new(0), drawn = new(0), first = new(0);
        // The same draw once more; what it reads is as it was
        stream.Become(row.Random, SplitRandom.Label(attribute.Name));
        first.Copy(stream);
        drawn.Copy(stream);
        step.Repeat(row, drawn);
        var draws = new List<double>();
        for (var i = 0; i < MostDraws && !stream.StandsWith(drawn); i++)
        {
            draws.Add((first.NextUInt64() >> 11) * (1.0 / (1UL << 53)));
            stream.NextUInt64();
        }
        var parameters = step.Rule.Parameters.Select(parameter =>
        {
            var fresh = new SplitRandom(0);
            fresh.Become(row.Random, SplitRandom.Label(attribute.Name));
            return (parameter.Name, parameter.Of(row, fresh));
        }).ToArray();
        var again = step.RankSlot is null && attribute.Rounds is null && step.Repeated(row) is var repeated && !Equals(repeated, step.Stored(row));
        var note = attribute.Rounds is not null ? "set by rounds" : step.RankSlot is { } rank ? FormattableString.Invariant($"at rank {row.Numbers[rank]:F4} of its group") : again ? "drawn again to meet a constraint" : null;
        return new TracedCell(attribute.Name, value, attribute.Node.ToText(), parameters, step.RankSlot is null ? draws : [], attribute.Node.Place, string.Join("; ", ((string?[])[note, Recorded(attribute, row, record)]).Where(one => one is not null)) is { Length: > 0 } all ? all : null);
    }

    private static string? Recorded(AttributePlan attribute, Row row, DataFrame? record)
    {
        if (attribute.Hidden || record is null || !record.Columns.Any(column => column.Name == attribute.Name)) return null;
        if (attribute.Entity.Recordings.Count == 0) return null;
        var (told, truth) = (record[attribute.Name].GetText(0), CellBuffer.Single(attribute, row).GetText(0));
        return told == truth ? null : $"on record: {told ?? "missing"}";
    }

    private static string? Text(AttributePlan attribute, Row row) => CellBuffer.Single(attribute, row).GetText(0);
}
