using PolicyKit.Reading;

namespace PolicyKit.Systems;

/// <summary>How older documents name the classes of 自治体機密性 (3/2/1 ⇄ 3A/3B/3C/2/1), from a dated data file.</summary>
public sealed class ClassAliases
{
    private ClassAliases(string edition, ValueList<ClassAlias> aliases) => (Edition, Aliases) = (edition, aliases);

    /// <summary>The table that ships with PolicyKit.</summary>
    public static ClassAliases Default { get; } = EmbeddedData.Read("class-aliases.data.json", Read);

    /// <summary>The edition, for reports.</summary>
    public string Edition { get; }

    /// <summary>The names.</summary>
    public ValueList<ClassAlias> Aliases { get; }

    /// <summary>Reads a table: <c>{ "edition", "aliases": [ { "name", "classes" } ] }</c>.</summary>
    public static ReadResult<ClassAliases> Read(SourceDocument source) =>
        EmbeddedData.ReadTable(
            source,
            "aliases",
            (edition, aliases) => new ClassAliases(edition, aliases),
            Codecs.Object<ClassAlias>(
                (m, a) =>
                    new ClassAlias(
                        m.Required("name", a?.Name, Codecs.Text),
                        m.RequiredList("classes", a?.Classes, SystemReader.Class)
                    )
            )
        );

    /// <summary>The classes that a name means; empty when it means none.</summary>
    public ValueList<Confidentiality> Of(string name) =>
        Aliases
            .FirstOrDefault(a =>
                a.Name == Calendar.JapaneseText.Fold(name ?? throw new ArgumentNullException(nameof(name))).Trim()
            )
            ?.Classes
        ?? ValueList<Confidentiality>.Empty;

    /// <summary>The most careful of the classes that a name means; null when it means none. What an old document calls 3 is handled as 3A until somebody says otherwise.</summary>
    public Confidentiality? Strictest(string name) => Of(name) is { Count: > 0 } classes ? classes.Max() : null;
}
