namespace PolicyKit.Instruments.Amendments;

/// <summary>The chapters of both texts, and the articles that are not added or deleted with one.</summary>
internal sealed class AmendedChapters
{
    private AmendedChapters(LegalText old, LegalText now)
    {
        Pairs = SiblingPairs.Of(old.Groups, now.Groups);
        OldArticles = old.Articles.FindAll(a => a.Group is null || Pairs.NewOf(a.Group) is not null);
        NewArticles = now.Articles.FindAll(a => a.Group is null || Pairs.OldOf(a.Group) is not null);
        AllNew = now.Articles;
        Names =
        [
            .. old
                .Groups.Where(g => Pairs.NewOf(g) is { } n && n.Heading != g.Heading)
                .Select(g => (OldArticles.FindIndex(a => a.Group == g), Name(g, Pairs.NewOf(g)!))),
        ];
    }

    public SiblingPairs Pairs { get; }

    public List<LegalNode> OldArticles { get; }

    public List<LegalNode> NewArticles { get; }

    /// <summary>The new names, each with the first article of its chapter.</summary>
    public IReadOnlyList<(int At, Clause Clause)> Names { get; }

    private List<LegalNode> AllNew { get; }

    /// <summary>The chapters; null where an article goes from one into another.</summary>
    public static AmendedChapters? Of(LegalText old, LegalText now)
    {
        var chapters = new AmendedChapters(old, now);
        var articles = SiblingPairs.Of(old.Articles, now.Articles);
        foreach (var article in old.Articles)
            if (articles.NewOf(article) is { } same && !chapters.IsSame(article.Group, same.Group))
                return null;
        return chapters;
    }

    /// <summary>A step whose added chapters hold their articles.</summary>
    public Step WithArticles(Step step) => step with { Clauses = [.. step.Clauses.Select(WithArticles)] };

    private Clause WithArticles(Clause clause) =>
        clause switch
        {
            InsertClause more => more with { New = [.. more.New.Select(Whole)] },
            AppendClause more => more with { New = [.. more.New.Select(Whole)] },
            _ => clause,
        };

    private LegalNode Whole(LegalNode group) =>
        new()
        {
            Level = group.Level,
            Label = group.Label,
            Heading = group.Heading,
            Lines = [.. group.Lines, .. AllNew.Where(a => a.Group == group).SelectMany(a => a.AllLines())],
        };

    private bool IsSame(LegalNode? old, LegalNode? now) =>
        old is null ? now is null : now is not null && Pairs.NewOf(old) == now;

    private static Clause Name(LegalNode old, LegalNode now) =>
        new ReplaceClause(
            [.. old.Path, $"の{AmendmentUnits.Unit(old)}名"],
            new LegalNode
            {
                Level = LegalLevel.Unnamed,
                Label = "",
                Heading = now.Heading,
                Lines = now.Lines,
            }
        );
}
