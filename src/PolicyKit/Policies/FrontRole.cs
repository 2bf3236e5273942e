namespace PolicyKit.Policies;

/// <summary>What a line before the first provision is.</summary>
public enum FrontRole
{
    /// <summary>The title.</summary>
    Title,

    /// <summary>The name of the body.</summary>
    Body,

    /// <summary>The day of adoption.</summary>
    Adoption,

    /// <summary>令番号.</summary>
    Number,

    /// <summary>公布文 or the line of the day of promulgation.</summary>
    Promulgation,

    /// <summary>The head of the body, with title and name.</summary>
    Head,

    /// <summary>制定文.</summary>
    Enactment,

    /// <summary>全部改正文: 「…の全部を改正する。」.</summary>
    WholeAmendment,

    /// <summary>A line of the amendment history (改正 平成31年訓令第2号).</summary>
    History,

    /// <summary>The heading of the table of contents (目次).</summary>
    Contents,

    /// <summary>A line of the table of contents.</summary>
    ContentsEntry,

    /// <summary>A line that is none of these.</summary>
    Other,
}
