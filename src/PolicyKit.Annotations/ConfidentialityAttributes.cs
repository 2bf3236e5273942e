using Microsoft.Extensions.Compliance.Classification;

namespace PolicyKit.Annotations;

/// <summary>
/// The municipal classification of confidentiality as .NET data classifications, so that the framework's redaction and
/// logging generators honour them.
/// </summary>
public static class MunicipalConfidentiality
{
    /// <summary>The name of the taxonomy.</summary>
    public const string Taxonomy = "jp.municipal.confidentiality";

    /// <summary>自治体機密性1: may be published.</summary>
    public static DataClassification Level1 { get; } = new(Taxonomy, "1");

    /// <summary>自治体機密性2: not meant for immediate publication.</summary>
    public static DataClassification Level2 { get; } = new(Taxonomy, "2");

    /// <summary>自治体機密性3C.</summary>
    public static DataClassification Level3C { get; } = new(Taxonomy, "3C");

    /// <summary>自治体機密性3B: a leak would greatly harm the rights of individuals.</summary>
    public static DataClassification Level3B { get; } = new(Taxonomy, "3B");

    /// <summary>自治体機密性3A: equal to a State's secret document.</summary>
    public static DataClassification Level3A { get; } = new(Taxonomy, "3A");
}

/// <summary>The data is of 自治体機密性1.</summary>
public sealed class Confidentiality1Attribute() : DataClassificationAttribute(MunicipalConfidentiality.Level1);

/// <summary>The data is of 自治体機密性2.</summary>
public sealed class Confidentiality2Attribute() : DataClassificationAttribute(MunicipalConfidentiality.Level2);

/// <summary>The data is of 自治体機密性3C.</summary>
public sealed class Confidentiality3CAttribute() : DataClassificationAttribute(MunicipalConfidentiality.Level3C);

/// <summary>The data is of 自治体機密性3B.</summary>
public sealed class Confidentiality3BAttribute() : DataClassificationAttribute(MunicipalConfidentiality.Level3B);

/// <summary>The data is of 自治体機密性3A.</summary>
public sealed class Confidentiality3AAttribute() : DataClassificationAttribute(MunicipalConfidentiality.Level3A);
