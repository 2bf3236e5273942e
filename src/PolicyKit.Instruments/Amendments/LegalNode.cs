namespace PolicyKit.Instruments.Amendments;

/// <summary>
/// A part of an instrument as the law counts it: the first paragraph of an article stands beneath it like the others.
/// </summary>
internal sealed class LegalNode
{
    public required LegalLevel Level { get; init; }

    /// <summary>How it is cited beneath what it stands in: 第２条, 第１項, イ; empty for what no citation names.</summary>
    public required string Label { get; set; }

    /// <summary>The values of the number; empty where it has none.</summary>
    public IReadOnlyList<int> Values { get; set; } = [];

    /// <summary>Whether a number is printed.</summary>
    public bool IsNumbered { get; init; }

    /// <summary>見出し of an article, or the name of a chapter; null where there is none.</summary>
    public string? Heading { get; set; }

    /// <summary>What it says itself, without its number; empty for nothing.</summary>
    public string Text { get; set; } = "";

    /// <summary>The rows of a table.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Rows { get; set; } = [];

    /// <summary>The lines as printed, without what stands beneath.</summary>
    public IReadOnlyList<string> Lines { get; init; } = [];

    /// <summary>Whether those above print its own lines: the first paragraph of an article.</summary>
    public bool IsPrintedAbove { get; init; }

    public List<LegalNode> Children { get; init; } = [];

    /// <summary>What it stands in; null at the top.</summary>
    public LegalNode? Parent { get; set; }

    /// <summary>The chapter that an article stands in; null for none.</summary>
    public LegalNode? Group { get; init; }

    /// <summary>Whether it is the only paragraph, which its article names.</summary>
    public bool IsOnlyParagraph =>
        Level == LegalLevel.Paragraph
        && !IsNumbered
        && Parent is { } parent
        && parent.Children.Count(c => c.Level == LegalLevel.Paragraph) == 1;

    /// <summary>The citations on the way from the top.</summary>
    public IReadOnlyList<string> Path =>
        IsOnlyParagraph || Level == LegalLevel.Unnamed ? Parent?.Path ?? []
        : Parent is null ? [Label]
        : [.. Parent.Path, Label];

    /// <summary>The lines with all that stands beneath.</summary>
    public IEnumerable<string> AllLines() =>
        Lines.Concat(
            Children.SelectMany(c => c.IsPrintedAbove ? c.Children.SelectMany(g => g.AllLines()) : c.AllLines())
        );

    public IEnumerable<LegalNode> SelfAndBeneath() => Children.SelectMany(c => c.SelfAndBeneath()).Prepend(this);

    /// <summary>All that it says, for comparison.</summary>
    public string Whole() =>
        string.Join('\n', SelfAndBeneath().Select(n => n.Text + string.Concat(n.Rows.SelectMany(r => r))));

    public LegalNode Copy(LegalNode? parent)
    {
        var copy = new LegalNode
        {
            Level = Level,
            Label = Label,
            Values = Values,
            IsNumbered = IsNumbered,
            Heading = Heading,
            Text = Text,
            Rows = Rows,
            Lines = Lines,
            IsPrintedAbove = IsPrintedAbove,
            Parent = parent,
            Group = Group,
        };
        copy.Children.AddRange(Children.Select(c => c.Copy(copy)));
        return copy;
    }
}
