namespace PolicyKit.Policies;

/// <summary>A provision on the way down to another one.</summary>
internal sealed record ProvisionStep(
    Provision Provision,
    ProvisionKind Kind,
    int Depth,
    int Ordinal,
    int Unnumbered,
    int Paragraph
)
{
    /// <summary>
    /// Whether the text of the provision itself is its first paragraph: nothing beneath it is numbered 1, and it is an
    /// article.
    /// </summary>
    public bool IsFirstParagraph =>
        Provision.Text is not null
        && Kind == ProvisionKind.Article
        && !Provision.Provisions.Any(p =>
            p.Number is { } n && IsParagraph(p) && ProvisionNumber.Parse(n) is { } values && values[0] == 1
        );

    /// <summary>How many paragraphs it has.</summary>
    public int Paragraphs => Provision.Provisions.Count(IsParagraph) + (IsFirstParagraph ? 1 : 0);

    /// <summary>The way to a provision; null if there is none.</summary>
    public static List<ProvisionStep>? PathTo(ValueList<Provision> roots, ProvisionId id) => PathTo(roots, null, 0, id);

    /// <summary>The ways to all provisions, in the order of the document.</summary>
    public static IEnumerable<ProvisionStep[]> All(ValueList<Provision> roots) =>
        All(roots, Array.Empty<ProvisionStep>());

    private bool IsParagraph(Provision child) => ProvisionKinds.Of(child, Kind) == ProvisionKind.Paragraph;

    private static IEnumerable<ProvisionStep[]> All(ValueList<Provision> siblings, ProvisionStep[] above)
    {
        foreach (var step in Steps(siblings, above.Length == 0 ? null : above[above.Length - 1].Kind, above.Length))
        {
            var path = above.Append(step).ToArray();
            yield return path;
            foreach (var below in All(step.Provision.Provisions, path))
                yield return below;
        }
    }

    private static List<ProvisionStep>? PathTo(
        ValueList<Provision> siblings,
        ProvisionKind? parent,
        int depth,
        ProvisionId id
    )
    {
        foreach (var step in Steps(siblings, parent, depth))
        {
            if (step.Provision.Id == id)
                return new List<ProvisionStep> { step };
            if (PathTo(step.Provision.Provisions, step.Kind, depth + 1, id) is not { } rest)
                continue;
            rest.Insert(0, step);
            return rest;
        }

        return null;
    }

    private static IEnumerable<ProvisionStep> Steps(ValueList<Provision> siblings, ProvisionKind? parent, int depth)
    {
        var (ordinal, unnumbered, paragraph) = (0, 0, 0);
        foreach (var provision in siblings)
        {
            ordinal++;
            if (provision.Number is null)
                unnumbered++;
            var kind = ProvisionKinds.Of(provision, parent);
            if (kind == ProvisionKind.Paragraph)
                paragraph++;
            yield return new ProvisionStep(provision, kind, depth, ordinal, unnumbered, paragraph);
        }
    }
}
