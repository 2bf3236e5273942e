namespace PolicyKit.Policies;

/// <summary>What a provision is by the law of 条・項・号. Citations follow from it.</summary>
/// <remarks>
/// A provision that does not say its kind has the one that follows from its number, its heading and what it stands
/// beneath (see <see cref="SecurityPolicy.KindOf"/>).
/// </remarks>
public enum ProvisionKind
{
    /// <summary>編.</summary>
    Part,

    /// <summary>章.</summary>
    Chapter,

    /// <summary>節, or a numbered section of a text that has no articles.</summary>
    Section,

    /// <summary>款.</summary>
    Subsection,

    /// <summary>目.</summary>
    Division,

    /// <summary>条, with branch numbers (第2条の2).</summary>
    Article,

    /// <summary>項, numbered or not; in a text without articles, a paragraph (段落).</summary>
    Paragraph,

    /// <summary>号.</summary>
    Item,

    /// <summary>号の細分: ア, イ, (ア), (ｲ), at any depth.</summary>
    Subitem,

    /// <summary>A heading alone, without a number.</summary>
    Heading,

    /// <summary>前文 or 宣言.</summary>
    Preamble,

    /// <summary>附則, of the enactment or of an amendment.</summary>
    Supplementary,

    /// <summary>別表.</summary>
    Table,

    /// <summary>別記様式.</summary>
    Form,

    /// <summary>A note of amendment under a provision (一部改正〔平成30年訓令3号〕).</summary>
    Note,

    /// <summary>削除, of one provision or of a range (第3条から第5条まで 削除).</summary>
    Deleted,

    /// <summary>Text whose place is known and whose kind is not.</summary>
    Text,
}
