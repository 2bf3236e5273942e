using PolicyKit.Reading;
using static PolicyKit.Reading.Codecs;

namespace PolicyKit.Standards;

/// <summary>The words of which names of cryptography are made, beside the algorithms themselves.</summary>
/// <param name="Names">Names that say more than one thing.</param>
/// <param name="Curves">Named curves.</param>
/// <param name="Modes">Modes that are on a list.</param>
/// <param name="Derivations">Key derivation functions: the lists have no category for them.</param>
/// <param name="Unlisted">Modes and curves that are well known and on no list.</param>
/// <param name="Meant">Names that are near a listed one without looking like it.</param>
/// <param name="Fillers">Words that say nothing of the strength: paddings, units, libraries.</param>
internal sealed record CryptographyWords(
    ValueList<CryptographyName> Names,
    ValueList<CryptographyCurve> Curves,
    ValueList<string> Modes,
    ValueList<KeyDerivation> Derivations,
    ValueList<string> Unlisted,
    ValueList<CryptographyMeaning> Meant,
    ValueList<string> Fillers
)
{
    public static CryptographyWords Read(ObjectMapper m) =>
        new(
            m.List(
                "names",
                null,
                Object<CryptographyName>(
                    (n, _) =>
                        new CryptographyName(
                            n.Required<string>("name", null, Text),
                            n.Required<string>("algorithm", null, Text),
                            n.Optional<int>("keyBits", null, Integer(1))
                        )
                )
            ),
            m.List(
                "curves",
                null,
                Object<CryptographyCurve>(
                    (c, _) =>
                        new CryptographyCurve(
                            c.Required<string>("name", null, Text),
                            c.Required<int>("keyBits", null, Integer(1))
                        )
                )
            ),
            m.List("modes", null, Text),
            m.List(
                "derivations",
                null,
                Object<KeyDerivation>(
                    (d, _) =>
                        new KeyDerivation(
                            d.Required<string>("name", null, Text),
                            d.List("aliases", null, Text),
                            d.Optional<string>("count", null, Text),
                            d.Optional<string>("parameter", null, Text)
                        )
                )
            ),
            m.List("unlisted", null, Text),
            m.List(
                "meant",
                null,
                Object<CryptographyMeaning>(
                    (n, _) =>
                        new CryptographyMeaning(
                            n.Required<string>("name", null, Text),
                            n.Required<string>("nearest", null, Text)
                        )
                )
            ),
            m.List("fillers", null, Text)
        );
}
