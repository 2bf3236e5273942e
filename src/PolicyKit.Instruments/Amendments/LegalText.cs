using PolicyKit.Instruments.Rendering;
using PolicyKit.Policies;

namespace PolicyKit.Instruments.Amendments;

/// <summary>An instrument as an amending text speaks of it.</summary>
internal sealed class LegalText
{
    private readonly Dictionary<ProvisionId, string> _printed;

    private LegalText(SecurityPolicy policy)
    {
        Policy = policy;
        Numerals = CitedNumerals.Of(policy);
        _printed = PolicyText.Printed(policy).ToDictionary(p => p.Path[^1].Provision.Id, p => p.Text);
    }

    public SecurityPolicy Policy { get; }

    /// <summary>How the text writes the numbers of its articles.</summary>
    public CitedNumerals Numerals { get; }

    /// <summary>The chapters, in the order of the text.</summary>
    public List<LegalNode> Groups { get; } = [];

    /// <summary>The articles, or 本則 where there are none.</summary>
    public List<LegalNode> Articles { get; } = [];

    /// <summary>附則, 別表, 様式 and 前文.</summary>
    public List<LegalNode> Beside { get; } = [];

    /// <summary>The lines of the table of contents; empty where there is none.</summary>
    public IReadOnlyList<string> Contents =>
        [
            .. (Policy.Instrument?.Front ?? ValueList<FrontLine>.Empty)
                .Where(l => l.Role == FrontRole.ContentsEntry)
                .Select(l => (l.Text ?? "").Trim(' ', '\u3000', '\t')),
        ];

    /// <summary>The table of contents as it is printed, with its heading.</summary>
    public IEnumerable<string> PrintedContents =>
        (Policy.Instrument?.Front ?? ValueList<FrontLine>.Empty)
            .Zip(PolicyText.FrontTexts(Policy))
            .Where(l => l.First.Role is FrontRole.Contents or FrontRole.ContentsEntry)
            .Select(l => l.Second);

    /// <summary>The text; null for one that is not made of articles.</summary>
    public static LegalText? Of(SecurityPolicy policy)
    {
        var text = new LegalText(policy);
        if (!text.Read(policy.Provisions, null, null))
            return null;
        foreach (var node in text.Articles.Concat(text.Beside).SelectMany(n => n.SelfAndBeneath()))
            ReadLetters(node);
        return text.Articles.Count > 0 && text.HasOneForm() ? text : null;
    }

    // ハ is the third of いろは and far down in アイウ: its siblings tell.
    private static void ReadLetters(LegalNode node)
    {
        var letters = node.Children.FindAll(c => c.Level == LegalLevel.Subitem);
        var read = Numbering.Read(letters.ConvertAll(l => l.Label));
        for (var i = 0; i < letters.Count; i++)
            if (read[i] is { } number)
                letters[i].Values = [.. number.Values];
    }

    // 本則 of paragraphs, or articles; never both.
    private bool HasOneForm() => Articles.TrueForAll(a => a.Level == LegalLevel.Article) || Articles.Count == 1;

    private bool Read(IEnumerable<Provision> siblings, ProvisionKind? parent, LegalNode? group)
    {
        foreach (var provision in siblings)
        {
            var kind = ProvisionKinds.Of(provision, parent);
            if (ProvisionKinds.IsGroup(kind) && provision.Number?.StartsWith('第') == true)
            {
                var node = Node(provision, LegalLevel.Group, Bare(provision.Number), group);
                Groups.Add(node);
                if (!Read(provision.Provisions, kind, node))
                    return false;
            }
            else if (kind is ProvisionKind.Article or ProvisionKind.Deleted)
                Articles.Add(Article(provision, group));
            else if (ProvisionKinds.IsApart(kind))
                Beside.Add(Apart(provision, kind));
            else if (kind == ProvisionKind.Paragraph && parent is null)
                AddToMain(provision);
            else if (kind != ProvisionKind.Note)
                return false;
        }

        return true;
    }

    private LegalNode Article(Provision provision, LegalNode? group)
    {
        var article = Node(provision, LegalLevel.Article, Bare(provision.Number ?? ""), group);
        AddParagraphs(article, provision, ProvisionKind.Article);
        return article;
    }

    private LegalNode Apart(Provision provision, ProvisionKind kind)
    {
        var level = kind == ProvisionKind.Supplementary ? LegalLevel.Supplementary : LegalLevel.Apart;
        var title = ProvisionKinds.Bare(provision.Number ?? provision.Heading ?? "前文");
        var open = title.IndexOfAny(['(', '（']);
        var label = kind == ProvisionKind.Preamble ? "前文" : Before(title, open);
        var apart = Node(provision, level, label, null);
        // （第３条関係） belongs to what is printed above a table.
        if (level == LegalLevel.Apart && open >= 0)
            apart.Heading = title[open..];
        AddParagraphs(apart, provision, kind);
        return apart;
    }

    private static string Before(string title, int bracket) => bracket < 0 ? title : title[..bracket];

    private void AddToMain(Provision provision)
    {
        if (Articles.Count == 0)
            Articles.Add(new LegalNode { Level = LegalLevel.Main, Label = "本則" });
        AddChild(Articles[0], provision, ProvisionKind.Paragraph, null);
    }

    // The text of an article is its first paragraph, and what stands before the second belongs to it.
    private void AddParagraphs(LegalNode article, Provision provision, ProvisionKind kind)
    {
        LegalNode? first = null;
        if (provision.Text is { } own)
        {
            first = new LegalNode
            {
                Level = LegalLevel.Paragraph,
                Label = Numerals.Cited(1, "項"),
                Text = own,
                Lines = ["\u3000" + own],
                IsPrintedAbove = true,
                Parent = article,
            };
            article.Children.Add(first);
        }

        foreach (var child in provision.Provisions)
        {
            var childKind = ProvisionKinds.Of(child, kind);
            if (childKind == ProvisionKind.Note)
                continue;
            if (childKind == ProvisionKind.Paragraph)
                first = null;
            AddChild(first ?? article, child, childKind, article);
        }

        article.Rows = [.. provision.Rows.Select(r => (IReadOnlyList<string>)[.. r])];
    }

    // A list that continues a numbered paragraph stands beneath it.
    private void AddChild(LegalNode parent, Provision child, ProvisionKind kind, LegalNode? article)
    {
        var above =
            kind is not ProvisionKind.Paragraph && parent == article
                ? article.Children.LastOrDefault(c => c.Level == LegalLevel.Paragraph) ?? parent
                : parent;
        var level = kind switch
        {
            ProvisionKind.Paragraph => LegalLevel.Paragraph,
            ProvisionKind.Item => LegalLevel.Item,
            ProvisionKind.Subitem => LegalLevel.Subitem,
            _ => LegalLevel.Unnamed,
        };
        var node = Node(child, level, Label(child, level, above), null);
        node.Parent = above;
        above.Children.Add(node);
        foreach (var beneath in child.Provisions)
            AddChild(node, beneath, ProvisionKinds.Of(beneath, kind), null);
    }

    private string Label(Provision provision, LegalLevel level, LegalNode parent) =>
        level switch
        {
            LegalLevel.Unnamed => "",
            LegalLevel.Subitem => Bare(provision.Number ?? ""),
            LegalLevel.Paragraph when provision.Number is null => Numerals.Cited(
                parent.Children.Count(c => c.Level == LegalLevel.Paragraph) + 1,
                "項"
            ),
            _ => Numerals.Cited(provision.Number ?? "", level == LegalLevel.Paragraph ? "項" : "号"),
        };

    private LegalNode Node(Provision provision, LegalLevel level, string label, LegalNode? group)
    {
        var printed = _printed[provision.Id];
        return new LegalNode
        {
            Level = level,
            Label = label,
            Values = PrintedNumber.Parse(provision.Number ?? "")?.Values.ToList() ?? [],
            IsNumbered = provision.Number is not null,
            Heading = level is LegalLevel.Article or LegalLevel.Group ? provision.Heading : null,
            Text =
                level >= LegalLevel.Paragraph && level <= LegalLevel.Subitem || level == LegalLevel.Unnamed
                    ? Said(provision)
                    : "",
            Rows = [.. provision.Rows.Select(r => (IReadOnlyList<string>)[.. r])],
            Lines = printed.Length == 0 ? [] : printed.Split('\n'),
            Group = group,
        };
    }

    // The term of a definition and what it means stand on one line.
    private static string Said(Provision provision) =>
        provision.Heading is null ? provision.Text ?? ""
        : provision.Text is null ? provision.Heading
        : provision.Heading + "\u3000" + provision.Text;

    private static string Bare(string number) => ProvisionKinds.Bare(number).TrimEnd('.', '．', '、');
}
