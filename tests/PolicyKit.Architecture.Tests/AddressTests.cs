using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using PolicyKit.Testing;

namespace PolicyKit.Architecture.Tests;

/// <summary>
/// An address that nobody owns can be taken by somebody else. Product, pages and packages name only addresses whose owners are known,
/// names that are reserved for examples, and the project's own home, once it has one (the build property <c>PublicHome</c>).
/// </summary>
public sealed partial class AddressTests
{
    // Hosts that exist and belong to whom they seem to belong.
    private static readonly string[] Owned =
    [
        "aka.ms",
        "api.openai.com",
        "api.x.com",
        "go.microsoft.com",
        "hooks.slack.com",
        "json-schema.org",
        "json.schemastore.org",
        "keepachangelog.com",
        "laws.e-gov.go.jp",
        "licenses.nuget.org",
        "schemas.microsoft.com",
        "schemas.openxmlformats.org",
        "semver.org",
        "www.apache.org",
        "www.cryptrec.go.jp",
        "www.cyber.go.jp",
        "www.facebook.com",
        "www.ppc.go.jp",
        "www.soumu.go.jp",
        "www.w3.org",
        "yaml.org",
    ];

    private static string Home { get; } =
        XDocument.Load(Repository.PathOf("Directory.Build.props")).Descendants("PublicHome").Single().Value;

    [Fact]
    public void Sources_and_pages_name_no_address_that_nobody_owns() =>
        Assert.Empty(
            Repository
                .Files()
                .Where(f => Ours().IsMatch(f))
                .SelectMany(f => Strange(File.ReadAllText(Repository.PathOf(f))).Select(address => (f, address)))
        );

    [Fact]
    public void No_package_names_an_address_that_nobody_owns() =>
        Assert.Empty(
            PackageFiles()
                .SelectMany(package =>
                    Read(
                        package,
                        IsOurs,
                        e => Texts(e).SelectMany(Strange).Select(a => (package, e.FullName, a)).ToList()
                    )
                )
                .SelectMany(found => found)
        );

    [Fact]
    public void Every_package_names_the_home_of_the_project_or_none()
    {
        var nuspecs = PackageFiles()
            .SelectMany(package =>
                Read(package, e => e.Name.EndsWith(".nuspec", StringComparison.Ordinal), e => XDocument.Load(e.Open()))
            )
            .ToList();
        Assert.NotEmpty(nuspecs);
        Assert.All(nuspecs, nuspec => Assert.All(Addresses(nuspec), a => Assert.Equal(Home, a)));
        Assert.All(nuspecs, nuspec => Assert.Equal(Home.Length > 0, Addresses(nuspec).Any()));
    }

    private static string[] PackageFiles() => Directory.GetFiles(Packages.Folder, "PolicyKit*.nupkg");

    private static List<T> Read<T>(string package, Func<ZipArchiveEntry, bool> which, Func<ZipArchiveEntry, T> read)
    {
        using var zip = ZipFile.OpenRead(package);
        return zip.Entries.Where(which).Select(read).ToList();
    }

    private static bool IsOurs(ZipArchiveEntry entry) =>
        entry.Name.StartsWith("PolicyKit", StringComparison.Ordinal)
        || Path.GetExtension(entry.Name) is ".md" or ".json" or ".nuspec" or ".props" or ".targets";

    private static IEnumerable<string> Addresses(XDocument nuspec) =>
        nuspec
            .Descendants()
            .Where(e => e.Name.LocalName == "projectUrl")
            .Select(e => e.Value)
            .Concat(nuspec.Descendants().Attributes("url").Select(a => a.Value));

    private static IEnumerable<string> Strange(string text) =>
        Address().Matches(text).Where(m => !IsKnown(m.Groups["host"].Value, m.Value)).Select(m => m.Value);

    private static bool IsKnown(string host, string address) =>
        Owned.Contains(host, StringComparer.OrdinalIgnoreCase)
        || Reserved().IsMatch(host)
        || (Home.Length > 0 && address.StartsWith(Home, StringComparison.Ordinal));

    // In an assembly, string literals are UTF-16 and resources UTF-8.
    private static IEnumerable<string> Texts(ZipArchiveEntry entry)
    {
        using var stream = entry.Open();
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        yield return Encoding.Latin1.GetString(bytes.ToArray());
        yield return Encoding.Unicode.GetString(bytes.ToArray());
        yield return Encoding.Unicode.GetString(bytes.ToArray().Skip(1).ToArray());
    }

    [GeneratedRegex("^(?:src|analyzers|schemas|docs|\\.github)/|^[^/]+\\.(?:md|props|targets)$")]
    private static partial Regex Ours();

    [GeneratedRegex(@"https?://(?<host>[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?)(?:/[A-Za-z0-9./_-]*)?")]
    private static partial Regex Address();

    // RFC 2606 and 6761, JPRS's names for examples, addresses of the machine itself, and what has no dot (a user before a password).
    [GeneratedRegex(
        @"(?:^|\.)(?:example(?:\.(?:com|net|org|jp|[a-z]{2}\.jp))?|test|invalid|localhost)$|^[\d.]+$|^[^.]+$"
    )]
    private static partial Regex Reserved();
}
