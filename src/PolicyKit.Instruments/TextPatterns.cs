using System.Text.RegularExpressions;

namespace PolicyKit.Instruments;

/// <summary>How texts name the body.</summary>
internal static partial class TextPatterns
{
    private const string Kinds = "広域連合|事務組合|組合|企業団|市|町|村|区|都|道|府|県";

    /// <summary>みどり町情報セキュリティ基本方針, みどり町 情報セキュリティ基本方針.</summary>
    [GeneratedRegex(
        $"^(?<body>[^\\s　（(]{{1,30}}?(?:{Kinds}))(?=[\\s　]*(?:情報|サイバー|セキュリティ|における|の|電子))"
    )]
    public static partial Regex BodyInTitle();

    /// <summary>公益財団法人…情報セキュリティ規程: whoever is named before the subject.</summary>
    [GeneratedRegex("^[○◯]?(?<body>[^（(]{2,40}?)[\\s　]*(?:情報|サイバー|セキュリティ|電子|個人情報)")]
    public static partial Regex AnyoneInTitle();

    /// <summary>みどり町立学校情報セキュリティポリシー, みどり市立小中学校….</summary>
    [GeneratedRegex("^(?<body>[^\\s　（(]{1,20}?(?:市|町|村|区|都|道|府|県))立[^。]{0,10}学校")]
    public static partial Regex SchoolsInTitle();

    /// <summary>…組合（以下「組合」という。）.</summary>
    [GeneratedRegex(
        $"(?<body>[^\\s　、。（(）)「」はが]{{1,40}}?(?:{Kinds}))[（(]以下「(?<alias>(?:当|本)?(?:{Kinds}))」という"
    )]
    public static partial Regex BodyInText();
}
