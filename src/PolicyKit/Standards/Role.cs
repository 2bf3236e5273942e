namespace PolicyKit.Standards;

/// <summary>A role (役割) in information security.</summary>
/// <param name="Id">The canonical id.</param>
/// <param name="Title">What the body calls it, for example 最高情報セキュリティ責任者.</param>
/// <param name="Holder">The post that holds it, for example 事務局長; null where the standard leaves it open.</param>
public sealed record Role(RoleId Id, string Title, string? Holder);
