using PolicyKit.Reading;

namespace PolicyKit.Systems;

/// <summary>Words that name personal data, from a dated data file.</summary>
public sealed class PersonalDataLexicon
{
    private PersonalDataLexicon(string edition, ValueList<PersonalDataTerm> terms) =>
        (Edition, Terms) = (edition, terms);

    /// <summary>The table that ships with PolicyKit.</summary>
    public static PersonalDataLexicon Default { get; } = EmbeddedData.Read("personal-data.data.json", Read);

    /// <summary>The edition, for reports.</summary>
    public string Edition { get; }

    /// <summary>The terms.</summary>
    public ValueList<PersonalDataTerm> Terms { get; }

    /// <summary>Reads a table: <c>{ "edition", "terms": [ { "id", "confidentiality", "words" } ] }</c>.</summary>
    public static ReadResult<PersonalDataLexicon> Read(SourceDocument source) =>
        EmbeddedData.ReadTable(
            source,
            "terms",
            (edition, terms) => new PersonalDataLexicon(edition, terms),
            Codecs.Object<PersonalDataTerm>(
                (m, t) =>
                    new PersonalDataTerm(
                        m.Required("id", t?.Id, Codecs.Text),
                        m.Required("confidentiality", t?.Confidentiality, SystemReader.Class),
                        m.RequiredList("words", t?.Words, Codecs.Text)
                    )
            )
        );

    /// <summary>The term that a name is or ends with: case, underscores and hyphens do not matter. Null when there is none.</summary>
    public PersonalDataTerm? Find(string name)
    {
        var plain = new string(
            (name ?? throw new ArgumentNullException(nameof(name)))
                .Where(char.IsLetterOrDigit)
                .Select(char.ToLowerInvariant)
                .ToArray()
        );
        return Terms.FirstOrDefault(t =>
            t.Words.Any(w => plain.EndsWith(w.Replace("_", ""), StringComparison.Ordinal))
        );
    }
}
