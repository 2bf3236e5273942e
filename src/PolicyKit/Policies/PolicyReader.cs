using NodaTime;
using PolicyKit.Calendar;
using PolicyKit.Json;
using PolicyKit.Reading;

namespace PolicyKit.Policies;

/// <summary>Reads files of the kind <c>policy</c> (schema <c>urn:policykit:schema:policy:1</c>).</summary>
public static class PolicyReader
{
    private static readonly Dictionary<string, CitationStyle> Styles = new(StringComparer.Ordinal)
    {
        ["outline"] = CitationStyle.Outline,
        ["article"] = CitationStyle.Article,
    };

    /// <summary>Reads a policy. Never throws on bad data: everything that is wrong is in the result.</summary>
    public static ReadResult<SecurityPolicy> Read(SourceDocument source) => ReadContext.ReadRoot(source, DocumentKind.Policy, ReadPolicy);

    private static SecurityPolicy? ReadPolicy(ObjectReader reader)
    {
        var context = reader.Context;
        var id = reader.RequiredId("id", ProvisionId.TryParse);
        var title = reader.RequiredString("title");
        var shortTitle = reader.RequiredString("shortTitle");
        var body = reader.Required("body", ObjectReader.Object(context, ReadBody));
        var adoption = reader.Required("adoption", ObjectReader.Object(context, ReadAdoption));
        var basis = reader.List("legalBasis", ObjectReader.Object(context, ReadLegalBasis));
        var organs = reader.List("adoptingOrgans", reader.ParseString);
        var style = reader.RequiredEnum("citationStyle", Styles);
        var contents = reader.OptionalString("tableOfContents");
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var provisions = reader.RequiredList("provisions", ReadProvisions(context, seen));
        if (id is null || title is null || shortTitle is null || body is null || adoption is null || style is null) return null;
        return new SecurityPolicy
        {
            Id = id,
            Title = title,
            ShortTitle = shortTitle,
            Body = body,
            Adoption = adoption,
            LegalBasis = basis,
            AdoptingOrgans = organs,
            CitationStyle = style.Value,
            TableOfContents = contents,
            Provisions = provisions,
        };
    }

    private static Func<JsonValue, Provision?> ReadProvisions(ReadContext context, HashSet<string> seen) => ObjectReader.Object(context, reader =>
    {
        var id = reader.Required("id", value =>
        {
            var parsed = reader.ParseId(value, ProvisionId.TryParse);
            if (parsed is not null && !seen.Add(parsed.Value)) context.Add("read.duplicate-id", value, parsed.Value);
            return parsed;
        });
        var provision = new
        {
            Number = reader.OptionalString("number"),
            Heading = reader.OptionalString("heading"),
            Text = reader.OptionalString("text"),
            Provisions = reader.List("provisions", ReadProvisions(context, seen)),
        };
        if (provision.Heading is null && provision.Text is null) context.Add("policy.empty-provision", reader.Value);
        return id is null ? null : new Provision { Id = id, Number = provision.Number, Heading = provision.Heading, Text = provision.Text, Provisions = provision.Provisions };
    });

    private static Body? ReadBody(ObjectReader reader)
    {
        var (name, shortName) = (reader.RequiredString("name"), reader.OptionalString("shortName"));
        var code = reader.Optional("code", value =>
        {
            if (reader.ParseString(value) is not { } text) return null;
            var parsed = BodyCode.TryParse(text);
            if (parsed is null) reader.Context.Add("read.bad-body-code", value, text);
            return parsed;
        });
        return name is null ? null : new Body(name, shortName, code);
    }

    private static Adoption? ReadAdoption(ObjectReader reader)
    {
        var (date, printed) = (reader.RequiredDate("date"), reader.RequiredString("printed"));
        if (date is not { } day || printed is null) return null;
        if (PrintedDate(printed) is { } other && other != day && reader.Value.TryGetMember("printed", out var at))
            reader.Context.Add("policy.adoption-dates-differ", at, printed, JapaneseDate.Format(day));
        return new Adoption(day, printed);
    }

    private static LocalDate? PrintedDate(string printed) =>
        printed.IndexOf('日') is var end and > 0 ? JapaneseDate.Parse(printed.Substring(0, end + 1)).Date : null;

    private static LegalBasis? ReadLegalBasis(ObjectReader reader)
    {
        var (law, article, confirmed) = (reader.RequiredString("law"), reader.RequiredString("article"), reader.OptionalBoolean("confirmed"));
        return law is null || article is null ? null : new LegalBasis(law, article, confirmed ?? false);
    }
}
