namespace SynthNotebooks.Generators.Industry.Healthcare;

internal enum Sex
{
    Female,
    Male,
}

internal enum Smoking
{
    Never,
    Former,
    Current,
}

/// <summary>Everything that the rules know of one patient; the rules fill it in their order, each reading only what came before.</summary>
internal sealed class Patient
{
    // Demographics
    public Sex Sex { get; set; }
    public int Age { get; set; } // years at admission
    public int Region { get; set; } // index into Regions.All
    public Smoking Smoking { get; set; }

    // BodyMass
    public double Bmi { get; set; } // kg/m²

    // Conditions
    public Conditions Conditions { get; set; }

    // Diagnoses, Treatment
    public int Diagnosis { get; set; } // index into DiagnosisTable.All
    public int Medication { get; set; } // index into Treatment.Medications

    // Vitals
    public int SystolicPressure { get; set; } // mmHg
    public int DiastolicPressure { get; set; } // mmHg

    // Labs
    public double Hba1c { get; set; } // per cent
    public double Creatinine { get; set; } // mg/dL
    public int Egfr { get; set; } // mL/min/1.73 m²

    // Admissions
    public int AdmissionDay { get; set; } // days since 0001-01-01
    public int Nights { get; set; }
    public bool Readmitted { get; set; }

    // Missingness
    public Unrecorded Unrecorded { get; set; }

    public bool Has(Conditions condition) => (Conditions & condition) != 0;
}
