namespace PolicyKit.Analyzers.Topics.Cryptography;

/// <summary>
/// What a method makes, by its name: PasswordSakusei, GenerateToken and パスワード生成 end or begin with the verb.
/// </summary>
internal static class MakingNames
{
    // How Japanese and English names say that something is made, issued or given a number.
    private static readonly string[] Verbs =
    {
        "sakusei",
        "seisei",
        "hakko",
        "hakkou",
        "tsukuru",
        "hassei",
        "saihakko",
        "saihakkou",
        "settei",
        "shutoku",
        "saiban",
        "生成",
        "作成",
        "発行",
        "再発行",
        "採番",
        "を作る",
        "を生成する",
        "generator",
        "factory",
        "maker",
        "provider",
        "generate",
        "gen",
        "create",
        "new",
        "async",
        "helper",
        "util",
        "utils",
        "utility",
        "service",
    };

    // A name that says only that something is made.
    private static readonly HashSet<string> Alone = new(StringComparer.OrdinalIgnoreCase)
    {
        "generate",
        "generateasync",
        "create",
        "make",
        "new",
        "next",
        "get",
        "issue",
        "seisei",
        "sakusei",
        "hakko",
        "hakkou",
        "生成",
        "作成",
        "発行",
    };

    /// <summary>The names of what a member gives back, the one that says it best first.</summary>
    public static IEnumerable<string> Of(ISymbol member)
    {
        yield return member.Name;
        yield return WithoutVerb(member.Name);
        if (Alone.Contains(member.Name) && member.ContainingType is { } type)
            yield return WithoutVerb(type.Name);
    }

    private static string WithoutVerb(string name)
    {
        while (
            Array.Find(Verbs, verb => name.Length > verb.Length && IdentifierWords.EndsWithWord(name, new[] { verb }))
                is { } found
        )
            name = name.Substring(0, name.Length - found.Length).TrimEnd('_', '-');
        return name;
    }
}
