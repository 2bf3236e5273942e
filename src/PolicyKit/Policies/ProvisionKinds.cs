namespace PolicyKit.Policies;

/// <summary>The kinds that follow from what is printed, where a provision does not say its own.</summary>
internal static class ProvisionKinds
{
    private static readonly (char Mark, ProvisionKind Kind)[] Groups =
    {
        ('編', ProvisionKind.Part),
        ('章', ProvisionKind.Chapter),
        ('節', ProvisionKind.Section),
        ('款', ProvisionKind.Subsection),
        ('目', ProvisionKind.Division),
    };

    public static ProvisionKind Of(Provision provision, ProvisionKind? parent)
    {
        if (provision.Kind is { } kind)
            return kind;
        if (provision.Number is not { } number)
            return Apart(provision.Heading) ?? OfUnnumbered(provision);
        var text = Bare(number);
        if (Apart(text) is { } apart)
            return apart;
        if (OfGroup(text) is { } group)
            return group;
        if (!text.StartsWith("第", StringComparison.Ordinal))
            return Beneath(text, parent);
        if (text.IndexOf('条') > 0)
            return IsDeleted(provision) ? ProvisionKind.Deleted : ProvisionKind.Article;
        return text[text.Length - 1] switch
        {
            '項' => ProvisionKind.Paragraph,
            '号' => ProvisionKind.Item,
            _ => Beneath(text, parent),
        };
    }

    /// <summary>編, 章, 節, 款 and 目: they group articles, and a citation of an article leaves them out.</summary>
    public static bool IsGroup(ProvisionKind kind) => kind <= ProvisionKind.Division;

    /// <summary>What begins a citation anew: articles, and what stands beside the main provisions.</summary>
    public static bool IsRoot(ProvisionKind kind) =>
        kind is ProvisionKind.Article or ProvisionKind.Deleted || IsApart(kind);

    /// <summary>What stands beside the main provisions (本則).</summary>
    public static bool IsApart(ProvisionKind kind) =>
        kind is ProvisionKind.Supplementary or ProvisionKind.Table or ProvisionKind.Form or ProvisionKind.Preamble;

    /// <summary>Without any white space: 附　則 and 附則 are the same word.</summary>
    public static string Bare(string text)
    {
        var bare = new System.Text.StringBuilder(text.Length);
        foreach (var c in text)
            if (!char.IsWhiteSpace(c))
                bare.Append(c);
        return bare.ToString();
    }

    /// <summary>The kind that a title names: 附則, 別表第1, 様式第2号, 前文; null when it names none.</summary>
    public static ProvisionKind? Apart(string? title)
    {
        if (title is null)
            return null;
        var text = Bare(title);
        if (Begins(text, "附則", "付則"))
            return ProvisionKind.Supplementary;
        if (Begins(text, "別表"))
            return ProvisionKind.Table;
        if (Begins(text, "別記様式", "別記第", "様式第", "様式", "別紙") && text.Length <= 40)
            return ProvisionKind.Form;
        return text is "前文" or "宣言" ? ProvisionKind.Preamble : null;
    }

    /// <summary>The kind of grouping that a number like 第1章 names; null when it names none.</summary>
    public static ProvisionKind? OfGroup(string number)
    {
        if (!number.StartsWith("第", StringComparison.Ordinal))
            return null;
        // 第2章の2 groups, too.
        var stem = number.IndexOf('の') is var branch and > 0 ? number.Substring(0, branch) : number;
        foreach (var (mark, kind) in Groups)
            if (stem[stem.Length - 1] == mark && PrintedNumber.Parse(stem) is not null)
                return kind;
        return null;
    }

    private static bool Begins(string text, params string[] words)
    {
        foreach (var word in words)
            if (text.StartsWith(word, StringComparison.Ordinal) && IsTitleEnd(text, word.Length))
                return true;
        return false;
    }

    // 別表第1の2（第3条関係） and 別記第1号様式 are titles; 「別表のとおり」 and 「附則第2項の規定」 speak of them.
    private static bool IsTitleEnd(string text, int at)
    {
        while (at < text.Length && (IsCount(text[at]) || text[at] is '第' or '号' or 'の' or '様' or '式'))
            at++;
        return (at == text.Length && text[at - 1] != 'の')
            || (at < text.Length && text[at] is '(' or '（' or '〔' or '［' or '[')
            || text.Substring(at) == "抄";
    }

    private static bool IsCount(char c) =>
        NumeralScripts.Has(NumeralScript.Arabic, c)
        || NumeralScripts.Has(NumeralScript.FullWidth, c)
        || NumeralScripts.Has(NumeralScript.Kanji, c);

    private static ProvisionKind OfUnnumbered(Provision provision) =>
        provision.Text is null && provision.Rows.Count == 0 ? ProvisionKind.Heading : ProvisionKind.Paragraph;

    private static bool IsDeleted(Provision provision) => Bare(provision.Text ?? provision.Heading ?? "") == "削除";

    private static ProvisionKind Beneath(string number, ProvisionKind? parent)
    {
        if (parent is ProvisionKind.Item or ProvisionKind.Subitem)
            return ProvisionKind.Subitem;
        if (parent is ProvisionKind.Article or ProvisionKind.Supplementary && IsPlain(number))
            return ProvisionKind.Paragraph;
        if (parent is null or <= ProvisionKind.Division)
            return ProvisionKind.Section;
        return PrintedNumber.Parse(number)?.Script is NumeralScript.Iroha or NumeralScript.Aiueo
            ? ProvisionKind.Subitem
            : ProvisionKind.Item;
    }

    // In 条文形式 a bare digit under an article numbers a paragraph (項), anything bracketed or in kanji an item (号).
    private static bool IsPlain(string number) => number[0] is (>= '0' and <= '9') or (>= '０' and <= '９');
}
