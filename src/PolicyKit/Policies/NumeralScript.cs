namespace PolicyKit.Policies;

/// <summary>How a number is written.</summary>
public enum NumeralScript
{
    /// <summary>1, 2, 3.</summary>
    Arabic,

    /// <summary>１, ２, ３.</summary>
    FullWidth,

    /// <summary>一, 二, 三.</summary>
    Kanji,

    /// <summary>①, ②, ③.</summary>
    Circled,

    /// <summary>⑴, ⑵, ⑶.</summary>
    Bracketed,

    /// <summary>イ, ロ, ハ.</summary>
    Iroha,

    /// <summary>ア, イ, ウ.</summary>
    Aiueo,

    /// <summary>ｱ, ｲ, ｳ.</summary>
    HalfWidthAiueo,

    /// <summary>ｲ, ﾛ, ﾊ.</summary>
    HalfWidthIroha,

    /// <summary>ⅰ, ⅱ, ⅲ.</summary>
    SmallRoman,

    /// <summary>Ⅰ, Ⅱ, Ⅲ.</summary>
    Roman,

    /// <summary>i, ii, iii.</summary>
    RomanLetters,

    /// <summary>a, b, c.</summary>
    Letters,

    /// <summary>ａ, ｂ, ｃ.</summary>
    FullWidthLetters,
}
