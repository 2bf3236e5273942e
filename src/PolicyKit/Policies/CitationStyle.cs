namespace PolicyKit.Policies;

/// <summary>How a provision is cited.</summary>
public enum CitationStyle
{
    /// <summary>The printed numbers one after another: 6(7), 4(2)②, 6(8) 第2段落, 1―6.</summary>
    Outline,

    /// <summary>条・項・号: 第8条第3項第1号. With one paragraph only, 第1項 is left out.</summary>
    Article,

    /// <summary>Numbers with dots, for file names and logs: 6.7, 4.2.2, 6.8.p2.</summary>
    Ascii,
}
