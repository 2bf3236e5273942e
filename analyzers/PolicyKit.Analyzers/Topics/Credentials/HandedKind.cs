namespace PolicyKit.Analyzers.Topics.Credentials;

/// <summary>What becomes of a value that is given to a method of the program.</summary>
[Flags]
internal enum HandedKind
{
    /// <summary>Nothing that is known.</summary>
    None = 0,

    /// <summary>A key of a cipher.</summary>
    Key = 1,

    /// <summary>A password that a library takes.</summary>
    Password = 2,
}
