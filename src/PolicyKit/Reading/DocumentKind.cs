namespace PolicyKit.Reading;

/// <summary>The kinds of file, found from the content and never from the file name.</summary>
public enum DocumentKind
{
    /// <summary>基本方針.</summary>
    Policy,

    /// <summary>対策基準.</summary>
    Standard,

    /// <summary>A vendor's declaration of one system (納品物の申告).</summary>
    System,

    /// <summary>The register of 例外措置.</summary>
    Waivers,

    /// <summary>Dated evidence: audits, self-inspections, training, drills, reviews.</summary>
    Evidence,
}
