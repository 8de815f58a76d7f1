using SynthNotebooks.Contracts;
using SynthNotebooks.Data;
using SynthNotebooks.Evaluation.Attacks.Controls;
using SynthNotebooks.Evaluation.Attacks.Reports;
using SynthNotebooks.Evaluation.Attacks.Trials;

namespace SynthNotebooks.Evaluation.Attacks;

/// <summary>Attacks a synthetic table in every way that the inputs allow, and checks the attacks themselves.</summary>
/// <remarks>
/// Half of the holdout, drawn at random, is the attacker's reference; the other half and as many training rows are the candidates, in one shuffled
/// pool. Deterministic for the same tables, options and plan at any number of threads; a wall-clock budget decides which attacks the plan keeps.
/// </remarks>
public static class AttackBattery
{
    /// <summary>Runs the attacks.</summary>
    /// <param name="train">The table that the generator learnt; decides which columns there are.</param>
    /// <param name="synthetic">The table that is attacked; has all of its columns.</param>
    /// <param name="holdout">Real rows that the generator never saw; without them most attacks cannot be judged and are skipped with the reason.</param>
    /// <param name="options">Null for the defaults.</param>
    /// <exception cref="EvaluationException">A table has no rows, lacks a column or has it in another kind, or an option is not legal.</exception>
    /// <exception cref="ArgumentException">An attack is unknown.</exception>
    /// <exception cref="OperationCanceledException">The battery was stopped.</exception>
    public static AttackReport Run(DataFrame train, DataFrame synthetic, DataFrame? holdout = null, AttackOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(train);
        ArgumentNullException.ThrowIfNull(synthetic);
        options ??= new();
        options.Validate();
        var plan = AttackCatalog.Plan(options.Attacks);
        var tables = AlignedTables.Of(train, synthetic, holdout);
        foreach (var secret in options.Secrets)
            if (!tables.Train.Columns.Contains(secret)) throw new EvaluationException(UnknownColumn.Message(secret, tables.Train.Columns.Select(column => column.Name)));
        return new Course(tables, plan, options).Do();
    }

    // One run of the battery.
    private sealed class Course(AlignedTables tables, IReadOnlyList<CatalogEntry<AttackAttribute>> plan, AttackOptions options)
    {
        private readonly List<AttackResult> _results = [];
        private readonly List<ControlResult> _controls = [];
        private readonly List<SkippedAttack> _skipped = [];
        private readonly List<string> _made = [];

        public AttackReport Do()
        {
            var schema = tables.Train.InferSchema();
            var people = Division.Of(tables, options);
            var trial = new AttackTrial(tables.Synthetic, people.Members, people.Others, people.Reference, schema, options);
            var controls = options.Controls ? new ControlTrials(people, schema, options) : null;
            using var budget = new Budget(options);
            for (var i = 0; i < plan.Count; i++)
            {
                options.Progress?.Report(new(0.02 + 0.96 * i / plan.Count, plan[i].Id));
                if (budget.IsSpent) Skip(plan[i], budget.Reason);
                else One(plan[i], trial, controls, budget);
            }
            if (controls is not null) _controls.InsertRange(0, controls.Shared(trial, schema, options.Cancellation));
            options.Progress?.Report(new(1, "done"));
            return Report(schema, people);
        }

        private void One(CatalogEntry<AttackAttribute> entry, AttackTrial trial, ControlTrials? controls, Budget budget)
        {
            try
            {
                var outcome = trial.Run(entry, budget.Token);
                if (outcome.Reason is { } reason)
                {
                    Skip(entry, reason);
                    return;
                }
                var checks = controls?.Of(entry, outcome, budget.Token) ?? [];
                _results.AddRange(outcome.Results);
                _controls.AddRange(checks);
                _made.Add(entry.Id);
            }
            catch (OperationCanceledException) when (budget.IsSpent && !options.Cancellation.IsCancellationRequested)
            {
                Skip(entry, budget.Reason);
            }
            catch (Exception failure) when (failure is FitException or BudgetException)
            {
                Skip(entry, $"the generator could not be fitted again: {failure.Message}");
            }
        }

        private void Skip(CatalogEntry<AttackAttribute> entry, string reason) => _skipped.Add(new(entry.Id, reason));

        private AttackReport Report(TableSchema schema, Division people)
        {
            var report = new AttackReport
            {
                Label = options.Label,
                Summary = "",
                Warnings = [],
                Plan = _made,
                Results = _results,
                Controls = _controls,
                Skipped = _skipped,
                Seed = options.Seed,
                Delta = options.Delta,
                TrainRows = tables.Train.Rows.Count,
                SyntheticRows = tables.Synthetic.Rows.Count,
                HoldoutRows = tables.Holdout?.Rows.Count,
                ReferenceRows = (int)(people.Reference?.Rows.Count ?? 0),
                Columns = [.. schema.Columns.Where(column => column.Role is not (ColumnRole.Identifier or ColumnRole.FreeText)).Select(column => column.Name)],
            };
            return report with { Summary = AttackFinding.Of(report), Warnings = AttackWarnings.Of(report, options.Model) };
        }
    }
}
