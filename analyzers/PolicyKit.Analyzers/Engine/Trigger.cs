namespace PolicyKit.Analyzers.Engine;

/// <summary>
/// What must be written for a rule to find anything: most code holds nothing of it, and is not even bound. What opens code for one rule
/// opens it for all: a trigger may be too wide, and costs time then, but not too narrow.
/// </summary>
/// <param name="Names">Identifiers, one of which stands in the piece of code.</param>
/// <param name="InFile">Words, one of which stands somewhere in the file (case does not matter), or in a global using.</param>
internal sealed record Trigger(string[] Names, string[] InFile)
{
    private static readonly string[] None = Array.Empty<string>();

    public static Trigger OnNames(params string[] names) => new(names, None);

    public static Trigger OnFile(params string[] words) => new(None, words);

    public Trigger AndNames(params string[] names) => this with { Names = Names.Concat(names).ToArray() };

    /// <summary>Where an application or a router is built, and handed on to methods of any name.</summary>
    public static Trigger Application { get; } =
        OnFile("WebApplication", "ApplicationBuilder", "RouteBuilder", "RouteGroupBuilder");

    /// <summary>A type that is made or used has its namespace named: of .NET's cryptography or of BouncyCastle.</summary>
    public static Trigger Cryptography { get; } = OnFile("Security.Cryptography", "BouncyCastle").AndNames("KeySize");
}
