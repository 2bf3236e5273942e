namespace PolicyKit.Systems;

/// <summary>A road to the internet.</summary>
public enum InternetRouteKind
{
    /// <summary>自治体情報セキュリティクラウド.</summary>
    SecurityCloud,

    /// <summary>Another.</summary>
    Other,
}
