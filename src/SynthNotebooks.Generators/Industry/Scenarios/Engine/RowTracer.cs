using SynthNotebooks.Contracts;
using SynthNotebooks.Data;
using SynthNotebooks.Generators.Industry.Scenarios.Formulas;
using SynthNotebooks.Generators.Industry.Scenarios.Rules;

namespace SynthNotebooks.Generators.Industry.Scenarios.Engine;

/// <summary>Makes the family of a row again, and tells how the row came about.</summary>
/// <remarks>What families read beyond themselves (networks, tables that are referred to, rounds) is made once.</remarks>
internal sealed class RowTracer
{
    private const int MostDraws = 8;
    private readonly World _world;
    private readonly Compilation _compilation;
    private readonly SplitRandom _random;

    public RowTracer(World world, CancellationToken cancellation)
    {
        _world = world;
        _compilation = world.Scenario.Compile(world.Rows, null);
        _random = new WorldEngine(_compilation, new SimulationOptions { Seed = world.Seed, Cancellation = cancellation }).Prepare();
    }

    /// <exception cref="ArgumentException">The table is a log.</exception>
    public RowTrace Trace(string table, long wanted, CancellationToken cancellation)
    {
        if (!_compilation.Entities.TryGetValue(table, out var entity)) throw new ArgumentException($"'{table}' is a log of rounds; its rows are changes, not rows made by rules.", nameof(table));
        var (family, row) = new FamilyLocator(_world).Find(entity, wanted) ?? Count(entity, wanted, cancellation);
        var sink = new Sink(entity, wanted, row);
        new EntityRunner(entity.Root, one => one == entity ? sink : null, _ => true, cancellation).RunRoot(family, _random.Split(entity.Root.Name));
        return sink.Found ?? throw new ArgumentOutOfRangeException(nameof(wanted), wanted, $"'{table}' has no such row.");
    }

    // Without keys to go by: families are made from the first, but only the entities from the root to this one, as far as the number of records depends on nothing else
    private (long Family, long Row) Count(EntityPlan entity, long wanted, CancellationToken cancellation)
    {
        var chain = new HashSet<EntityPlan>();
        for (var one = entity; one is not null; one = one.Parent) chain.Add(one);
        var counter = new Counter(entity);
        var runner = new EntityRunner(entity.Root, one => one == entity ? counter : null, one => entity.Recordings.Count > 0 || chain.Contains(one), cancellation);
        var stream = _random.Split(entity.Root.Name);
        for (long family = 0; family < entity.Root.RootRows; family++)
        {
            if ((family & 255) == 0) cancellation.ThrowIfCancellationRequested();
            var before = counter.Records;
            runner.RunRoot(family, stream);
            if (counter.Records > wanted) return (family, wanted - before);
        }
        throw new ArgumentOutOfRangeException(nameof(wanted), wanted, $"'{entity.Name}' has no such row.");
    }

    private sealed class Counter(EntityPlan plan) : IRowSink
    {
        private readonly TableBuffer? _buffer = plan.Recordings.Count > 0 ? new TableBuffer(plan) : null;

        public long Records { get; private set; }

        public bool Keeps => false;

        public void Add(Row row)
        {
            _buffer?.Add(row);
            Records += _buffer?.Rows ?? 1;
            _ = _buffer?.Take();
        }
    }

    // Counts the rows as they are recorded; at the wanted one everything that it was made from is still there
    private sealed class Sink(EntityPlan plan, long number, long wanted) : IRowSink
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
                Found = new RowTrace(plan.Name, number, traced[0].Key, traced);
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
