using SynthNotebooks.Data;
using SynthNotebooks.Privacy.Anonymity;

namespace SynthNotebooks.Privacy.Tests.Anonymity;

/// <summary>Made-up tables small enough that every combination of levels can be tried by hand-written code.</summary>
internal static class SmallTables
{
    public static readonly IReadOnlyDictionary<string, GeneralisationHierarchy> Hierarchies = new Dictionary<string, GeneralisationHierarchy>
    {
        ["age"] = GeneralisationHierarchy.Intervals(5, 10, 20),
        ["zip"] = GeneralisationHierarchy.Masking(3),
        ["job"] = GeneralisationHierarchy.Groups().Group("hands", "mason", "cook").Group("desk", "clerk", "judge", "nurse").Build(),
    };

    public static readonly string[] Quasi = ["age", "zip", "job"];

    public static DataFrame Patients(ulong seed, int rows = 60)
    {
        var random = new SplitRandom(seed);
        string[] jobs = ["mason", "cook", "clerk", "judge", "nurse"], ills = ["flu", "flu", "flu", "cold", "gout"];
        var (age, zip, job, ill) = (new long[rows], new string[rows], new string[rows], new string[rows]);
        for (var i = 0; i < rows; i++)
        {
            age[i] = 20 + random.NextBelow(40);
            zip[i] = $"{1 + random.NextBelow(2)}{random.NextBelow(3)}{random.NextBelow(2)}";
            job[i] = jobs[random.NextBelow(jobs.Length)];
            ill[i] = ills[random.NextBelow(ills.Length)];
        }
        return new DataFrame(new Int64Column("age", age), TextColumn.Of("zip", zip), TextColumn.Of("job", job), TextColumn.Of("ill", ill));
    }

    /// <summary>The label of a row at a level, written independently of the library.</summary>
    public static string Label(DataFrame table, string column, int row, int level) => column switch
    {
        "age" => (long)table[column][row]! is var age && level == 0 ? $"{age}" : level == 4 ? "*" : $"{age / (5 << level - 1)}",
        "zip" => table[column].GetText(row) is var zip && level == 3 ? "*" : zip![..(3 - level)],
        _ => table[column].GetText(row) is var job && level == 0 ? job! : level == 2 ? "*" : job is "mason" or "cook" ? "hands" : "desk",
    };
}
