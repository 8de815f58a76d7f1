using SynthNotebooks.Data;

namespace SynthNotebooks.Generators.Industry.Healthcare;

/// <summary>Gathers patients into the columns of the registry.</summary>
internal sealed class PatientTable(int rows)
{
    private static readonly string[] Sexes = ["female", "male"];
    private static readonly string[] SmokingStates = ["never", "former", "current"];
    private static readonly string[] RegionCodes = [.. Regions.All.Select(region => region.Code)];
    private static readonly string[] DiagnosisCodes = [.. DiagnosisTable.All.Select(diagnosis => diagnosis.Code)];
    private static readonly ColumnFormat OneDecimal = new(Decimals: 1), TwoDecimals = new(Decimals: 2);

    private readonly string[] _ids = new string[rows];
    private readonly long[] _age = new long[rows], _systolic = new long[rows], _diastolic = new long[rows], _egfr = new long[rows];
    private readonly double[] _bmi = new double[rows], _hba1c = new double[rows], _creatinine = new double[rows];
    private readonly bool[] _diabetes = new bool[rows], _hypertension = new bool[rows], _asthma = new bool[rows], _heartFailure = new bool[rows];
    private readonly bool[] _noEgfr = new bool[rows], _readmitted = new bool[rows];
    private readonly int[] _sex = new int[rows], _region = new int[rows], _smoking = new int[rows], _diagnosis = new int[rows];
    private readonly int[] _medication = new int[rows], _admission = new int[rows], _discharge = new int[rows];

    public void Set(int i, string id, Patient patient)
    {
        var unrecorded = patient.Unrecorded;
        _ids[i] = id;
        (_sex[i], _age[i], _region[i]) = ((int)patient.Sex, patient.Age, patient.Region);
        _smoking[i] = (unrecorded & Unrecorded.Smoking) != 0 ? -1 : (int)patient.Smoking;
        _bmi[i] = (unrecorded & Unrecorded.Bmi) != 0 ? double.NaN : patient.Bmi;
        (_systolic[i], _diastolic[i]) = (patient.SystolicPressure, patient.DiastolicPressure);
        (_diabetes[i], _hypertension[i]) = (patient.Has(Conditions.Diabetes), patient.Has(Conditions.Hypertension));
        (_asthma[i], _heartFailure[i]) = (patient.Has(Conditions.Asthma), patient.Has(Conditions.HeartFailure));
        (_diagnosis[i], _medication[i]) = (patient.Diagnosis, patient.Medication);
        _hba1c[i] = (unrecorded & Unrecorded.Hba1c) != 0 ? double.NaN : patient.Hba1c;
        (_egfr[i], _noEgfr[i]) = (patient.Egfr, (unrecorded & Unrecorded.Kidney) != 0);
        _creatinine[i] = _noEgfr[i] ? double.NaN : patient.Creatinine;
        (_admission[i], _discharge[i]) = (patient.AdmissionDay, patient.AdmissionDay + patient.Nights);
        _readmitted[i] = patient.Readmitted;
    }

    public DataFrame ToFrame() => new(
        new TextColumn("patient_id", Enumerable.Range(0, rows).ToArray(), _ids),
        new TextColumn("sex", _sex, Sexes),
        new Int64Column("age", _age),
        new TextColumn("region", _region, RegionCodes),
        new TextColumn("smoking", _smoking, SmokingStates),
        new DoubleColumn("bmi", _bmi, OneDecimal),
        new Int64Column("systolic_bp", _systolic),
        new Int64Column("diastolic_bp", _diastolic),
        new BooleanColumn("diabetes", _diabetes),
        new BooleanColumn("hypertension", _hypertension),
        new BooleanColumn("asthma", _asthma),
        new BooleanColumn("heart_failure", _heartFailure),
        new TextColumn("primary_diagnosis", _diagnosis, DiagnosisCodes),
        new TextColumn("medication", _medication, Treatment.Medications),
        new DoubleColumn("hba1c", _hba1c, OneDecimal),
        new DoubleColumn("creatinine", _creatinine, TwoDecimals),
        new Int64Column("egfr", _egfr, NullMask.Of(_noEgfr)),
        new DateColumn("admission_date", _admission),
        new DateColumn("discharge_date", _discharge),
        new BooleanColumn("readmitted_30d", _readmitted));
}
