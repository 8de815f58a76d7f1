using SynthNotebooks.Contracts;
using SynthNotebooks.Generators.Industry.Scenarios;

namespace SynthNotebooks.Generators.Tests.Industry.Scenarios;

public class EmitTests
{
    internal const string Ward = """
        scenario: ward
        period: {from: 2024-01-01, to: 2024-12-31}
        entities:
          people: {singular: person, attributes: {frail: {chance: 0.3}}}
          stages:
            parent: people
            machine:
              start: home
              states:
                home: {stay: {exponential: 40 days}, next: ward, emit: {calls: {events: {rate: 1 / day}}}}
                ward:
                  stay: {gamma: {shape: 3, mean: 6 days}}
                  next: {home: 0.8, gone: rest}
                  set: {severity: {integer: [1, 3]}}
                  emit:
                    labs: {count: "severity + if(frail, 1, 0)", at: stay}
                    doses: {events: {every: 8 h}}
                    bills: {count: 1, at: leave}
                    admissions: 1
                gone: {final: true, emit: {bills: {poisson: 2}}}
          labs: {parent: stages, attributes: {where: state, since: {formula: (time - stage.time) / h}, left: {formula: "coalesce(stage.until, period.end) - time"}, ill: {formula: severity}, old: {formula: frail}}}
          doses: {parent: stages, key: none}
          bills: {parent: stages, attributes: {in_state: state}}
          calls: {parent: stages, attributes: {length: {lognormal: [120, 1]}}}
          admissions: {parent: stages, attributes: {number: stages.n}}
        """;

    [Fact]
    public void States_emit_rows_with_their_own_attributes_in_the_time_of_their_stay()
    {
        var world = Worlds.Of(Ward, 300);
        var (stages, labs) = (world["stages"], world["labs"]);
        var rows = Enumerable.Range(0, (int)stages.Rows.Count).ToDictionary(row => stages["stage_id"].GetText(row)!);
        var (states, times, untils, severity) = (stages.Texts("state"), stages.Numbers("time"), stages.Numbers("until"), stages.Numbers("severity"));
        var end = (new DateTime(2025, 1, 1) - DateTime.UnixEpoch).TotalSeconds;

        Assert.True(labs.Rows.Count > 1000);
        Assert.All(labs.Texts("where"), state => Assert.Equal("ward", state));
        Assert.All(labs.Numbers("since"), hours => Assert.True(hours >= 0));
        Assert.All(labs.Numbers("left"), seconds => Assert.True(seconds >= 0));
        foreach (var group in labs.Texts("stage_id").Select((id, row) => (Id: id!, Row: row)).GroupBy(one => one.Id))
            Assert.Equal(severity[rows[group.Key]] + (labs["old"].GetText(group.First().Row) == "true" ? 1 : 0), group.Count());

        // every 8 hours from the begin of the stay until it ends
        var doses = world["doses"].Texts("stage_id").GroupBy(id => id!).ToDictionary(group => group.Key, group => group.Count());
        foreach (var (id, row) in rows)
            Assert.Equal(states[row] == "ward" ? Math.Ceiling(((double.IsNaN(untils[row]) ? end : untils[row]) - times[row]) / (8 * 3600)) : 0, doses.GetValueOrDefault(id));

        // one on leaving, which those still there have not done; Poisson in the final state
        var bills = world["bills"];
        var (of, at) = (bills.Texts("stage_id"), bills.Numbers("time"));
        var ward = Enumerable.Range(0, of.Length).Where(row => bills["in_state"].GetText(row) == "ward").ToArray();
        Assert.Equal(states.Where((state, row) => state == "ward" && !double.IsNaN(untils[row])).Count(), ward.Length);
        Assert.All(ward, row => Assert.Equal(untils[rows[of[row]!]], at[row]));
        var (gone, last) = (states.Count(state => state == "gone"), of.Length - ward.Length);
        Assert.InRange(last, 2 * gone - 5.4 * Math.Sqrt(2 * gone), 2 * gone + 5.4 * Math.Sqrt(2 * gone));

        Assert.Equal(states.Count(state => state == "ward"), world["admissions"].Rows.Count);
        var home = Enumerable.Range(0, states.Length).Where(row => states[row] == "home").Sum(row => (double.IsNaN(untils[row]) ? end : untils[row]) - times[row]) / 86400;
        Assert.InRange(world["calls"].Rows.Count, home - 5.4 * Math.Sqrt(home), home + 5.4 * Math.Sqrt(home));
        Assert.True(world.CheckIntegrity().IsSound);
        Assert.DoesNotContain(stages.Columns, column => column.Name.Contains("end", StringComparison.Ordinal));
    }

    [Fact]
    public void What_is_emitted_changes_neither_the_machine_nor_with_threads_or_rows()
    {
        var without = string.Join('\n', Ward.Split('\n').Where(line => !line.Contains("stages, ", StringComparison.Ordinal)).Select(line => line.Contains("emit:\n", StringComparison.Ordinal) ? "" : line));
        without = System.Text.RegularExpressions.Regex.Replace(without, @", emit: \{.*\}\}$|, emit: \{bills: \{poisson: 2\}\}", "}", System.Text.RegularExpressions.RegexOptions.Multiline);
        without = System.Text.RegularExpressions.Regex.Replace(without, @"\n +emit:\n( {12,}.*\n)+", "\n").Replace("final: true}}", "final: true}", StringComparison.Ordinal);
        Assert.DoesNotContain("emit", without, StringComparison.Ordinal);

        Assert.Equal(Worlds.Of(without, 60)["stages"].Hash(), Worlds.Of(Ward, 60)["stages"].Hash());
        Assert.Equal(Worlds.Text(Scenario.Parse(Ward).Run(60, new SimulationOptions { Threads = 1 })), Worlds.Text(Scenario.Parse(Ward).Run(60, new SimulationOptions { Threads = 3 })));
        Assert.StartsWith(Lines(Worlds.Of(Ward, 20)["labs"].Texts("since")), Lines(Worlds.Of(Ward, 60)["labs"].Texts("since")), StringComparison.Ordinal);

        static string Lines(string?[] cells) => string.Join('\n', cells);
    }

    [Fact]
    public void A_chain_of_steps_emits_by_state()
    {
        var world = Worlds.Of("scenario: m\nperiod: {from: 2024-01-01, to: 2024-03-31}\nentities:\n  p: {}\n  s: {parent: p, singular: step, markov: {start: a, step: 7 days, matrix: {a: {a: 0.5, b: 0.5}, b: {a: 1}}, emit: {b: {notes: 2}}}}\n  notes: {parent: s, attributes: {of: state}}", 50);

        Assert.Equal(2 * world["s"].Texts("state").Count(state => state == "b"), world["notes"].Rows.Count);
        Assert.All(world["notes"].Texts("of"), state => Assert.Equal("b", state));
    }

    [Theory]
    [InlineData("emit: {nots: 1}", "notes: {parent: s}", 6, "one of count, events")]
    [InlineData("emit: {nots: 1, notes: 1}", "notes: {parent: s}", 5, "Did you mean 'notes'")]
    [InlineData("emit: {p: 1}", "notes: {parent: s, count: 1}", 5, "'p' belongs to no other entity")]
    [InlineData("emit: {notes: 1}", "notes: {parent: s, count: 1}", 5, "come from its 'count' already")]
    [InlineData("emit: {notes: {count: 1, at: entry}}", "notes: {parent: s}", 5, "Did you mean 'enter'")]
    [InlineData("emit: {notes: {count: 1, when: 2}}", "notes: {parent: s}", 5, "There is no key 'when'")]
    [InlineData("emit: {notes: {events: {rate: 1}, at: stay}}", "notes: {parent: s}", 5, "'events' tells number and times already")]
    [InlineData("emit: {notes: {count: stat}}", "notes: {parent: s}", 5, "Did you mean 'state'")]
    [InlineData("emit: [notes]", "notes: {parent: s}", 5, "'emit' is a map")]
    [InlineData("emitt: {notes: 1}", "notes: {parent: s, count: 1}", 5, "'emitt'")]
    public void Wrong_emissions_are_told_with_their_place(string emit, string child, int line, string part)
    {
        var wrong = Assert.Throws<ScenarioException>(() => Scenario.Parse($"scenario: m\nentities:\n  p: {{}}\n  s: {{parent: p, machine: {{start: a, states: {{a: {{stay: 1 day, next: b}}, b: {{final: true,\n     {emit}}}}}}}}}\n  {child}"));

        Assert.Contains(part, wrong.Message, StringComparison.Ordinal);
        Assert.Contains(wrong.Errors, error => error.Place.Line == line);
    }

    [Fact]
    public void An_emitted_row_is_explained_and_code_describes_the_same()
    {
        var world = Worlds.Of(Ward, 40);
        var trace = world.Explain("labs", 25);

        Assert.Equal(world["labs"]["lab_id"].GetText(25), trace.Key);
        Assert.Equal(["labs", "stages", "people"], trace.Rows.Select(row => row.Entity));
        Assert.Equal(world["labs"]["time"].GetText(25), trace.Rows[0].Cells.Single(cell => cell.Name == "time").Value);

        var built = new ScenarioBuilder("m").Entity("p", e => e.Rows(9))
            .Entity("s", e => e.Parent("p").Set("machine", "{start: a, states: {a: {stay: 9 days, next: b, emit: {notes: {count: 2, at: stay}}}, b: {final: true}}}"))
            .Entity("notes", e => e.Parent("s").Attribute("length", By.Poisson(9))).Build();
        var read = Scenario.Parse("scenario: m\nentities:\n  p: {rows: 9}\n  s: {parent: p, machine: {start: a, states: {a: {stay: 9 days, next: b, emit: {notes: {count: 2, at: stay}}}, b: {final: true}}}}\n  notes: {parent: s, attributes: {length: {poisson: 9}}}");
        Assert.Equal(Worlds.Text(read.Run(9)), Worlds.Text(built.Run(9)));
    }
}
