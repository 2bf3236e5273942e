using System.Text.RegularExpressions;

namespace PolicyKit.Policies;

/// <summary>The canonical name of a provision (条項): lower-case dotted English such as <c>measures.outsourcing.social-media</c>. It never changes when a document is renumbered.</summary>
public sealed record ProvisionId
{
    private static readonly Regex Shape = new("^[a-z][a-z0-9]*(-[a-z0-9]+)*(\\.[a-z0-9]+(-[a-z0-9]+)*)*$", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));

    private ProvisionId(string value) => Value = value;

    /// <summary>The id as text.</summary>
    public string Value { get; }

    /// <summary>The id; null when the text has not the shape of one.</summary>
    public static ProvisionId? TryParse(string text) => text is not null && Shape.IsMatch(text) ? new ProvisionId(text) : null;

    /// <summary>The id.</summary>
    /// <exception cref="FormatException">The text has not the shape of an id.</exception>
    public static ProvisionId Parse(string text) => TryParse(text) ?? throw new FormatException($"`{text}` is no provision id");

    /// <summary>Whether this provision stands somewhere beneath <paramref name="ancestor"/> by its name.</summary>
    public bool IsBeneath(ProvisionId ancestor) =>
        Value.StartsWith((ancestor ?? throw new ArgumentNullException(nameof(ancestor))).Value + ".", StringComparison.Ordinal);

    /// <summary>The id as text.</summary>
    public override string ToString() => Value;
}
