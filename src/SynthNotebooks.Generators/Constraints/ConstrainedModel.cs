using System.Runtime.CompilerServices;
using SynthNotebooks.Contracts;
using SynthNotebooks.Data;

namespace SynthNotebooks.Generators.Constraints;

/// <summary>A model all of whose rows keep constraints: rows of the model inside, transformed back, and drawn anew where one is broken all the same.</summary>
internal class ConstrainedModel : IFittedGenerator, IConditional, IIdentifying, IConstrained, IPersistable
{
    /// <summary>Rows tried at most for each row wanted.</summary>
    public const int Tries = 100;

    private const int LeastTried = 20_000, MostBatch = 32_768;
    private readonly ConditionTranslation _translation;
    private readonly Condition? _always;
    private readonly ConditionalWeakTable<Condition, Condition> _inside = []; // a condition comes again with every chunk

    public ConstrainedModel(ConstrainedParts parts)
    {
        Parts = parts;
        _translation = new(parts.Transform);
        Condition[] conditions = [.. parts.Handling.Where(handling => handling.Means == ConstraintMeans.Conditioning).Select(handling => _translation.Inside(ConditionTranslation.NotFalse(handling.Constraint.Condition!))!)];
        _always = conditions.Length == 0 ? null : new Condition.All(conditions);
    }

    public ConstrainedParts Parts { get; }

    public TableSchema Schema => Parts.Transform.Schema;

    public ConstraintSet Constraints => new(Handling.Select(handling => handling.Constraint));

    public IReadOnlyList<ConstraintHandling> Handling => Parts.Handling;

    public ConstraintCost Cost => Parts.Cost;

    public ModelOrigin Origin => (Parts.Inner as IPersistable)?.Origin ?? throw new NotSupportedException($"A model of type {Parts.Inner.GetType().Name} cannot be saved.");

    public DataFrame SampleChunk(int rows, SplitRandom random) => Draw(rows, _always, null, random);

    public bool CanCondition(Condition where)
    {
        ArgumentNullException.ThrowIfNull(where);
        foreach (var column in where.Columns) _ = Schema[column];
        return Parts.Inner is IConditional inner && _translation.Inside(where) is { } inside && inner.CanCondition(With(inside));
    }

    public DataFrame SampleChunk(int rows, Condition where, SplitRandom random)
    {
        ArgumentNullException.ThrowIfNull(where);
        var inside = _inside.GetValue(where, condition => With(_translation.Inside(condition)
            ?? throw new FitException($"{condition} reads columns that follow from others, so it is met by rejection only.")));
        return Draw(rows, inside, where, random);
    }

    public DataFrame Identify(DataFrame chunk, long firstRow, SplitRandom stream)
    {
        ArgumentNullException.ThrowIfNull(chunk);
        ArgumentNullException.ThrowIfNull(stream);
        var identified = chunk.WithOrigin(chunk.Origin);
        if (Parts.Inner is IIdentifying inner)
        {
            // Only identifiers are read and changed, so any cells do for the rest.
            var template = Parts.Inner.SampleChunk(1, new SplitRandom(0)).Take(new int[chunk.Rows.Count]);
            foreach (var column in chunk.Columns)
                if (Parts.Transform.Keeps(column.Name)) template[column.Name] = column;
            var made = inner.Identify(template, firstRow, stream);
            foreach (var column in chunk.Columns)
                if (Parts.Transform.Keeps(column.Name)) identified[column.Name] = made[column.Name];
        }
        foreach (var numbering in Parts.Numberings)
            identified[numbering.Column] = numbering.Number(chunk[numbering.Column], firstRow, stream);
        return identified;
    }

    public void Save(ModelWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ConstrainedModelStore.Save(Parts, writer);
    }

    /// <summary>Rows as they come, none drawn anew: what rejection starts from.</summary>
    public DataFrame Candidates(int rows, SplitRandom random) => Candidates(rows, _always, random);

    private DataFrame Candidates(int rows, Condition? inside, SplitRandom random) =>
        Parts.Transform.Decode(inside is null ? Parts.Inner.SampleChunk(rows, random) : ((IConditional)Parts.Inner).SampleChunk(rows, inside, random));

    private Condition With(Condition inside) => _always is null ? inside : new Condition.All([_always, inside]);

    private DataFrame Draw(int rows, Condition? inside, Condition? where, SplitRandom random)
    {
        var kept = new List<DataFrame>();
        long found = 0, tried = 0;
        var budget = Math.Max((long)rows * Tries, LeastTried);
        for (var attempt = 0UL; found < rows; attempt++)
        {
            var missing = rows - found;
            var share = tried == 0 ? Cost.Acceptance : (double)(found + 1) / (tried + 1);
            var batch = attempt == 0 && share > 0.5 ? rows : (int)Math.Clamp(missing / Math.Max(share, 1e-3) * 1.1 + 16, 1, MostBatch);
            var candidates = Candidates(batch, inside, attempt == 0 ? random : random.Split("again").Split(attempt));
            var broken = Parts.Broken(candidates);
            var good = new List<int>(batch);
            for (var row = 0; row < batch && good.Count < missing; row++)
                if (!broken[row]) good.Add(row);
            if (good.Count == candidates.Rows.Count) kept.Add(candidates);
            else if (good.Count > 0) kept.Add(candidates.Take(good.ToArray()));
            found += good.Count;
            tried += batch;
            if (found < rows && tried >= budget) throw TooRare(found, tried, candidates, where);
        }
        return DataFrame.Concatenate(kept);
    }

    private FitException TooRare(long found, long tried, DataFrame candidates, Condition? where)
    {
        var worst = Handling.MaxBy(handling => handling.Constraint is UniqueConstraint or FunctionalDependence ? 0 : handling.Constraint.Violations(candidates).AsSpan().Count(true))!;
        return new(FormattableString.Invariant($"The constraints held in {found} of {tried} sampled rows ({100.0 * found / tried:0.####} %){(where is null ? "" : $" where {where}")}, too few to draw by rejection; '{worst.Constraint}' is broken most often. Drop or widen it, or declare it in a form that is met by construction."));
    }
}
