using System.Reflection;
using CsCheck;
using NodaTime;
using PolicyKit.Calendar;
using PolicyKit.Evidence;
using PolicyKit.Policies;
using PolicyKit.Reading;
using PolicyKit.Standards;
using PolicyKit.Systems;
using PolicyKit.Waivers;

namespace PolicyKit.Tests.Schemas;

/// <summary>
/// Makes values of the model from its types alone, and from what their documentation says of ranges, so that the
/// model's side is independent of the schema's.
/// </summary>
internal static class ModelGen
{
    // Documented ranges and shapes that a type does not say, by the record and the member.
    private static readonly Dictionary<(Type Record, string Member), Func<Gen<object?>>> Documented = new()
    {
        [(typeof(Connection), "Host")] = () => Pick("bank.example.jp", "*.example.jp", "192.0.2.1", "2001:db8::1"),
        [(typeof(Connection), "Port")] = () => Nullable(Int(1, 65535)),
        [(typeof(LocalBreakout), "Host")] = () => Pick("bank.example.jp", "192.0.2.1"),
        [(typeof(Device), "JcStar")] = () => Int(0, 4),
        [(typeof(Subcontractor), "Tier")] = () => Int(1, 9),
        [(typeof(CryptographyUse), "RenewalYear")] = () => Int(2000, 2199),
        [(typeof(EvidenceRecord), "FiscalYear")] = () => Nullable(Int(2000, 2199)),
        [(typeof(EvidenceRecord), "ThroughFiscalYear")] = () => Nullable(Int(2000, 2199)),
        [(typeof(RiskAssessment), "Likelihood")] = () => Int(1, 10),
        [(typeof(RiskAssessment), "Impact")] = () => Int(1, 10),
        [(typeof(ExternalService), "Country")] = () => Pick("JP", "US"),
        [(typeof(SupplyChain), "Countries")] = () =>
            Pick("JP", "US").Select(c => (object?)ValueList.Create((string)c!)),
        [(typeof(SocialMediaAccount), "Url")] = () => Pick("https://sns.example.jp/a", "http://sns.example.jp"),
        [(typeof(OutsideContact), "PublishedAt")] = () =>
            Pick("https://www.example.lg.jp/a", "http://www.example.lg.jp"),
        [(typeof(SpecificTraffic), "Port")] = () => Int(1, 65535),
        [(typeof(Ownership), "HeadOffice")] = () => Pick("JP", "US"),
        [(typeof(Ownership), "MajorityHolder")] = () => Nullable(Pick("JP", "US")),
        [(typeof(MailDomain), "Domain")] = () => Pick("mail.example.lg.jp", "example.jp"),
        [(typeof(PublicDomain), "Name")] = () => Pick("www.example.lg.jp", "example.jp"),
        [(typeof(CountingRule), "ClosedDays")] = () =>
            Pick("12-29", "01-03").Select(d => (object?)ValueList.Create((string)d!)),
        [(typeof(EvidenceCheck), "DueMonth")] = () => Nullable(Int(1, 12)),
        [(typeof(ParameterValue), "IsList")] = () => Pick<object?>(true),
    };

    private static readonly ParameterId Days = ParameterId.Parse("a.days");

    private static readonly Control Walls = new()
    {
        Id = ControlId.Parse("physical.walls"),
        Number = "4-01",
        Title = "壁",
        Measure = MeasureKind.Physical,
        Provisions = ValueList.Create(ProvisionId.Parse("measures.physical")),
        Threats = ValueList<ProvisionId>.Empty,
        Requirement = "囲う。",
        Criterion = "囲われている。",
        Obligation = Obligation.Required,
        Parameters = ValueList<ParameterId>.Empty,
        Checks = ValueList<PolicyKit.Standards.Check>.Empty,
        NotMachineCheckable = "現地で確認する",
    };

    public static Gen<T> Of<T>()
        where T : class => Of(typeof(T), 0).Select(v => (T)v!);

    private static Gen<object?> Of(Type type, int depth)
    {
        if (type == typeof(string))
            return Pick("町長", "第3条 ", "x\ny\t", "\"\\\u2028", "😀", "1", "\u0001制御");
        if (type == typeof(bool))
            return Gen.Bool.Select(b => (object?)b);
        if (type == typeof(int))
            return Int(1, 100_000);
        if (type == typeof(LocalDate))
            return Gen.Int[-30_000, 60_000].Select(days => (object?)new LocalDate(2000, 1, 1).PlusDays(days));
        if (System.Nullable.GetUnderlyingType(type) is { } inner)
            return Nullable(Of(inner, depth));
        if (type.IsEnum)
            return Gen.Int[0, Enum.GetValues(type).Length - 1].Select(i => Enum.GetValues(type).GetValue(i));
        if (type == typeof(BodyCode))
            return Pick("113263", "011002").Select(t => (object?)BodyCode.Parse((string)t!));
        if (type == typeof(JsonFragment))
            return Pick("true", "{\"items\":{\"minimum\":{\"$parameter\":\"a.b\"}}}", "{\"pattern\":\"\\\\d\"}")
                .Select(t => (object?)JsonFragment.Parse((string)t!));
        if (type == typeof(RuleId))
            return Pick("PK6101", "CA5351").Select(t => (object?)RuleId.Parse((string)t!));
        if (type.BaseType?.GetMethod("Parse", [typeof(string)]) is { } parse)
            return Gen.Int[1, 40].Select(i => parse.Invoke(null, [$"a{i}.b-c"]));
        if (type == typeof(PolicyKit.Standards.Check))
            return OneOf(
                Of(typeof(SourceCheck), depth),
                Of(typeof(DeclarationCheck), depth)
                    .Select(c => (object?)((DeclarationCheck)c! with { Subject = "assets" })),
                Of(typeof(EvidenceCheck), depth)
            );
        if (type == typeof(ParameterScalar))
            return Gen.Select(Gen.Int[0, 2], Pick("a", "b"))
                .Select(
                    (k, t) =>
                        (object?)(
                            k == 0 ? new ParameterScalar(ParameterScalarKind.Text, (string)t!)
                            : k == 1 ? new ParameterScalar(ParameterScalarKind.Number, "0.50")
                            : new ParameterScalar(ParameterScalarKind.Boolean, "true")
                        )
                );
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ValueList<>))
            return List(type.GetGenericArguments()[0], depth, atLeast: 1);
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Declared<>))
            return OneOf(
                Of(type.GetGenericArguments()[0], depth).Select(v => Activator.CreateInstance(type, v)),
                Of(typeof(string), depth)
                    .Select(reason => type.GetMethod("NotApplicableBecause")!.Invoke(null, [reason]))
            );
        return Record(type, depth);
    }

    private static Gen<object?> Record(Type type, int depth)
    {
        var constructor = type.GetConstructors().OrderByDescending(c => c.GetParameters().Length).First();
        var parameters = constructor.GetParameters();
        var members = type.GetProperties()
            .Where(p => p.SetMethod is not null && parameters.All(q => q.Name != p.Name))
            .ToList();
        var context = new NullabilityInfoContext();
        var gens = parameters
            .Select(p =>
                Member(
                    type,
                    p.Name!,
                    p.ParameterType,
                    context.Create(p).ReadState == NullabilityState.Nullable,
                    true,
                    depth
                )
            )
            .Concat(
                members.Select(p =>
                    Member(
                        type,
                        p.Name,
                        p.PropertyType,
                        context.Create(p).ReadState == NullabilityState.Nullable,
                        p.IsDefined(typeof(System.Runtime.CompilerServices.RequiredMemberAttribute)),
                        depth
                    )
                )
            )
            .ToArray();
        return gens.Aggregate(
                Gen.Const(new List<object?>()),
                (all, one) => Gen.Select(all, one, (list, value) => list.Append(value).ToList())
            )
            .Select(values =>
            {
                var made = constructor.Invoke(values.Take(parameters.Length).ToArray());
                foreach (var (member, value) in members.Zip(values.Skip(parameters.Length)))
                    member.SetValue(made, value);
                return (object?)Sensible(made);
            });
    }

    private static Gen<object?> Member(Type record, string name, Type type, bool isNullable, bool isRequired, int depth)
    {
        if (Documented.TryGetValue((record, name), out var documented))
            return isNullable && !type.IsValueType ? Nullable(documented()) : documented();
        if (name.EndsWith("Sha256", StringComparison.Ordinal))
            return isNullable ? Nullable(Pick(new string('0', 64))) : Pick(new string('f', 64));
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ValueList<>) && !isRequired)
            return depth > 2
                ? Gen.Const((object?)null).Select(_ => Empty(type))
                : List(type.GetGenericArguments()[0], depth, atLeast: 0);
        return isNullable && !type.IsValueType ? Nullable(Of(type, depth + 1)) : Of(type, depth + 1);
    }

    // What the documentation of a record asks of its members together.
    private static object Sensible(object made) =>
        made switch
        {
            Provision { Heading: null, Text: null } p => p with { Text = "本文" },
            EvidenceCheck e => e with
            {
                Event = e.Cadence == Cadence.OnEvent ? e.Event ?? EvidenceKind.Incident : e.Event,
                Every = e.Cadence == Cadence.Period ? e.Every ?? Days : e.Every,
                Within = e.Cadence is Cadence.OnEvent or Cadence.PerRevision ? e.Within ?? Days : e.Within,
            },
            DeclarationCheck { Predicate: not null, Parameter: null } d => d with { Parameter = Days },
            RiskMatrix r => r with { AcceptedUpTo = r.Levels[0], Rows = r.Rows.Select(_ => r.Levels).ToValueList() },
            SecurityStandard { Imports.Count: 0, Zones.Count: 0 } s => s with
            {
                Zones = ValueList.Create(new NetworkZone(NetworkZoneId.Parse("internet"), "インターネット接続系")),
                Controls = s.Controls.Count > 0 ? s.Controls : ValueList.Create(Walls),
            },
            SecurityStandard { Imports.Count: 0, Controls.Count: 0 } s => s with { Controls = ValueList.Create(Walls) },
            Control { NotMachineCheckable: null, Checks.Count: 0 } c => c with
            {
                NotMachineCheckable = "現地で確認する",
            },
            Control { NotMachineCheckable: not null, Checks.Count: > 0 } c => c with { NotMachineCheckable = null },
            ParameterScalar s => s,
            Waiver { Control: null, Rule: null } w => w with { Rule = RuleId.Parse("PK6101") },
            WaiverScope { System: null, Symbol: null, Path: null } s => s with { Path = "src/*" },
            Account { Privileged: true } a => a with
            {
                Holder = a.Holder ?? "担当者",
                ValidUntil = a.ValidUntil ?? new LocalDate(2027, 3, 31),
            },
            Software { SupportEndsOn: null, SupportPlan: null } s => s with { SupportPlan = "移行する" },
            ExternalService { Confidentiality: >= Confidentiality.Level2 } s => s with
            {
                Permission = s.Permission ?? new Permission("1", new LocalDate(2026, 4, 1)),
                Country = s.Country ?? "JP",
                GoverningLaw = s.GoverningLaw ?? "日本法",
                ExitPlan = s.ExitPlan ?? "消去する",
            },
            SystemDeclaration { Stage: DeclarationStage.Delivery } s => Complete(s),
            EvidenceRecord r => r with
            {
                Subject = r.Record
                    is EvidenceKind.Audit
                        or EvidenceKind.SelfInspection
                        or EvidenceKind.ContractorInspection
                    ? r.Subject ?? "業務課"
                    : r.Subject,
                Participants = r.Record is EvidenceKind.Training or EvidenceKind.Drill
                    ? r.Participants ?? 1
                    : r.Participants,
                Assessments =
                    r.Record == EvidenceKind.RiskAssessment && r.Assessments.Count == 0
                        ? ValueList.Create(new RiskAssessment(ProvisionId.Parse("threats.a"), "台帳", 1, 1))
                        : r.Assessments,
                BasedOn =
                    r.Record == EvidenceKind.PolicyReview && r.BasedOn.Count == 0
                        ? ValueList.Create(EvidenceId.Parse("r-1"))
                        : r.BasedOn,
                Decision = r.Record == EvidenceKind.PolicyReview ? r.Decision ?? ReviewDecision.Keep : r.Decision,
            },
            _ => made,
        };

    // A delivered system is silent on nothing.
    private static SystemDeclaration Complete(SystemDeclaration system)
    {
        var copy = system with { };
        foreach (
            var topic in typeof(SystemDeclaration)
                .GetProperties()
                .Where(p =>
                    p.PropertyType.IsGenericType && p.PropertyType.GetGenericTypeDefinition() == typeof(Declared<>)
                )
        )
            if (topic.GetValue(copy) is null)
                topic.SetValue(copy, topic.PropertyType.GetMethod("NotApplicableBecause")!.Invoke(null, ["使わない"]));
        return copy;
    }

    private static Gen<object?> List(Type item, int depth, int atLeast) =>
        Gen.SelectMany(Gen.Int[atLeast, depth > 2 ? 1 : 2], n => Of(item, depth + 1).Array[n])
            .Select(items =>
            {
                var typed = Array.CreateInstance(item, items.Length);
                for (var i = 0; i < items.Length; i++)
                    typed.SetValue(items[i], i);
                return typeof(ValueList).GetMethod("Create")!.MakeGenericMethod(item).Invoke(null, [typed]);
            });

    private static object? Empty(Type list) => list.GetProperty("Empty")!.GetValue(null);

    private static Gen<object?> Int(int low, int high) => Gen.Int[low, high].Select(i => (object?)i);

    private static Gen<object?> Nullable(Gen<object?> gen) =>
        Gen.Select(Gen.Bool, gen, (there, value) => there ? value : null);

    private static Gen<object?> OneOf(params Gen<object?>[] gens) =>
        Gen.SelectMany(Gen.Int[0, gens.Length - 1], i => gens[i]);

    private static Gen<object?> Pick<T>(params T[] values) =>
        Gen.Int[0, values.Length - 1].Select(i => (object?)values[i]);
}
