using System.Text.RegularExpressions;
using PolicyKit.Calendar;
using PolicyKit.Standards;
using PolicyKit.Systems;

namespace PolicyKit.Compliance;

/// <summary>
/// Whether a use of cryptography is on the recommended list, with a key that stays strong until operation ends.
/// </summary>
internal static class CryptographyPredicate
{
    private static readonly ParameterId OldestTls = ParameterId.Parse("tls.minimum");

    // 「TLS 1.2以上」, 「TLS 1.2/1.3」, 「HTTPS (TLS 1.3)」: versions from a lowest on, which is the one that counts. An upper
    // bound is not among them.
    private static readonly Regex TlsVersions = new(
        @"^(https?)?\s*\(?\s*tls\s*v?\s*1\.(\d)(\s*(/|、|,|・|及び|又は|と|and|or)\s*(tls\s*)?v?1\.(\d))*"
            + @"\s*(以上|以降|\+|or later|or higher|or above)?\s*\)?$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        TimeSpan.FromSeconds(1)
    );

    public static void Judge(CryptographyUse use, string at, DeclarationContext c)
    {
        var table = c.Cryptography;
        if ((table.Understand(use.Algorithm) ?? LowestTls(use.Algorithm, table)) is not { } named)
            NotListed(use, at, c);
        else if (named.Algorithm.Strength == "protocol")
            OfProtocol(use, named, at, c);
        else if (named.Status != AlgorithmStatus.Recommended)
            c.Violate(at + "/algorithm", "declaration.not-recommended", use.Algorithm, table.Edition);
        else if (named.Derivation is { } derivation)
            OfDerivation(use, named, derivation, at, c);
        else if (named.KeyBits is { } said && use.KeyBits is { } written && said != written)
            c.Violate(at + "/keyBits", "declaration.key-length-differs", use.Algorithm, said, written);
        else
            OfStrength(use, named, at, c);
    }

    private static NamedAlgorithm? LowestTls(string name, CryptographyTable table)
    {
        var match = TlsVersions.Match(JapaneseText.Fold(name).Trim());
        if (!match.Success)
            return null;
        var versions = new[] { match.Groups[2], match.Groups[6] }
            .SelectMany(g => g.Captures.Cast<Capture>())
            .Select(v => v.Value)
            .OrderBy(v => v, StringComparer.Ordinal);
        return table.Understand("TLS 1." + versions.First());
    }

    // What another mode or curve is called is no spelling of this one: the system changes first, and then the word.
    private static void NotListed(CryptographyUse use, string at, DeclarationContext c)
    {
        var table = c.Cryptography;
        if (table.UnlistedPartOf(use.Algorithm) is { } part)
            c.Violate(
                at + "/algorithm",
                part == use.Algorithm ? "declaration.unlisted-algorithm#whole" : "declaration.unlisted-algorithm#part",
                use.Algorithm,
                table.Edition,
                part,
                string.Join(", ", table.ListedModes)
            );
        else if (table.NearestTo(use.Algorithm) is { } nearest)
            c.Violate(
                at + "/algorithm",
                "declaration.unlisted-algorithm#nearest",
                use.Algorithm,
                table.Edition,
                nearest
            );
        else
            c.Violate(at + "/algorithm", "declaration.unlisted-algorithm", use.Algorithm, table.Edition);
    }

    // The lists have no category for key derivation functions: how slow one is, the body's own parameter says.
    private static void OfDerivation(
        CryptographyUse use,
        NamedAlgorithm named,
        KeyDerivation derivation,
        string at,
        DeclarationContext c
    )
    {
        var least =
            derivation.Parameter is { } name && ParameterId.TryParse(name, out var id) ? c.Standard.NumberOf(id) : null;
        if (derivation.Count is not { } member || least is null)
            return;
        var (written, pointer) = (CountOf(use, member), at + "/" + member);
        if (named.Count is { } said && written is { } other && said != other)
            c.Violate(pointer, "declaration.count-differs", use.Algorithm, member, said, other);
        else if ((written ?? named.Count) is not { } count)
            c.Violate(at, "declaration.no-count", use.Algorithm, member, least.Value);
        else if (count < least)
            c.Violate(
                written is null ? at + "/algorithm" : pointer,
                "declaration.count-too-small",
                use.Algorithm,
                member,
                count,
                least.Value
            );
    }

    private static int? CountOf(CryptographyUse use, string member) =>
        member == "iterations" ? use.Iterations : use.Cost;

    private static void OfStrength(CryptographyUse use, NamedAlgorithm named, string at, DeclarationContext c)
    {
        // What is renewed earlier need not last until operation ends.
        var until = Math.Min(use.RenewalYear, c.System.Operation.Until.Year);
        if (c.Cryptography.StrengthOf(named.Algorithm, use.KeyBits ?? named.KeyBits) is not { } strength)
            c.Violate(at, "declaration.no-key-length", use.Algorithm);
        else if (c.Cryptography.LastYearOf(strength) is { } last && last < until)
            c.Violate(
                at,
                last == 0 ? "declaration.strength-ends#never" : "declaration.strength-ends",
                use.Algorithm,
                strength,
                last,
                until,
                c.Cryptography.Strengths[0].Bits,
                use.KeyBits ?? named.KeyBits ?? strength
            );
    }

    // The body's own parameter says which version is the oldest; without one the table does.
    private static void OfProtocol(CryptographyUse use, NamedAlgorithm named, string at, DeclarationContext c)
    {
        var oldest = c.Standard.Find(OldestTls)?.Value.Items[0].Text;
        var isOld =
            oldest is not null && Version.TryParse(oldest, out var least)
                ? !named.Algorithm.Name.StartsWith("TLS ", StringComparison.Ordinal)
                    || Version.Parse(named.Algorithm.Name.Substring(4)) < least
                : named.Status != AlgorithmStatus.Recommended;
        if (isOld)
            c.Violate(at + "/algorithm", "declaration.old-protocol", use.Algorithm, oldest ?? "1.2");
    }
}
