using System.Text.RegularExpressions;
using PolicyKit.Reading;
using PolicyKit.Standards;

namespace PolicyKit.Systems;

/// <summary>Reads files of the kind <c>system</c> (schema <c>urn:policykit:schema:system:1</c>).</summary>
public static class SystemReader
{
    private static readonly Regex HostShape = new(@"^(\*\.)?([A-Za-z0-9_]([A-Za-z0-9_-]*[A-Za-z0-9])?\.)*[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?$|^[0-9a-fA-F:]+$", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));

    private static readonly Dictionary<string, Confidentiality> Confidentialities = new(StringComparer.Ordinal)
    {
        ["1"] = Confidentiality.Level1,
        ["2"] = Confidentiality.Level2,
        ["3C"] = Confidentiality.Level3C,
        ["3B"] = Confidentiality.Level3B,
        ["3A"] = Confidentiality.Level3A,
    };

    private static readonly Dictionary<string, Integrity> Integrities = new(StringComparer.Ordinal) { ["1"] = Integrity.Level1, ["2"] = Integrity.Level2 };
    private static readonly Dictionary<string, Availability> Availabilities = new(StringComparer.Ordinal) { ["1"] = Availability.Level1, ["2"] = Availability.Level2 };

    /// <summary>The members of a declaration that a standard's declaration checks may speak of.</summary>
    public static ValueList<string> Subjects { get; } = ValueList.Create("assets", "connections", "externalServices", "operation", "owner", "publicEndpoints", "purpose", "vendor", "zones");

    /// <summary>Reads a declaration. Never throws on bad data: everything that is wrong is in the result.</summary>
    public static ReadResult<SystemDeclaration> Read(SourceDocument source) => ReadContext.ReadRoot(source, DocumentKind.System, ReadSystem);

    private static SystemDeclaration? ReadSystem(ObjectReader reader)
    {
        var context = reader.Context;
        var id = reader.RequiredId("id", SystemId.TryParse);
        var (name, purpose) = (reader.RequiredString("name"), reader.RequiredString("purpose"));
        var (owner, vendor) = (reader.RequiredString("owner"), reader.RequiredString("vendor"));
        var operation = reader.Required("operation", ObjectReader.Object(context, ReadPeriod));
        var zones = reader.RequiredList("zones", v => reader.ParseId(v, NetworkZoneId.TryParse));
        var assets = reader.List("assets", ObjectReader.Object(context, ReadAsset));
        var connections = reader.List("connections", ObjectReader.Object(context, ReadConnection));
        var services = reader.List("externalServices", ObjectReader.Object(context, ReadService));
        var endpoints = reader.List("publicEndpoints", ObjectReader.Object(context, ReadEndpoint));
        if (id is null || name is null || purpose is null || owner is null || vendor is null || operation is null) return null;
        return new SystemDeclaration
        {
            Id = id,
            Name = name,
            Purpose = purpose,
            Owner = owner,
            Vendor = vendor,
            OperationFrom = operation.From,
            OperationUntil = operation.Until,
            Zones = zones,
            Assets = assets,
            Connections = connections,
            ExternalServices = services,
            PublicEndpoints = endpoints,
        };
    }

    private static Period? ReadPeriod(ObjectReader reader)
    {
        var (first, last) = (reader.RequiredDate("from"), reader.RequiredDate("until"));
        if (first is not { } from || last is not { } until) return null;
        if (until < from && reader.Value.TryGetMember("until", out var at)) reader.Context.Add("system.period-reversed", at);
        return new Period(from, until);
    }

    private static InformationAsset? ReadAsset(ObjectReader reader)
    {
        var (id, name) = (reader.RequiredId("id", SystemId.TryParse), reader.RequiredString("name"));
        var (c, i, a) = (reader.RequiredEnum("confidentiality", Confidentialities), reader.RequiredEnum("integrity", Integrities), reader.RequiredEnum("availability", Availabilities));
        return id is null || name is null || c is null || i is null || a is null ? null : new InformationAsset(id, name, c.Value, i.Value, a.Value);
    }

    private static Connection? ReadConnection(ObjectReader reader)
    {
        var host = reader.Required("host", value =>
        {
            if (reader.ParseString(value) is not { } text) return null;
            if (HostShape.IsMatch(text)) return text;
            reader.Context.Add("system.bad-host", value, text);
            return null;
        });
        var (port, purpose) = (reader.OptionalInteger("port", 1, 65535), reader.RequiredString("purpose"));
        var zone = reader.Optional("zone", v => reader.ParseId(v, NetworkZoneId.TryParse));
        var service = reader.Optional("service", v => reader.ParseId(v, SystemId.TryParse));
        var assets = reader.Ids("assets", SystemId.TryParse);
        var approved = reader.RequiredDate("approvedOn");
        return host is null || purpose is null || approved is not { } on ? null : new Connection(host, port, purpose, zone, service, assets, on);
    }

    private static ExternalService? ReadService(ObjectReader reader)
    {
        var (id, name, provider) = (reader.RequiredId("id", SystemId.TryParse), reader.RequiredString("name"), reader.RequiredString("provider"));
        return id is null || name is null || provider is null ? null : new ExternalService(id, name, provider);
    }

    private static PublicEndpoint? ReadEndpoint(ObjectReader reader)
    {
        var (route, reason) = (reader.RequiredString("route"), reader.RequiredString("reason"));
        return route is null || reason is null ? null : new PublicEndpoint(route, reason);
    }

    private sealed record Period(NodaTime.LocalDate From, NodaTime.LocalDate Until);
}
