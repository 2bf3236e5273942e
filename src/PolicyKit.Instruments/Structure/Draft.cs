using System.Globalization;
using System.Text;
using PolicyKit.Policies;

namespace PolicyKit.Instruments.Structure;

/// <summary>A provision in the making, with every line that it was made of.</summary>
internal sealed class Draft(ProvisionKind? kind, string form, Draft? parent, bool isMarkdown = false)
{
    /// <summary>The kind that is known; null for the one that follows.</summary>
    public ProvisionKind? Kind { get; set; } = kind;

    public string Form { get; } = form;

    public Draft? Parent { get; } = parent;

    /// <summary>Whether the document marks it as a heading.</summary>
    public bool IsMarked { get; init; }

    public List<Draft> Children { get; } = [];

    /// <summary>The lines, each as its pieces; what is not text ends with the line break.</summary>
    public List<List<Token>> Lines { get; private set; } = [];

    /// <summary>The numbers of the source lines that say something.</summary>
    public List<int> Sources { get; } = [];

    public string? Number => Joined("number");

    public string? Heading => Joined("heading");

    public string? Text => Joined("text");

    public List<string[]> Rows { get; } = [];

    public bool HasText => Lines.Exists(l => l.Exists(t => t.Part == "text"));

    /// <summary>Adds a line; empty values of parts are left out.</summary>
    public void Add(int source, IEnumerable<Token> tokens)
    {
        Lines.Add([.. tokens.SelectMany(t => isMarkdown ? Emphasis.Split(t) : [t]).Where(t => t.Value.Length > 0)]);
        if (source > 0)
            Sources.Add(source);
    }

    /// <summary>The first paragraph becomes a provision of its own beneath: a second one follows.</summary>
    public void SplitText()
    {
        var at = Lines.FindIndex(l => l.Exists(t => t.Part == "text"));
        // Blank lines before it go along.
        while (at > 0 && Lines[at - 1].TrueForAll(t => t.Part is null))
            at--;
        if (at <= 0)
            return;
        var child = new Draft(Kind == ProvisionKind.Table ? ProvisionKind.Text : null, "", this)
        {
            Lines = Lines.GetRange(at, Lines.Count - at),
        };
        Lines = Lines.GetRange(0, at);
        child.Sources.Add(Sources[^1]);
        Children.Insert(0, child);
    }

    /// <summary>The heading turns out to be the beginning of the text.</summary>
    public void HeadingIsText() =>
        Lines = Lines.ConvertAll(l => l.ConvertAll(t => t.Part == "heading" ? t with { Part = "text" } : t));

    /// <summary>The number is all that the line says.</summary>
    public void NumberIsText()
    {
        Kind = ProvisionKind.Text;
        Lines = Lines.ConvertAll(l => l.ConvertAll(t => t.Part == "number" ? t with { Part = "text" } : t));
    }

    /// <summary>The layout: what stands around the parts, and where they break.</summary>
    public string Layout()
    {
        var (layout, tokens) = (new StringBuilder(), Lines.SelectMany(l => l).ToList());
        for (var i = 0; i < tokens.Count; i++)
        {
            if (tokens[i].Part is not { } part)
            {
                layout.Append(ProvisionLayout.Escape(tokens[i].Value));
                continue;
            }

            var isLast = !tokens.Skip(i + 1).Any(t => t.Part == part);
            if (part == "rows" && tokens.Take(i).Any(t => t.Part == "rows" && t.Value == "rows"))
                continue;
            layout.Append('{').Append(part);
            if (!isLast && tokens[i].Value != "rows")
                layout.Append(':').Append(tokens[i].Value.Length.ToString(CultureInfo.InvariantCulture));
            layout.Append('}');
        }

        return layout.ToString();
    }

    private string? Joined(string part)
    {
        var pieces = Lines.SelectMany(l => l).Where(t => t.Part == part).Select(t => t.Value).ToList();
        return pieces.Count == 0 ? null : string.Concat(pieces);
    }
}
