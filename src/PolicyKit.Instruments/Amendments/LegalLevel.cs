namespace PolicyKit.Instruments.Amendments;

/// <summary>What an amending text calls a part of an instrument.</summary>
internal enum LegalLevel
{
    /// <summary>編, 章, 節, 款, 目.</summary>
    Group,

    /// <summary>条.</summary>
    Article,

    /// <summary>項.</summary>
    Paragraph,

    /// <summary>号.</summary>
    Item,

    /// <summary>号の細分.</summary>
    Subitem,

    /// <summary>附則.</summary>
    Supplementary,

    /// <summary>別表, 様式 and 前文.</summary>
    Apart,

    /// <summary>A text without articles: 本則.</summary>
    Main,

    /// <summary>What no citation names.</summary>
    Unnamed,
}
