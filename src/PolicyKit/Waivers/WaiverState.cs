namespace PolicyKit.Waivers;

/// <summary>How a waiver stands on a day.</summary>
public enum WaiverState
{
    /// <summary>開始前.</summary>
    NotYet,

    /// <summary>有効.</summary>
    Live,

    /// <summary>まもなく終了: it holds, and ends within the runway.</summary>
    Ending,

    /// <summary>終了.</summary>
    Expired,

    /// <summary>無効: whoever asked for it approved it.</summary>
    Void,
}
