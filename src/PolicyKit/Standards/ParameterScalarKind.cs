namespace PolicyKit.Standards;

/// <summary>What a value of a parameter is.</summary>
public enum ParameterScalarKind
{
    /// <summary>A string.</summary>
    Text,

    /// <summary>A number, as JSON writes it.</summary>
    Number,

    /// <summary><c>true</c> or <c>false</c>.</summary>
    Boolean,
}
