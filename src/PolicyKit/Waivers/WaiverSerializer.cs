using PolicyKit.Policies;
using PolicyKit.Reading;
using PolicyKit.Standards;
using static PolicyKit.Reading.Codecs;

namespace PolicyKit.Waivers;

/// <summary>Reads and writes files of the kind <c>waivers</c> (schema <c>urn:policykit:schema:waivers:1</c>).</summary>
public static class WaiverSerializer
{
    /// <summary>Reads a register. Never throws on bad data: everything that is wrong is in the result.</summary>
    public static ReadResult<WaiverRegister> Read(SourceDocument source) =>
        DocumentMapper.Read<WaiverRegister>(source, DocumentKind.Waivers, Map);

    /// <summary>
    /// Reads a register of waivers from disk. Never throws on bad data: everything that is wrong is in the result.
    /// </summary>
    /// <exception cref="IOException">The file is not there or cannot be read.</exception>
    public static ReadResult<WaiverRegister> ReadFile(string path) => Read(SourceDocument.ReadFile(path));

    /// <summary>A register as JSON text that <see cref="Read"/> reads back to an equal one.</summary>
    /// <param name="register">The register.</param>
    /// <param name="schema">The path of the schema for editors; null to name none.</param>
    public static string Write(WaiverRegister register, string? schema = null) =>
        DocumentMapper.Write(register, DocumentKind.Waivers, schema, Map);

    private static WaiverRegister Map(ObjectMapper m, WaiverRegister? r) =>
        new(
            m.Required("id", r?.Id, Named<RegisterId>()),
            m.Register("waivers", r?.Waivers, Object<Waiver>(MapWaiver), w => w.Id.Value)
        );

    private static Waiver MapWaiver(ObjectMapper m, Waiver? w)
    {
        var id = m.Required("id", w?.Id, Named<WaiverId>());
        var control = m.Optional("control", w?.Control, Named<ControlId>());
        var rule = m.Optional("rule", w?.Rule, Named<RuleId>());
        if (!m.Peek("control").IsThere && !m.Peek("rule").IsThere)
            m.Problem("waivers.no-subject");
        var waiver = new Waiver
        {
            Id = id,
            Control = control,
            Rule = rule,
            Scope = m.Required("scope", w?.Scope, Object<WaiverScope>(MapScope)),
            Reason = m.Required("reason", w?.Reason, Text),
            CompensatingMeasure = m.Required("compensatingMeasure", w?.CompensatingMeasure, Text),
            Applicant = m.Required("applicant", w?.Applicant, Text),
            Approver = m.Required("approver", w?.Approver, Text),
            DecidedOn = m.Required("decidedOn", w?.DecidedOn, Date),
            ValidFrom = m.Required("validFrom", w?.ValidFrom, Date),
            Expires = m.Required("expires", w?.Expires, Date),
            ReviewOn = m.Required("reviewOn", w?.ReviewOn, Date),
        };
        if (!m.IsComplete)
            return waiver;
        if (waiver.Approver == waiver.Applicant)
            m.Problem("waivers.self-approved", "approver", waiver.Approver);
        if (waiver.ValidFrom < waiver.DecidedOn)
            m.Problem("waivers.before-decision", "validFrom", id.Value, Day(waiver.ValidFrom), Day(waiver.DecidedOn));
        if (waiver.Expires < waiver.ValidFrom)
            m.Problem("waivers.period-reversed", "expires", id.Value, Day(waiver.Expires), Day(waiver.ValidFrom));
        if (waiver.ReviewOn < waiver.ValidFrom)
            m.Problem("waivers.review-before-start", "reviewOn", id.Value, Day(waiver.ReviewOn), Day(waiver.ValidFrom));
        if (waiver.ReviewOn > waiver.Expires)
            m.Problem("waivers.review-after-expiry", "reviewOn", id.Value, Day(waiver.ReviewOn), Day(waiver.Expires));
        return waiver;
    }

    private static string Day(NodaTime.LocalDate day) => IsoDate.Format(day);

    private static WaiverScope MapScope(ObjectMapper m, WaiverScope? s)
    {
        var scope = new WaiverScope(
            m.Optional("system", s?.System, Named<SystemId>()),
            m.Optional("symbol", s?.Symbol, Text),
            m.Optional("path", s?.Path, Text)
        );
        if (!m.Peek("system").IsThere && !m.Peek("symbol").IsThere && !m.Peek("path").IsThere)
            m.Problem("waivers.no-scope");
        if (scope.Path is { } path && !CanFit(path))
            m.Problem("waivers.path-never-fits", "path", path);
        return scope;
    }

    // Paths of findings are relative to the checked folder and have forward slashes.
    private static bool CanFit(string path) =>
        path.IndexOf('\\') < 0
        && !path.StartsWith("/", StringComparison.Ordinal)
        && !(path.Length > 1 && path[1] == ':')
        && !path.Split('/').Any(folder => folder is "" or "." or "..");
}
