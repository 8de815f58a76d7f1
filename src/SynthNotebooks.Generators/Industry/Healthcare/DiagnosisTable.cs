using System.Collections.Immutable;

namespace SynthNotebooks.Generators.Industry.Healthcare;

/// <summary>The reasons for coming to the hospital.</summary>
/// <remarks>
/// Codes and titles are those of ICD-10-CM; frequencies and stays are invented and only ordered sensibly. The order of the rows is part of
/// the result: append, never insert.
/// </remarks>
internal static class DiagnosisTable
{
    public static ImmutableArray<Diagnosis> All { get; } =
    [
        //   code       title                                      18-39 40-64 65+  inpatient nights
        new("Z00.00", "General examination without findings",        10,   8,   5,   0,    0) { Return = -0.8 },
        new("I10", "Essential hypertension",                          5,   7,   6,   0.05, 2) { Needs = Conditions.Hypertension, Return = -0.3 },
        new("E11.9", "Type 2 diabetes without complications",        14,  16,  13,   0.10, 3) { Needs = Conditions.Diabetes },
        new("E11.65", "Type 2 diabetes with hyperglycemia",           8,   8,   6,   0.70, 4) { Needs = Conditions.Diabetes, Return = 0.4 },
        new("I50.9", "Heart failure, unspecified",                   24,  28,  32,   0.75, 5) { Needs = Conditions.HeartFailure, Return = 0.6 },
        new("J45.909", "Asthma, uncomplicated",                      10,   7,   4,   0.03, 2) { Needs = Conditions.Asthma },
        new("J45.901", "Asthma with acute exacerbation",              7,   4,   3,   0.50, 3) { Needs = Conditions.Asthma, Return = 0.2 },
        new("J44.1", "COPD with acute exacerbation",                  0,   2,   5,   0.70, 4) { MinimumAge = 40, NeverSmokers = 0.15, CurrentSmokers = 1.6, Return = 0.5 },
        new("J18.9", "Pneumonia",                                   1.5,   2,   4,   0.60, 5) { Indication = Indication.Infection, Return = 0.25 },
        new("J06.9", "Acute upper respiratory infection",             4,   2,   1,   0.01, 1) { Return = -0.6 },
        new("N39.0", "Urinary tract infection",                     0.6, 0.6,   1.8, 0.25, 3) { Women = 3, Indication = Indication.Infection, Return = 0.1 },
        new("A41.9", "Sepsis",                                      0.4, 1.2,   2.8, 1,    7) { Indication = Indication.Infection, Return = 0.6 },
        new("I21.4", "Non-ST elevation myocardial infarction",      0.1, 1.2,   2.2, 1,    4) { Men = 1.6, CurrentSmokers = 1.8, Return = 0.3 },
        new("I48.91", "Atrial fibrillation",                        0.1, 0.8,   3,   0.40, 3) { Return = 0.2 },
        new("R07.9", "Chest pain",                                    2,   3,   3,   0.20, 1),
        new("K35.80", "Acute appendicitis",                         1.5, 0.6,   0.2, 1,    2) { Indication = Indication.Pain, Return = -0.6 },
        new("K80.20", "Gallstones",                                   1, 1.5,   1.3, 0.40, 2) { Women = 1.6, Indication = Indication.Pain, Return = -0.2 },
        new("M17.11", "Osteoarthritis of the right knee",             0, 1.5,   3,   0.50, 2) { MinimumAge = 40, Women = 1.4, Indication = Indication.Pain, Return = -0.3 },
        new("S72.001A", "Fracture of the right femur neck",           0, 0.3,   1.6, 1,    6) { MinimumAge = 50, Women = 1.8, Indication = Indication.Pain, Return = 0.2 },
        new("M54.50", "Low back pain",                                4,   4,   3,   0.03, 2) { Indication = Indication.Pain },
        new("G43.909", "Migraine",                                    2,   1,   0.2, 0.04, 2) { Women = 2.5, Indication = Indication.Pain, Return = -0.2 },
        new("F32.A", "Depression",                                    3,   2,   1,   0.10, 8) { Women = 1.6, Indication = Indication.Depression, Return = 0.1 },
        new("O80", "Full-term uncomplicated delivery",               11, 0.5,   0,   1,    2) { Men = 0, MaximumAge = 49, Return = -1.2 },
        new("C50.919", "Breast cancer",                             0.2, 1.6,   2,   0.20, 3) { Men = 0.01, MinimumAge = 25, Return = 0.3 },
        new("C61", "Prostate cancer",                                 0,   1,   3,   0.20, 3) { Women = 0, MinimumAge = 45, Return = 0.2 },
    ];
}
