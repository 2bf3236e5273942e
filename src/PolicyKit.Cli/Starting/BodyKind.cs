namespace PolicyKit.Cli.Starting;

/// <summary>A kind of local public body, as far as the words of a policy depend on it.</summary>
/// <param name="Id">The word of the option.</param>
/// <param name="Name">The name of the kind.</param>
/// <param name="Short">What a text calls the body.</param>
/// <param name="Head">Who stands at its head.</param>
/// <param name="Organs">The organs that such a body has by law, 議会 last.</param>
internal sealed record BodyKind(string Id, string Name, string Short, string Head, string Organs)
{
    // 地方自治法第180条の5 and 第202条の2; the organs of a union follow its own 規約, so the body checks what is written.
    private const string OfMunicipalities =
        "教育委員会、選挙管理委員会、公平委員会、監査委員、農業委員会、固定資産評価審査委員会及び議会";

    /// <summary>The kinds, in the order in which they are offered.</summary>
    public static IReadOnlyList<BodyKind> All { get; } =
    [
        new("city", "市", "市", "市長", "市長、" + OfMunicipalities),
        new("town", "町", "町", "町長", "町長、" + OfMunicipalities),
        new("village", "村", "村", "村長", "村長、" + OfMunicipalities),
        new("ward", "特別区", "区", "区長", "区長、教育委員会、選挙管理委員会、監査委員、農業委員会及び議会"),
        new("union", "一部事務組合", "組合", "管理者", "管理者、監査委員及び議会"),
        new("wide-area-union", "広域連合", "広域連合", "広域連合長", "広域連合長、選挙管理委員会、監査委員及び議会"),
    ];

    /// <summary>The kind with this word or name; null if there is none.</summary>
    public static BodyKind? Find(string text) => All.FirstOrDefault(k => k.Id == text || k.Name == text);

    /// <summary>The kind that the name of a body ends with; null where it does not say.</summary>
    public static BodyKind? OfName(string name) =>
        name.EndsWith("広域連合", StringComparison.Ordinal) ? Find("wide-area-union")
        : name.EndsWith("組合", StringComparison.Ordinal) ? Find("union")
        : All.FirstOrDefault(k => k.Short.Length == 1 && name.EndsWith(k.Short, StringComparison.Ordinal));
}
