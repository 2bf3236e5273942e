namespace PolicyKit.Analyzers.Values;

/// <summary>
/// Names that speak of the environment and of nothing else: isDevelopment, IN_DEBUG_MODE,
/// ConfigureDevelopmentServices. One that speaks of anything
/// beside it is not such a name: isLocalGovernment, LocalTaxEnabled, UrbanDevelopment, mainDevice, localizer.
/// </summary>
internal static class EnvironmentName
{
    private static readonly HashSet<string> Development = new(StringComparer.Ordinal)
    {
        "dev",
        "develop",
        "development",
        "debug",
        "debugging",
        "local",
        "localhost",
        "testing",
        "nonprod",
        "nonproduction",
        "notprod",
        "notproduction",
        "開発",
        "開発環境",
        "開発中",
    };

    private static readonly HashSet<string> Production = new(StringComparer.Ordinal)
    {
        "prod",
        "prd",
        "production",
        "本番",
        "本番環境",
    };

    private static readonly HashSet<string> Negations = new(StringComparer.Ordinal) { "non", "not", "no" };

    // What is said about an environment without saying another thing.
    private static readonly HashSet<string> Particles = new(StringComparer.Ordinal)
    {
        "is",
        "in",
        "on",
        "are",
        "was",
        "for",
        "and",
        "or",
        "use",
        "run",
        "running",
        "only",
        "env",
        "environment",
        "mode",
        "build",
        "machine",
        "host",
        "hosting",
        "app",
        "m",
        "s",
        "get",
    };

    // What a method does for an environment.
    private static readonly HashSet<string> Actions = new(StringComparer.Ordinal)
    {
        "configure",
        "add",
        "setup",
        "set",
        "up",
        "create",
        "map",
        "register",
        "enable",
        "apply",
        "init",
        "initialize",
        "seed",
        "services",
        "container",
        "settings",
        "defaults",
        "options",
        "data",
        "database",
        "pipeline",
        "middleware",
        "endpoints",
        "tools",
        "async",
    };

    /// <summary>1: when what is named so holds, this is not production; -1: it is; 0: the name does not say.</summary>
    public static int PolarityOf(string name) => PolarityOf(name, Particles);

    /// <summary>Whether a method of that name does its work in development alone.</summary>
    public static bool IsOfDevelopment(string method) => PolarityOf(method, Particles.Concat(Actions)) > 0;

    private static int PolarityOf(string name, IEnumerable<string> others)
    {
        var words = IdentifierWords.Split(name).ToList();
        var isNegated = words.RemoveAll(Negations.Contains) > 0;
        var (development, production) = (words.RemoveAll(Development.Contains), words.RemoveAll(Production.Contains));
        words.RemoveAll(word => others.Contains(word));
        if (words.Count > 0 || (development > 0) == (production > 0))
            return 0;
        return development > 0 == isNegated ? -1 : 1;
    }
}
