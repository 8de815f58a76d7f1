using System.Diagnostics;
using SynthNotebooks.Contracts;
using SynthNotebooks.Data;
using SynthNotebooks.Generators.Industry.Scenarios;

namespace SynthNotebooks.Generators.Tests.Industry.Scenarios;

public class MutationTests
{
    private static readonly string[] Words = ["normal", "parent", "people", "count", "-1", "0", "1e300", "missing()", "age", "{", "}", "[", "&a", "*a", "x: y", "''", "rows", "previous.age", "9999999999", "entities", "if(", "NaN", "sum(visits.cost)"];

    // 200 broken files: each is refused with a place, or runs; none crashes or takes more than its time
    [Fact]
    public void Broken_files_are_refused_with_a_place_or_run()
    {
        var refused = 0;
        for (var number = 0; number < 200; number++)
        {
            var text = Mutated(number);
            using var time = new CancellationTokenSource(TimeSpan.FromSeconds(10));
            var clock = Stopwatch.StartNew();
            try
            {
                foreach (var _ in Scenario.Parse(text, $"mutant{number}.yaml").Run(3, new SimulationOptions { Threads = 1, Cancellation = time.Token }).Stream())
                    if (clock.Elapsed > TimeSpan.FromSeconds(5)) break; // a mutant may be a large world; it streams, and that is enough
            }
            catch (ScenarioException wrong)
            {
                refused++;
                Assert.All(wrong.Errors, error => Assert.True(error.Place.Line > 0 && error.Place.Column > 0, $"mutant {number}: {error}"));
            }
            catch (OperationCanceledException)
            {
                // a huge world was stopped, as it should be
            }
            catch (Exception other)
            {
                Assert.Fail($"mutant {number}: {other}\n{text}");
            }
            Assert.True(clock.Elapsed < TimeSpan.FromSeconds(15), $"mutant {number} took {clock.Elapsed}");
        }
        Assert.True(refused > 100, $"{refused} of 200 refused");
    }

    [Fact]
    public void A_bomb_of_anchors_is_refused_at_once()
    {
        var text = "scenario: bomb\na: &a [x, x, x, x, x, x, x, x, x, x]\n";
        for (var c = 'b'; c <= 'i'; c++) text += $"{c}: &{c} [{string.Join(", ", Enumerable.Repeat("*" + (char)(c - 1), 10))}]\n";

        Assert.Contains("expands to more than", Assert.Throws<ScenarioException>(() => Scenario.Parse(text)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Deep_nesting_and_huge_counts_are_refused()
    {
        Assert.Contains("deeper", Assert.Throws<ScenarioException>(() => Scenario.Parse("scenario: " + new string('[', 500) + new string(']', 500))).Message, StringComparison.Ordinal);
        Assert.Contains("deeper", Assert.Throws<ScenarioException>(() => Worlds.Table("x: {formula: \"" + new string('(', 5000) + "1" + new string(')', 5000) + "\"}", 1)).Message, StringComparison.Ordinal);
        Assert.Contains("number of rows", Assert.Throws<ScenarioException>(() => Worlds.Of("scenario: s\nentities:\n  a: {}\n  b: {parent: a, count: 1e12}", 1)).Message, StringComparison.Ordinal);
        Assert.Contains("rows for one parent", Assert.Throws<ScenarioException>(() => Worlds.Of("scenario: s\nentities:\n  a: {}\n  b: {parent: a, events: {rate: 1e9}}", 1)).Message, StringComparison.Ordinal);
    }

    private static string Mutated(int number)
    {
        var random = new SplitRandom(77).Split((ulong)number);
        var lines = Worlds.Sample.Split('\n').ToList();
        for (var edits = 1 + random.NextBelow(3); edits > 0; edits--)
        {
            var at = random.NextBelow(lines.Count);
            var line = lines[at];
            switch (random.NextBelow(7))
            {
                case 0: lines.RemoveAt(at); break;
                case 1: lines[at] = line[..random.NextBelow(line.Length + 1)]; break;
                case 2: lines.Insert(at, lines[random.NextBelow(lines.Count)]); break;
                case 3: lines[at] = line.Insert(random.NextBelow(line.Length + 1), Words[random.NextBelow(Words.Length)]); break;
                case 4: lines.RemoveRange(at, lines.Count - at); break;
                case 5: lines[at] = Bytes(line, random); break;
                default: lines[at] = Number(line, random); break;
            }
            if (lines.Count == 0) lines.Add("");
        }
        return string.Join('\n', lines);
    }

    private static string Bytes(string line, SplitRandom random)
    {
        var characters = line.ToCharArray();
        for (var i = 0; i < characters.Length; i++)
            if (random.NextBelow(12) == 0) characters[i] = (char)random.NextBelow(256);
        return new string(characters);
    }

    private static string Number(string line, SplitRandom random)
    {
        var digit = line.IndexOfAny([.. "0123456789"]);
        return digit < 0 ? line + ":" : line[..digit] + ((string[])["-5", "0", "1e18", "1/0", "abc"])[random.NextBelow(5)] + line[(digit + 1)..];
    }
}
