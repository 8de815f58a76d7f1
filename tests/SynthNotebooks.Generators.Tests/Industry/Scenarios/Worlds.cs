using System.Text;
using SynthNotebooks.Contracts;
using SynthNotebooks.Data;
using SynthNotebooks.Generators.Industry.Scenarios;

namespace SynthNotebooks.Generators.Tests.Industry.Scenarios;

/// <summary>Scenarios for tests and their tables as text.</summary>
internal static class Worlds
{
    /// <summary>A scenario that uses nearly all of the language.</summary>
    public const string Sample = """
        scenario: sample
        title: Everything at once
        period: {from: 2024-01-01, to: 2024-03-31}
        main: people
        dirt: on
        words: {wards: [A, B, C], towns: {weights: {Northfield: 5, Eastwick: 2}}}
        tables:
          risk: {by: {sex: [female, male], age: [30, 60, 120]}, values: [[0.1, 0.2, 0.3], [0.2, 0.3, 0.4]]}
        functions: {doubled(x): "x * 2"}
        networks:
          friends: {over: people, model: small-world, degree: 4, rewire: 0.2}
        rounds:
          - {over: people, every: 10 days, set: {adopted: "adopted or random() < 0.05 + 0.3 * mean(neighbours.adopted)"}, log: adoption}
        entities:
          plans:
            rows: 5
            key: "L{n}"
            attributes:
              price: {integer: {from: 5, to: 50}}
              quality: {uniform: [0, 2]}
          people:
            singular: person
            rows: 100
            key: "P{n:0000}"
            attributes:
              sex: {choose: {female: 51, male: 49}}
              age: {normal: {mean: 45, sd: 20}, min: 0, max: 100, decimals: 0}
              first_name: {when: [{if: "sex = 'female'", choose: first_names.en}, {else: {choose: first_names.de}}]}
              email: {template: "{slug(first_name)}.{n}@example.org"}
              phone: {phone: uk}
              systolic: {normal: [125, 15], decimals: 0}
              diastolic: {normal: [80, 10], decimals: 0}
              ill: {chance: "lookup('risk', sex, age)"}
              adopted: {chance: 0.05}
              plan: {decide: {among: plans, utility: "-0.05 * price + quality", scale: 0.5}}
              plan_price: plan.price * 1
              card: {identifier: {check: luhn, prefix: "99", digits: 15}}
              code: {pattern: "XX-99[a-c]{2}"}
              town: {choose: words.towns}
              note: {grammar: {start: ["{who} is {how}.", "{how}!"], who: ["{first_name}", Someone], how: [well, "{doubled(age)} years"]}}
              payload: {json: {id: "{key}", age: "{age}", tags: [a, "{sex}"]}}
              document: {xml: {person: {"@id": "{key}", name: "{first_name}"}}}
              visits: count(visits)
              spent: {formula: sum(visits.cost), decimals: 2}
            groups:
              - {copula: gaussian, attributes: [systolic, diastolic], correlation: 0.6}
            constraints: [diastolic < systolic - 5]
            missing: {age: {mcar: 0.05}, systolic: {mar: "if(age > 70, 0.3, 0.1)"}, diastolic: {mnar: "if(diastolic > 90, 0.4, 0.02)"}}
            dirt: {typos: {email: 0.1, town: 0.1}, duplicates: 0.02, outliers: {systolic: {rate: 0.01, factor: 10}}}
            anomalies:
              - {name: unit_error, rate: 0.02, set: {systolic: systolic / 10}}
          visits:
            parent: people
            count: {poisson: 1 + 0.02 * age}
            order: date
            attributes:
              date: {uniform: {from: period.from, to: period.to}}
              ward: {choose: words.wards}
              cost: {gamma: {shape: 2, scale: 50}, decimals: 2}
              days_since: days(date - previous.date)
              balance: {formula: previous.balance - cost, first: {value: 1000}, decimals: 2}
              so_far: {formula: sum_so_far(cost), decimals: 2}
            constraints: [{unique: date}]
          calls:
            parent: people
            events: {rate: 0.2 / day, seasonal: {hour: [0, 0, 0, 0, 0, 0, 1, 1, 2, 2, 2, 2, 2, 2, 2, 2, 2, 3, 3, 3, 1, 1, 0, 0]}}
            attributes:
              other: {neighbour: friends}
              other_age: other.age * 1
          shocks: {parent: people, events: {hawkes: {base: 0.1 / day, excite: 0.5, decay: 2 / day}}}
          checks: {parent: people, events: {schedule: every 10 days, jitter: 1 day}}
          stages:
            parent: people
            machine:
              start: healthy
              states:
                healthy: {stay: {exponential: 30 days}, next: {ill: 0.6, healthy: rest}}
                ill: {stay: {weibull: [1.5, 9 days]}, next: [{to: dead, when: age > 80, chance: 0.3}, {to: healthy, chance: rest}], set: {severity: {integer: [1, 3]}}}
                dead: {final: true}
          notes:
            parent: stages
            count: "if(state = 'ill', 1, 0)"
            attributes: {written: {formula: time + 1 h, type: time}}
        variants:
          old: {set: {entities.people.attributes.age.normal.mean: 80}}
        """;

    public static World Of(string yaml, long rows, ulong seed = 1, int threads = 2) =>
        Scenario.Parse(yaml).Simulate(rows, new SimulationOptions { Seed = seed, Threads = threads });

    /// <summary>One entity of a number of rows with one attribute a rule.</summary>
    public static DataFrame Table(string attributes, int rows, ulong seed = 1) => Of($"scenario: one\nentities:\n  rows_of_it:\n    attributes:\n{Indented(attributes)}", rows, seed)["rows_of_it"];

    /// <summary>All tables as CSV.</summary>
    public static string Text(ScenarioRun run)
    {
        var texts = new SortedDictionary<string, (MemoryStream Stream, CsvTableWriter Writer)>(StringComparer.Ordinal);
        foreach (var (table, rows) in run.Stream())
        {
            if (!texts.TryGetValue(table, out var text))
            {
                var stream = new MemoryStream();
                texts.Add(table, text = (stream, new CsvTableWriter(stream)));
            }
            text.Writer.Write(rows);
        }
        var all = new StringBuilder();
        foreach (var (table, text) in texts)
        {
            text.Writer.Dispose();
            all.Append("## ").Append(table).Append('\n').Append(Encoding.UTF8.GetString(text.Stream.ToArray()));
        }
        return all.ToString();
    }

    private static string Indented(string lines) => string.Join('\n', lines.Split('\n').Select(line => "      " + line));
}
