using SynthNotebooks.Data;

namespace SynthNotebooks.Generators.Industry.Healthcare;

/// <summary>A condition's logistic rule, with the intercept of every sex and age set so that the stated prevalence holds exactly.</summary>
/// <remarks>
/// Body mass and smoking have known shares at every sex and age, and so have the conditions drawn before; the mean risk over these groups is
/// increasing in the intercept, which bisection finds. So the odds ratios shape who falls ill and leave how many as the table says.
/// </remarks>
internal sealed class CalibratedRisk
{
    private const int Ages = Demographics.MaximumAge - Demographics.MinimumAge + 1;
    private const int Bisections = 48; // from a width of 60 to one of 2e-13

    private readonly double[] _intercepts = new double[2 * Ages];
    private readonly double[] _bodyMass, _smoking; // log odds ratios by class
    private readonly double _hypertension, _diabetes;
    private readonly Curve[] _prevalence; // log-odds by sex

    private CalibratedRisk(ConditionRisk risk)
    {
        Condition = risk.Condition;
        _bodyMass = [0, PortableMath.Log(risk.Overweight), PortableMath.Log(risk.Obese)];
        _smoking = [0, PortableMath.Log(risk.FormerSmoker), PortableMath.Log(risk.CurrentSmoker)];
        (_hypertension, _diabetes) = (PortableMath.Log(risk.Hypertension), PortableMath.Log(risk.Diabetes));
        _prevalence = [LogOdds(risk.Women), LogOdds(risk.Men)];

        static Curve LogOdds((double Age, double Percent)[] points) =>
            Curve.Through([.. points.Select(point => (point.Age, Logistic.LogOdds(point.Percent / 100)))]);
    }

    public Conditions Condition { get; }

    /// <summary>Calibrates the rules of a table in its order.</summary>
    public static CalibratedRisk[] OfTable(IReadOnlyList<ConditionRisk> table)
    {
        CalibratedRisk[] risks = [.. table.Select(risk => new CalibratedRisk(risk))];
        foreach (var sex in Enum.GetValues<Sex>())
        {
            for (var age = Demographics.MinimumAge; age <= Demographics.MaximumAge; age++)
            {
                var groups = Groups(sex, age);
                foreach (var risk in risks) groups = risk.Calibrate(sex, age, groups);
            }
        }
        return risks;
    }

    /// <summary>Share of people of a sex and an age who have the condition.</summary>
    public double Prevalence(Sex sex, int age) => Logistic.Probability(_prevalence[(int)sex].At(age));

    /// <summary>The risk of one patient, given the earlier conditions.</summary>
    public double Probability(Patient patient) => Logistic.Probability(
        _intercepts[Cell(patient.Sex, patient.Age)] + LogOddsRatio(BodyMass.ClassOf(patient.Bmi), patient.Smoking, patient.Conditions));

    // Sets the intercept of one sex and age, and splits every group into those with the condition and those without.
    private List<Group> Calibrate(Sex sex, int age, List<Group> groups)
    {
        var prevalence = Prevalence(sex, age);
        double low = -30, high = 30;
        for (var i = 0; i < Bisections; i++)
        {
            var middle = (low + high) / 2;
            if (groups.Sum(group => group.Share * Risk(group, middle)) < prevalence) low = middle;
            else high = middle;
        }
        var intercept = _intercepts[Cell(sex, age)] = (low + high) / 2;
        return
        [
            .. groups.Select(group => group with { Share = group.Share * (1 - Risk(group, intercept)) }),
            .. groups.Select(group => group with { Share = group.Share * Risk(group, intercept), Conditions = group.Conditions | Condition }),
        ];
    }

    private double Risk(Group group, double intercept) =>
        Logistic.Probability(intercept + LogOddsRatio(group.BodyMass, group.Smoking, group.Conditions));

    private double LogOddsRatio(int bodyMass, Smoking smoking, Conditions conditions) => _bodyMass[bodyMass] + _smoking[(int)smoking]
        + ((conditions & Conditions.Hypertension) != 0 ? _hypertension : 0) + ((conditions & Conditions.Diabetes) != 0 ? _diabetes : 0);

    // People of one sex and age by smoking and body mass, before any condition.
    private static List<Group> Groups(Sex sex, int age)
    {
        double former = 0, current = 0;
        for (var level = 1; level <= 5; level++)
        {
            var shares = Demographics.SmokingShares(sex, age, level);
            former += Regions.DeprivationShares[level - 1] * shares.Former;
            current += Regions.DeprivationShares[level - 1] * shares.Current;
        }
        double[] smokingShares = [1 - former - current, former, current];
        return
        [
            .. from smoking in Enum.GetValues<Smoking>()
               from bodyMass in Enumerable.Range(0, 3)
               select new Group(bodyMass, smoking, Conditions.None, smokingShares[(int)smoking] * BodyMass.ClassShares(sex, age, smoking)[bodyMass]),
        ];
    }

    private static int Cell(Sex sex, int age) => (int)sex * Ages + age - Demographics.MinimumAge;

    private readonly record struct Group(int BodyMass, Smoking Smoking, Conditions Conditions, double Share);
}
