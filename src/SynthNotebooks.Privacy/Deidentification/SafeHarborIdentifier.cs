namespace SynthNotebooks.Privacy.Deidentification;

/// <summary>The 18 identifiers of 45 CFR 164.514(b)(2)(i), in the order of the rule.</summary>
public enum SafeHarborIdentifier
{
    /// <summary>(A) Names.</summary>
    Name,

    /// <summary>(B) Geographic subdivisions smaller than a state.</summary>
    Geography,

    /// <summary>(C) Dates except year, and ages over 89.</summary>
    DateOrAge,

    /// <summary>(D) Telephone numbers.</summary>
    Telephone,

    /// <summary>(E) Fax numbers.</summary>
    Fax,

    /// <summary>(F) E-mail addresses.</summary>
    Email,

    /// <summary>(G) Social security numbers.</summary>
    SocialSecurity,

    /// <summary>(H) Medical record numbers.</summary>
    MedicalRecord,

    /// <summary>(I) Health plan beneficiary numbers.</summary>
    HealthPlan,

    /// <summary>(J) Account numbers.</summary>
    Account,

    /// <summary>(K) Certificate and licence numbers.</summary>
    Licence,

    /// <summary>(L) Vehicle identifiers and plates.</summary>
    Vehicle,

    /// <summary>(M) Device identifiers and serial numbers.</summary>
    Device,

    /// <summary>(N) Web addresses.</summary>
    Url,

    /// <summary>(O) IP addresses.</summary>
    IpAddress,

    /// <summary>(P) Biometric identifiers.</summary>
    Biometric,

    /// <summary>(Q) Full-face photographs.</summary>
    Photograph,

    /// <summary>(R) Any other unique number, characteristic or code.</summary>
    OtherUnique,
}
