using SynthNotebooks.Data;

namespace SynthNotebooks.Privacy.Anonymity;

/// <summary>Makes rows equal in their quasi-identifiers until every class of equal rows meets the privacy models.</summary>
/// <remarks>The models say nothing of attackers with other knowledge; <c>docs/privacy/anonymity.md</c> lists what they do not protect against.</remarks>
public static class Anonymiser
{
    /// <summary>Anonymises a table.</summary>
    /// <param name="table">One row a person, without direct identifiers.</param>
    /// <param name="options">What must hold.</param>
    /// <exception cref="AnonymityException">The request does not fit the table, or cannot be met; the message names the column and value.</exception>
    public static AnonymityResult Run(DataFrame table, AnonymityOptions options)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(options);
        AnonymityRequest.Check(table, options);
        var quasi = new QuasiTable(table, options.Quasi, options.Hierarchies, options.Population);
        if (quasi.HasPopulation) AnonymityRequest.CheckPopulation(quasi);
        (IPrivacyModel Model, IClassTest Test)[] tests = [.. options.Models.Select(model => (model, model.Bind(table)))];
        var release = options.Method == AnonymisationMethod.Optimal
            ? FullDomainRelease.Make(table, quasi, tests, options)
            : RegionRelease.Make(table, quasi, tests, options, options.Method == AnonymisationMethod.MondrianRelaxed, narrowestFirst: false)
                ?? throw new AnonymityException($"The table as a whole does not meet {string.Join(" and ", options.Models.Select(model => model.Name))}; Mondrian suppresses nothing. Weaken the model, or take the method optimal with suppression.");
        return Attacked(table, quasi, tests, options, release);
    }

    // A second release with the same promises, cut another way, for the intersection attack.
    private static AnonymityResult Attacked(DataFrame table, QuasiTable quasi, (IPrivacyModel Model, IClassTest Test)[] tests, AnonymityOptions options, AnonymityResult release)
    {
        var classes = release.ClassOfRow.ToArray();
        int[] released = [.. classes.Where(group => group >= 0)];
        var homogeneity = options.Sensitive.Select(column => HomogeneityAttack.Of(release.Release, released, column)).ToArray();
        (IPrivacyModel Model, IClassTest Test)[] own = [.. tests.Where(test => test.Model is not IPopulationModel)];
        var second = options.Sensitive.Count == 0 || own.Length == 0 ? null : RegionRelease.Make(table, quasi, own, options, relaxed: false, narrowestFirst: options.Method != AnonymisationMethod.Optimal);
        var against = options.Method == AnonymisationMethod.Optimal ? "a second release by mondrian with the same models" : "a second release by mondrian, narrowest column first";
        var intersection = second is null ? [] : options.Sensitive.Select(column => IntersectionAttack.Of(table, classes, second.ClassOfRow.ToArray(), column, against)).ToArray();
        return release with { Homogeneity = homogeneity, Intersection = intersection };
    }
}
