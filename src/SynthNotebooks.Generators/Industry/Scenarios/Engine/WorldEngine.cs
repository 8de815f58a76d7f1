using SynthNotebooks.Contracts;
using SynthNotebooks.Data;

namespace SynthNotebooks.Generators.Industry.Scenarios.Engine;

/// <summary>Runs a compiled scenario: kept tables first, then the families of every root, in parallel and in order.</summary>
internal sealed class WorldEngine(Compilation compilation, SimulationOptions options, int chunkFamilies = 0)
{
    private const int MostFamilies = 4096, RowsWanted = 1 << 14;

    private readonly SplitRandom _random = new SplitRandom(options.Seed).Split("simulate");

    /// <summary>Tables chunk by chunk: for each piece the name of the entity and some of its rows, in order for each entity.</summary>
    public IEnumerable<(string Entity, DataFrame Rows)> Stream(IReadOnlySet<string>? tables)
    {
        Prepare();
        foreach (var rounds in compilation.Rounds)
            if (rounds.Log is { } log && (tables is null || tables.Contains(log))) yield return (log, rounds.Changes());
        var wanted = compilation.Entities.Values.Where(entity => tables is null || tables.Contains(entity.Name)).ToHashSet();
        var roots = compilation.Entities.Values.Where(entity => entity.Parent is null && wanted.Any(one => one.Root == entity)).ToArray();
        var total = Math.Max(1.0, roots.Sum(root => (double)root.RootRows));
        var done = 0.0;
        foreach (var root in roots)
        {
            foreach (var (families, chunks) in Families(root, wanted))
            {
                foreach (var chunk in chunks) yield return chunk;
                done += families;
                options.Progress?.Report(new FitProgress(done / total, $"simulating {root.Name}"));
            }
        }
    }

    /// <summary>Makes what families read beyond themselves: networks, kept tables, rounds.</summary>
    /// <returns>The stream of the whole world.</returns>
    public SplitRandom Prepare()
    {
        foreach (var network in compilation.Networks.Values) network.Make(_random.Split("network").Split(network.Name), options.Cancellation);
        MakeKept();
        RunRounds();
        return _random;
    }

    /// <summary>Every table without rows, for headers.</summary>
    public DataFrame Empty(string entity) => compilation.Rounds.Find(rounds => rounds.Log == entity)?.Changes() ?? new TableBuffer(compilation.Entities[entity]).Take();

    private IEnumerable<(long Families, List<(string, DataFrame)> Chunks)> Families(EntityPlan root, HashSet<EntityPlan> wanted)
    {
        var stream = _random.Split(root.Name);
        var parallelism = new ParallelOptions { MaxDegreeOfParallelism = Math.Max(1, options.Threads), CancellationToken = options.Cancellation };
        var runners = new EntityRunner[parallelism.MaxDegreeOfParallelism * 2];
        var buffers = new List<TableBuffer>[runners.Length];
        for (var i = 0; i < runners.Length; i++)
        {
            var own = buffers[i] = [];
            runners[i] = new EntityRunner(root, entity =>
            {
                if (!wanted.Contains(entity)) return null;
                var buffer = new TableBuffer(entity);
                own.Add(buffer);
                return buffer;
            }, _ => true, options.Cancellation);
        }
        var most = Math.Max(1, chunkFamilies > 0 ? chunkFamilies : MostFamilies);
        var size = chunkFamilies > 0 ? most : Math.Min(16, most); // grows or shrinks to chunks of some ten thousand rows: a matter of speed and memory alone
        for (long first = 0; first < root.RootRows;)
        {
            var count = (int)Math.Min(runners.Length, (root.RootRows - first + size - 1) / size);
            var (start, each) = (first, size);
            var frames = new List<(string, DataFrame)>[count];
            var failures = new ScenarioException?[count];
            Parallel.For(0, count, parallelism, i =>
            {
                try
                {
                    Make(i);
                }
                catch (ScenarioException wrong)
                {
                    failures[i] = wrong; // told below: that of the first family, at any number of threads
                }
            });
            if (Array.Find(failures, one => one is not null) is { } failure) throw new ScenarioException(failure.Errors);

            void Make(int i)
            {
                var from = start + (long)i * each;
                var to = Math.Min(root.RootRows, from + each);
                for (var family = from; family < to; family++)
                {
                    if ((family & 255) == 0) options.Cancellation.ThrowIfCancellationRequested();
                    runners[i].RunRoot(family, stream);
                }
                frames[i] = [];
                foreach (var buffer in buffers[i])
                    if (buffer.Rows > 0) frames[i].Add((buffer.Plan.Name, buffer.Take()));
            }

            var families = Math.Min(root.RootRows - first, (long)count * size);
            first += families;
            var rows = 0L;
            var chunks = new List<(string, DataFrame)>();
            foreach (var part in frames)
                foreach (var chunk in part)
                {
                    chunks.Add(chunk);
                    rows += chunk.Item2.Rows.Count;
                }
            if (chunkFamilies <= 0) size = (int)Math.Clamp(RowsWanted * families / Math.Max(1, rows), 1, most);
            yield return (families, chunks);
        }
    }

    private void MakeKept()
    {
        var done = new HashSet<KeptTable>();
        foreach (var before in compilation.Before) Make(before, done, []);
        foreach (var kept in compilation.Kept) Make(kept, done, []);
    }

    private void RunRounds()
    {
        var random = new SplitRandom(0);
        var next = compilation.Rounds.ConvertAll(rounds => compilation.Start + rounds.Every);
        while (next.Count > 0)
        {
            var at = 0;
            for (var i = 1; i < next.Count; i++)
                if (next[i] < next[at]) at = i;
            if (!(next[at] < compilation.End)) break;
            options.Cancellation.ThrowIfCancellationRequested();
            var rounds = compilation.Rounds[at];
            rounds.Step(compilation.KeptOf(rounds.Over, default), next[at], random);
            next[at] += rounds.Every;
        }
        if (compilation.Rounds.Count == 0) return;
        foreach (var rounds in compilation.Rounds) rounds.End(compilation.KeptOf(rounds.Over, default));
        foreach (var kept in compilation.Kept.Concat(compilation.Before)) kept.Clear();
        MakeKept();
    }

    private void Make(KeptTable kept, HashSet<KeptTable> done, List<KeptTable> path)
    {
        if (done.Contains(kept)) return;
        if (path.Contains(kept)) throw new ScenarioException(kept.Place, $"References form a circle: {string.Join(" -> ", path.SkipWhile(one => one != kept).Append(kept).Select(one => one.Entity.Name))}.");
        path.Add(kept);
        var chain = new List<EntityPlan>();
        for (var entity = kept.Entity; entity is not null; entity = entity.Parent) chain.Add(entity);
        foreach (var entity in chain)
            foreach (var attribute in entity.Attributes.Values)
                if (attribute.Refers is { } needed && needed != kept) Make(needed, done, path);
        var root = kept.Entity.Root;
        var before = compilation.BeforeOf(root);
        if (before is var (rows, _) && rows != kept) Make(rows, done, path);
        path.RemoveAt(path.Count - 1);
        done.Add(kept);
        if (before is not var (own, passes) || own != kept)
        {
            Run(kept, chain);
            return;
        }
        for (var pass = 0; pass < passes; pass++) // each time from the rows of the time before
        {
            var next = new KeptTable(root, kept.Place);
            Run(next, chain);
            kept.Become(next);
        }
    }

    private void Run(KeptTable kept, List<EntityPlan> chain)
    {
        var root = kept.Entity.Root;
        // Only the entities from the root to this one: the rows are the same as in the whole run, since each depends on its own streams alone
        var runner = new EntityRunner(root, entity => new KeptSink(entity == kept.Entity ? kept : null), chain.Contains, options.Cancellation);
        var stream = _random.Split(root.Name);
        for (long family = 0; family < root.RootRows; family++)
        {
            if ((family & 255) == 0) options.Cancellation.ThrowIfCancellationRequested();
            runner.RunRoot(family, stream);
        }
    }
}
