using System.Text.RegularExpressions;

namespace PolicyKit.Architecture.Tests;

/// <summary>
/// A type is told by where it belongs and not by its bare name: a system may have a <c>PasswordOptions</c> of its own.
/// Attributes are told by their names, because a system may bring a copy of ours.
/// </summary>
public sealed partial class KnownTypeTests
{
    [Fact]
    public void No_more_types_are_told_by_their_bare_names_than_were()
    {
        var places = ProjectSources
            .FilesIn("analyzers")
            .SelectMany(file =>
                BareName().Matches(File.ReadAllText(file)).Select(m => $"{Path.GetFileName(file)}: {m.Value}")
            )
            .ToList();
        var known = Ceilings.Read().BareTypeNames;
        if (Ceilings.Lower && places.Count < known)
            (Ceilings.Read() with { BareTypeNames = places.Count }).Write();
        Assert.True(places.Count <= known, string.Join("\n", places));
    }

    [GeneratedRegex(@"\b(?:ContainingType|Type)\??\.Name\s*(?::|is|==)\s*""\w+""")]
    private static partial Regex BareName();
}
