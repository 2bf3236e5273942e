using PolicyKit.Reading;
using PolicyKit.Systems;

namespace PolicyKit.Compliance;

/// <summary>
/// Handling restrictions that a class asks for, as a parameter writes them: <c>2: backup, locked-storage</c>.
/// </summary>
/// <param name="From">The class from which on they are asked for.</param>
/// <param name="Restrictions">The restrictions.</param>
internal sealed record HandlingRule(Confidentiality From, ValueList<HandlingRestriction> Restrictions)
{
    private static readonly string[] Classes = { "1", "2", "3C", "3B", "3A" };

    /// <summary>The rule; null when the text is none.</summary>
    public static HandlingRule? Parse(string text)
    {
        var colon = text.IndexOf(':');
        var level = colon < 0 ? -1 : Array.IndexOf(Classes, text.Substring(0, colon).Trim());
        if (level < 0)
            return null;
        var restrictions = new List<HandlingRestriction>();
        foreach (var word in text.Substring(colon + 1).Split(','))
        {
            var found = ((HandlingRestriction[])Enum.GetValues(typeof(HandlingRestriction)))
                .Where(r => Codecs.WordOf(r) == word.Trim())
                .ToList();
            if (found.Count == 0)
                return null;
            restrictions.Add(found[0]);
        }

        return new HandlingRule((Confidentiality)level, restrictions.ToValueList());
    }
}
