using System.Text.RegularExpressions;

namespace PolicyKit.Policies;

/// <summary>Finds the references between the provisions of one policy.</summary>
public static class ProvisionReferences
{
    private const string Outline = @"[0-9０-９]+(?:[-―－‐][0-9０-９]+)*(?:[(（][0-9０-９]+[)）])*[①-⑳]?";
    private const string ArticleNumber =
        @"第[0-9０-９〇一二三四五六七八九十百千]+条(?:の[0-9０-９〇一二三四五六七八九十]+)*(?:第[0-9０-９〇一二三四五六七八九十]+項)?(?:第[0-9０-９〇一二三四五六七八九十]+号)?";
    private const string Joint = @"(?:、|及び|並びに|又は|若しくは)";

    private static readonly Regex OutlineReference = Make(
        $@"(?:上記|前記|下記)(?<n>{Outline})(?:{Joint}(?<n>{Outline}))*"
    );

    // A number after the name of a law, or after its closing bracket, belongs to that law and not to this policy.
    private static readonly Regex ArticleReference = Make(
        $@"(?<![法令例則程律規定」）)の])(?<n>{ArticleNumber})(?:{Joint}(?<n>{ArticleNumber}))*|(?<relative>前条|次条)"
    );

    /// <summary>All references, in the order of the text.</summary>
    public static ValueList<ProvisionReference> Find(SecurityPolicy policy)
    {
        if (policy is null)
            throw new ArgumentNullException(nameof(policy));
        var byNumber = new Dictionary<string, ProvisionId>(StringComparer.Ordinal);
        foreach (var provision in policy.AllProvisions)
        foreach (var key in Citation.Keys(policy, provision.Id))
            if (!byNumber.ContainsKey(key))
                byNumber.Add(key, provision.Id);
        return policy
            .AllProvisions.Where(p => p.Text is not null)
            .SelectMany(p => InText(policy, p, byNumber))
            .ToValueList();
    }

    private static IEnumerable<ProvisionReference> InText(
        SecurityPolicy policy,
        Provision provision,
        Dictionary<string, ProvisionId> byNumber
    )
    {
        var pattern = policy.CitationStyle == CitationStyle.Article ? ArticleReference : OutlineReference;
        foreach (Match match in pattern.Matches(provision.Text!))
        {
            var (to, missing) = (new List<ProvisionId>(), new List<string>());
            if (match.Groups["relative"].Success)
            {
                if (Neighbour(policy, provision, match.Value == "前条" ? -1 : 1) is { } neighbour)
                    to.Add(neighbour);
                else
                    missing.Add(match.Value);
            }

            foreach (Capture number in match.Groups["n"].Captures)
            {
                if (byNumber.TryGetValue(Citation.Normalize(number.Value), out var id))
                    to.Add(id);
                else
                    missing.Add(number.Value);
            }

            yield return new ProvisionReference(provision.Id, match.Value, to.ToValueList(), missing.ToValueList());
        }
    }

    private static ProvisionId? Neighbour(SecurityPolicy policy, Provision provision, int step)
    {
        var articles = policy
            .AllProvisions.Where(p =>
                p.Number is { } n && n.StartsWith("第", StringComparison.Ordinal) && n.Contains('条')
            )
            .ToList();
        var at = articles.FindIndex(a => a.SelfAndBeneath().Any(p => p.Id == provision.Id)) + step;
        return at >= 0 && at < articles.Count ? articles[at].Id : null;
    }

    private static Regex Make(string pattern) => new(pattern, RegexOptions.CultureInvariant, TimeSpan.FromSeconds(5));
}
