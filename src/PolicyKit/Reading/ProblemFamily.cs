namespace PolicyKit.Reading;

/// <summary>What a problem is about, as far as somebody acts on it.</summary>
/// <remarks>Programs decide by the family and never by the text of a code, which only names the message.</remarks>
public enum ProblemFamily
{
    /// <summary>What the file says: it can be read, and something in it is wrong or odd.</summary>
    Content,

    /// <summary>
    /// How the file is written: it is not JSON, or a member is missing, unknown or of the wrong form.
    /// </summary>
    Form,

    /// <summary>A JSON Schema does not allow a value.</summary>
    Schema,

    /// <summary>A name that stands for nothing (rule PK0003).</summary>
    Reference,

    /// <summary>A standard that is imported is not at hand: what depends on it cannot be decided.</summary>
    MissingImport,

    /// <summary>Standards import each other in a circle.</summary>
    ImportCircle,

    /// <summary>A waiver has ended or is about to (rule PK0011).</summary>
    WaiverEnd,

    /// <summary>Numbers of provisions: one is left out, or a text names one that is not there.</summary>
    Numbering,
}
