namespace PolicyKit.Systems;

/// <summary>Environments of a system.</summary>
public enum EnvironmentKind
{
    /// <summary>開発環境.</summary>
    Development,

    /// <summary>試験環境.</summary>
    Test,

    /// <summary>本番環境.</summary>
    Production,
}
