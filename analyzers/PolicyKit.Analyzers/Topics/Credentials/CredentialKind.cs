namespace PolicyKit.Analyzers.Topics.Credentials;

/// <summary>What a name says of the value that it is given.</summary>
internal enum CredentialKind
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>Many things have such a name: it is a credential where the value looks made up or generated.</summary>
    Key,

    /// <summary>A credential.</summary>
    Secret,
}
