namespace PolicyKit.Checking;

/// <summary>One project in one build, with one set of properties: a target framework of it, say.</summary>
/// <param name="Path">The full path of the project file, where it is here.</param>
/// <param name="Properties">What the build evaluated, as far as a check speaks of it.</param>
internal sealed record LoggedProject(string Path, IReadOnlyDictionary<string, string> Properties)
{
    /// <summary>What became of the target that compiles.</summary>
    public CompileStep Step { get; set; }

    /// <summary>The compiler that ran was that of another language.</summary>
    public bool IsOtherLanguage { get; set; }

    /// <summary>Files that the program is given, as the build evaluated them.</summary>
    public IReadOnlyList<LoggedItem> Items { get; init; } = [];

    public string Framework => Of("TargetFramework");

    public string Configuration => Of("Configuration");

    public string Constants => Of("DefineConstants");

    public string Output => Of("TargetPath");

    /// <summary>Whether the project says that it is one of tests. A check asks for more than this word.</summary>
    public bool SaysItIsTest =>
        string.Equals(Of("IsTestProject"), "true", StringComparison.OrdinalIgnoreCase)
        || string.Equals(Of("IsTestingPlatformApplication"), "true", StringComparison.OrdinalIgnoreCase);

    /// <summary>A project of several frameworks that only builds itself once for each.</summary>
    public bool IsOuter => Framework.Length == 0 && Of("TargetFrameworks").Length > 0;

    /// <summary>The frameworks that it names, where it names several.</summary>
    public IEnumerable<string> Frameworks => ListOf("TargetFrameworks");

    /// <summary>The configurations that it names.</summary>
    public IEnumerable<string> Configurations => ListOf("Configurations");

    /// <summary>Where NuGet unpacks packages.</summary>
    public string Packages => Of("NuGetPackageRoot");

    private string[] ListOf(string name) =>
        Of(name).Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private string Of(string name) => Properties.TryGetValue(name, out var value) ? value : "";
}

/// <summary>A file or an assembly that a project names.</summary>
/// <param name="Type">The type of the item: None, Content, Reference.</param>
/// <param name="Path">The full path.</param>
/// <param name="Link">Where it stands beside the program; empty when as it lies.</param>
/// <param name="IsCopied">Whether it goes into the output.</param>
internal sealed record LoggedItem(string Type, string Path, string Link, bool IsCopied);

/// <summary>How far the compilation of a project got in a build.</summary>
internal enum CompileStep
{
    /// <summary>The build never came to it.</summary>
    NotReached,

    /// <summary>It was up to date: nothing was compiled.</summary>
    UpToDate,

    /// <summary>It ran, and the compiler did not, or not by the task that says so.</summary>
    NoCompiler,

    /// <summary>The compiler ran.</summary>
    Compiled,
}
