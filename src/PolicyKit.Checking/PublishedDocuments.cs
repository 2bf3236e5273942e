using System.Text;
using System.Text.RegularExpressions;
using PolicyKit.Analyzers.Engine;
using PolicyKit.Analyzers.Rules;
using PolicyKit.Findings;
using PolicyKit.Json;
using PolicyKit.Messages;
using PolicyKit.Packs;
using PolicyKit.Reading;
using PolicyKit.Standards;
using Location = PolicyKit.Reading.Location;

namespace PolicyKit.Checking;

/// <summary>
/// Documents that are not public and that a project embeds into its assembly, puts into its output or serves as a file
/// (PK1001): declarations, registers, standards, and procedures by their names.
/// </summary>
internal static class PublishedDocuments
{
    private const string Served = "wwwroot";

    private static readonly RuleId Rule = RuleId.Parse("PK1001");

    private static readonly MessageCatalog Messages = new(typeof(RuleCatalog));

    // What the files of PolicyKit say that they are. (The basic policy is public.)
    private static readonly Regex Kind = new(
        @"^\s*[""']?kind[""']?\s*:\s*[""']?(system|waivers|evidence|standard)\b"
            + @"|[{,]\s*""kind""\s*:\s*""(system|waivers|evidence|standard)""",
        RegexOptions.Multiline | RegexOptions.CultureInvariant,
        TimeSpan.FromSeconds(1)
    );

    private static readonly string[] Texts = [".json", ".yaml", ".yml"];

    /// <summary>One finding for each document and way out.</summary>
    public static IEnumerable<Finding> Find(CompilerCall call, PolicyPack pack, MessageLanguage language)
    {
        if (call.Logged is not { } project)
            return [];
        var words = pack.Standard?.Find(PK1001_PublishedDocument.Names)?.Values ?? ValueList<string>.Empty;
        return project
            .Items.Select(item => (Item: item, Way: WayOf(project, item)))
            .Where(found => found.Way is not null && IsInside(found.Item.Path, words))
            .DistinctBy(found => (found.Item.Path, found.Way))
            .OrderBy(found => found.Item.Path, StringComparer.Ordinal)
            .Select(found => FindingOf(found.Item.Path, found.Way!, call, pack, language))
            .ToList();
    }

    // The targets of the pack take items away after they were evaluated: the output says what came of it.
    private static string? WayOf(LoggedProject project, LoggedItem item)
    {
        if (item.Type == "EmbeddedResource")
            return "embedded";
        if (
            item.Type is not ("Content" or "None")
            || !item.IsCopied
            || Path.GetDirectoryName(project.Output) is not { Length: > 0 } output
        )
            return null;
        var place = item.Link.Length > 0 ? item.Link : Relative(project, item);
        if (place.Split('/', '\\')[0] == Served)
            return "served";
        return File.Exists(Path.Combine(output, place.Replace('\\', '/'))) ? "copied" : null;
    }

    private static string Relative(LoggedProject project, LoggedItem item)
    {
        var path = Path.GetRelativePath(Path.GetDirectoryName(project.Path) ?? "", item.Path).Replace('\\', '/');
        return path.StartsWith("../", StringComparison.Ordinal) ? Path.GetFileName(item.Path) : path;
    }

    private static bool IsInside(string path, ValueList<string> words)
    {
        var name = Path.GetFileNameWithoutExtension(path);
        if (words.Any(word => name.Contains(word, StringComparison.OrdinalIgnoreCase)))
            return true;
        return Texts.Contains(Path.GetExtension(path), StringComparer.OrdinalIgnoreCase)
            && TextOf(path) is { } text
            && Kind.IsMatch(text);
    }

    private static string? TextOf(string path)
    {
        try
        {
            return File.Exists(path) && InputFile.Length(path, path) <= JsonReadOptions.Default.MaxBytes
                ? Encoding.UTF8.GetString(InputFile.Bytes(path, path))
                : null;
        }
        catch (CheckException)
        {
            // What cannot be read says nothing.
            return null;
        }
    }

    private static Finding FindingOf(
        string path,
        string way,
        CompilerCall call,
        PolicyPack pack,
        MessageLanguage language
    )
    {
        var location = Location.StartOf(PathText.Shown(call.Project));
        var text = Messages.Message(Rule.Value + "." + way, PathText.Shown(path));
        var message = VisibleText.Of(text.Text(language));
        return new Finding
        {
            Rule = Rule,
            Severity = Severity.Error,
            Message = message,
            Remedy = text.Remedy(language),
            Location = location,
            Provisions = RuleCatalog.BasisOf(pack, Rule).Provisions,
            Controls = ValueList<ControlId>.Empty,
            Fingerprint = Fingerprints.Of(Rule, location, call.Project, null, message),
        };
    }
}
