using System.Text.RegularExpressions;
using System.Xml.Linq;
using PolicyKit.Testing;

namespace PolicyKit.Architecture.Tests;

/// <summary>Every message stands in Japanese and English, with the same arguments, one sentence without a full stop, and every key in code exists.</summary>
public sealed class MessageTests
{
    public static TheoryData<string> Catalogues =>
        [
            .. Directory
                .GetFiles(Repository.Root, "Messages.ja.resx", SearchOption.AllDirectories)
                .Select(f => Path.GetRelativePath(Repository.Root, Path.GetDirectoryName(f)!)),
        ];

    [Theory]
    [MemberData(nameof(Catalogues))]
    public void Both_languages_have_the_same_keys_and_arguments(string folder)
    {
        var (japanese, english) = (Read(folder, "ja"), Read(folder, "en"));
        Assert.True(japanese.Count > 5);
        Assert.Equal(japanese.Keys.Order(StringComparer.Ordinal), english.Keys.Order(StringComparer.Ordinal));
        Assert.All(japanese.Keys, key => Assert.Equal(Arguments(japanese[key]), Arguments(english[key])));
    }

    [Theory]
    [MemberData(nameof(Catalogues))]
    public void No_message_ends_with_a_full_stop_or_is_empty(string folder) =>
        Assert.All(
            Read(folder, "ja").Values.Concat(Read(folder, "en").Values),
            text => Assert.False(text.Trim().Length == 0 || text.EndsWith('。') || text.EndsWith('.'), text)
        );

    [Theory]
    [MemberData(nameof(Catalogues))]
    public void Every_key_in_code_exists_and_every_remedy_has_its_message(string folder)
    {
        var keys = Read(folder, "ja").Keys.ToHashSet(StringComparer.Ordinal);
        var prefixes = keys.Select(k => k.Split('.')[0]).Distinct().Where(p => p != "PK0002").ToList();
        // The command line says what the checking library says, in that library's words.
        var elsewhere = folder.EndsWith("PolicyKit.Cli", StringComparison.Ordinal)
            ? @"CheckException\.Usage\("
            : "(?!)";
        // A parameter of a standard may begin like a message.
        var used = Directory
            .EnumerateFiles(Repository.PathOf(folder), "*.cs", SearchOption.AllDirectories)
            .Where(f => !f.Contains("/obj/", StringComparison.Ordinal))
            .SelectMany(f =>
                Regex
                    .Matches(
                        File.ReadAllText(f),
                        $"(?<!ParameterId\\.Parse\\(|{elsewhere})\"(?<key>(?:{string.Join('|', prefixes.Select(Regex.Escape))})\\.[a-z0-9-]+(?:\\.[a-z-]+)*)\""
                    )
                    .Select(m => m.Groups["key"].Value)
            )
            .Where(k => !k.EndsWith(".json", StringComparison.Ordinal))
            .Distinct();
        Assert.NotEmpty(used);
        // A project may use the messages of another that it references.
        var all = Repository
            .Files()
            .Where(f => f.EndsWith("Messages.ja.resx", StringComparison.Ordinal))
            .SelectMany(f => Read(Path.GetDirectoryName(f)!, "ja").Keys)
            .ToHashSet(StringComparer.Ordinal);
        Assert.DoesNotContain(used, k => !all.Contains(k) && !k.EndsWith(".title", StringComparison.Ordinal));
        Assert.DoesNotContain(
            keys,
            k => k.EndsWith(".remedy", StringComparison.Ordinal) && !keys.Contains(k[..^".remedy".Length])
        );
    }

    private static Dictionary<string, string> Read(string folder, string language) =>
        XDocument
            .Load(Repository.PathOf(folder, $"Messages.{language}.resx"))
            .Root!.Elements("data")
            .ToDictionary(e => e.Attribute("name")!.Value, e => e.Element("value")!.Value);

    private static IEnumerable<string> Arguments(string text) =>
        Regex
            .Matches(text, @"(?<!\{)\{(\d+)\}")
            .Select(m => m.Groups[1].Value)
            .Distinct()
            .Order(StringComparer.Ordinal);
}
