using PolicyKit.Messages;
using PolicyKit.Policies;
using PolicyKit.Reading;

namespace PolicyKit.Standards;

/// <summary>
/// Makes one standard of a standard and those it imports. A pure function of its inputs: imports are found by id,
/// version and SHA-256 among what is given,
/// never on a disk or a network; whatever is wrong is reported at its place, and what can be resolved is resolved.
/// </summary>
public static class StandardResolver
{
    /// <summary>Resolves a standard.</summary>
    /// <param name="standard">The standard.</param>
    /// <param name="available">The standards that it and its imports may name, in any order.</param>
    /// <param name="policy">
    /// The policy that the standard belongs to: imported controls cite the nearest provision that it has; null to leave
    /// them.
    /// </param>
    /// <returns>
    /// The resolved standard, without imports, and the problems of resolving (those of reading are not repeated). The
    /// value is null when the standard itself could not be read.
    /// </returns>
    public static ReadResult<SecurityStandard> Resolve(
        ReadResult<SecurityStandard> standard,
        IEnumerable<ReadResult<SecurityStandard>> available,
        SecurityPolicy? policy = null
    ) => Resolve(standard, available, policy, new List<ControlFallback>());

    /// <summary>The same, with the controls whose provisions the policy does not have.</summary>
    internal static ReadResult<SecurityStandard> Resolve(
        ReadResult<SecurityStandard> standard,
        IEnumerable<ReadResult<SecurityStandard>> available,
        SecurityPolicy? policy,
        List<ControlFallback> fallbacks
    )
    {
        if (standard is null)
            throw new ArgumentNullException(nameof(standard));
        var problems = new List<Problem>();
        var resolved = standard.Value is null
            ? null
            : new Resolution(available.ToList(), problems).Of(standard, new List<ReadResult<SecurityStandard>>());
        if (resolved is not null && policy is not null)
            resolved = Bound(resolved, standard, policy, problems, fallbacks);
        return new ReadResult<SecurityStandard>(resolved, ReadContext.InOrder(problems), standard.Source);
    }

    /// <summary>
    /// The standards among those given that no other of them imports: the ones that somebody stands on.
    /// </summary>
    public static ValueList<ReadResult<SecurityStandard>> Roots(IReadOnlyList<ReadResult<SecurityStandard>> standards)
    {
        if (standards is null)
            throw new ArgumentNullException(nameof(standards));
        var imported = new HashSet<string>(
            standards
                .Where(s => s.Value is not null)
                .SelectMany(s => s.Value!.Imports.Where(i => i.Standard != s.Value.Id))
                .Select(i => i.Standard.Value),
            StringComparer.Ordinal
        );
        return standards.Where(s => s.Value is null || !imported.Contains(s.Value.Id.Value)).ToValueList();
    }

    // A policy that does not break a matter out says it in the provision above.
    private static SecurityStandard Bound(
        SecurityStandard standard,
        ReadResult<SecurityStandard> source,
        SecurityPolicy policy,
        List<Problem> problems,
        List<ControlFallback> fallbacks
    )
    {
        var known = new Dictionary<string, ProvisionId>(StringComparer.Ordinal);
        foreach (var mapping in policy.Mapping)
            known[mapping.Canonical.Value] = mapping.Provision;
        foreach (var provision in policy.AllProvisions)
            known[provision.Id.Value] = provision.Id;
        var own = new HashSet<string>(source.Value!.Controls.Select(c => c.Id.Value), StringComparer.Ordinal);
        var controls = new List<Control>();
        foreach (var control in standard.Controls)
        {
            // What the body wrote itself is judged as a reference, at its place.
            if (own.Contains(control.Id.Value))
            {
                controls.Add(control);
                continue;
            }

            var provisions = control
                .Provisions.Select(p => Nearest(p, known))
                .OfType<ProvisionId>()
                .Distinct()
                .ToValueList();
            if (provisions.Count == 0)
                problems.Add(
                    new Problem(
                        ReadContext.Messages.Message(
                            "tailoring.no-provision",
                            control.Id.Value,
                            string.Join(", ", control.Provisions)
                        ),
                        Severity.Error,
                        source.Source.LocationOf("/imports")
                    )
                );
            foreach (var missing in control.Provisions.Concat(control.Threats).Where(p => !known.ContainsKey(p.Value)))
                fallbacks.Add(
                    new ControlFallback(control.Id, control.Number, control.Title, missing, Nearest(missing, known))
                );
            controls.Add(
                control with
                {
                    Provisions = provisions,
                    Threats = control
                        .Threats.Select(t => Nearest(t, known))
                        .OfType<ProvisionId>()
                        .Distinct()
                        .ToValueList(),
                }
            );
        }

        return standard with
        {
            Controls = controls.ToValueList(),
        };
    }

    private static ProvisionId? Nearest(ProvisionId id, Dictionary<string, ProvisionId> known)
    {
        for (
            var text = id.Value;
            text.Length > 0;
            text = text.LastIndexOf('.') is var dot and > 0 ? text.Substring(0, dot) : ""
        )
            if (known.TryGetValue(text, out var found))
                return found;
        return null;
    }

    /// <summary>One resolving, with what it has found wrong so far.</summary>
    private sealed class Resolution(IReadOnlyList<ReadResult<SecurityStandard>> available, List<Problem> problems)
    {
        public SecurityStandard Of(ReadResult<SecurityStandard> source, List<ReadResult<SecurityStandard>> path)
        {
            var standard = source.Value!;
            if (standard.Imports.Count == 0)
            {
                CrosswalkReferences.Check(standard, standard, source.Source, problems);
                return standard;
            }

            var merge = new Merge(standard, source.Source, problems);
            for (var i = 0; i < standard.Imports.Count; i++)
            {
                var (import, at) = (standard.Imports[i], $"/imports/{i}");
                if (Find(import, source.Source, at) is not { } found)
                    continue;
                var chain = path.Append(source).ToList();
                if (chain.Any(s => ReferenceEquals(s, found) || s.Value!.Id == found.Value!.Id))
                    Report(
                        ProblemFamily.ImportCircle,
                        source.Source,
                        at + "/standard",
                        "tailoring.cycle",
                        string.Join(" → ", chain.Append(found).Select(s => s.Value!.Id.Value))
                    );
                else
                    merge.Add(new Tailoring(import, source.Source, at, problems).Of(Of(found, chain)), at);
            }

            var resolved = merge.Result();
            CrosswalkReferences.Check(standard, resolved, source.Source, problems);
            return resolved;
        }

        private ReadResult<SecurityStandard>? Find(StandardImport import, SourceDocument source, string at)
        {
            var named = available.Where(s => s.Value?.Id == import.Standard).ToList();
            var found = named.FirstOrDefault(s =>
                s.Value!.Version == import.Version && s.Source.Sha256 == import.Sha256
            );
            if (found is not null)
                return found;
            var other = named.FirstOrDefault(s => s.Value!.Version == import.Version) ?? named.FirstOrDefault();
            if (other is null)
                Report(
                    ProblemFamily.MissingImport,
                    source,
                    at + "/standard",
                    "tailoring.unknown-standard",
                    import.Standard.Value
                );
            else if (other.Value!.Version != import.Version)
                Report(
                    source,
                    at + "/version",
                    "tailoring.other-version",
                    import.Standard.Value,
                    import.Version,
                    other.Value.Version
                );
            else
                Report(source, at + "/sha256", "tailoring.other-hash", import.Standard.Value, other.Source.Sha256);
            // Judged all the same, so that every mistake is seen at once.
            return other;
        }

        private void Report(SourceDocument source, string pointer, string code, params object[] arguments) =>
            Report(ProblemFamily.Content, source, pointer, code, arguments);

        private void Report(
            ProblemFamily family,
            SourceDocument source,
            string pointer,
            string code,
            params object[] arguments
        ) =>
            problems.Add(
                new Problem(
                    ReadContext.Messages.Message(code, arguments),
                    Severity.Error,
                    source.LocationOf(pointer),
                    family
                )
            );
    }

    /// <summary>What the importing standard says itself, and what its imports bring.</summary>
    private sealed class Merge(SecurityStandard own, SourceDocument source, List<Problem> problems)
    {
        private readonly List<SecurityStandard> _imported = new();

        public void Add(SecurityStandard imported, string at)
        {
            foreach (var control in imported.Controls)
                if (_imported.Any(s => s.Find(control.Id) is { } other && other != control))
                    Conflict(at, control.Id.Value);
            foreach (var parameter in imported.Parameters)
                if (_imported.Any(s => s.Find(parameter.Id) is { } other && other.Value != parameter.Value))
                    Conflict(at, parameter.Id.Value);
            _imported.Add(imported);
        }

        public SecurityStandard Result()
        {
            for (var i = 0; i < own.Controls.Count; i++)
                if (_imported.Any(s => s.Find(own.Controls[i].Id) is not null))
                    Conflict($"/controls/{i}/id", own.Controls[i].Id.Value);
            for (var i = 0; i < own.Parameters.Count; i++)
                if (_imported.Any(s => s.Find(own.Parameters[i].Id) is not null))
                    Conflict($"/parameters/{i}/id", own.Parameters[i].Id.Value);
            return own with
            {
                Imports = ValueList<StandardImport>.Empty,
                Zones = own.Zones.Count > 0 ? own.Zones : Union(s => s.Zones, z => z.Id.Value, own.Zones),
                Roles = Union(s => s.Roles, r => r.Id.Value, own.Roles),
                RoleDoublings = _imported
                    .SelectMany(s => s.RoleDoublings)
                    .Concat(own.RoleDoublings)
                    .Distinct()
                    .ToValueList(),
                RiskMatrix = own.RiskMatrix ?? _imported.Select(s => s.RiskMatrix).FirstOrDefault(r => r is not null),
                Documents = Union(s => s.Documents, d => d.Id.Value, own.Documents),
                CountingRules = Union(s => s.CountingRules, r => r.Id.Value, own.CountingRules),
                Crosswalks = Union(s => s.Crosswalks, c => c.Id.Value, own.Crosswalks),
                CrosswalkStatements = _imported
                    .SelectMany(s => s.CrosswalkStatements)
                    .Concat(own.CrosswalkStatements)
                    .Distinct()
                    .ToValueList(),
                Parameters = Union(s => s.Parameters, p => p.Id.Value, own.Parameters),
                Controls = Union(s => s.Controls, c => c.Id.Value, own.Controls),
                Deviations = _imported.SelectMany(s => s.Deviations).Concat(own.Deviations).Distinct().ToValueList(),
            };
        }

        // In the order of the imports, then what is new; of two with one id the importing standard's own counts, in the
        // place of the other.
        private ValueList<T> Union<T>(Func<SecurityStandard, ValueList<T>> list, Func<T, string> id, ValueList<T> last)
        {
            var (order, byId) = (new List<string>(), new Dictionary<string, T>(StringComparer.Ordinal));
            foreach (var item in _imported.SelectMany(list).Concat(last))
            {
                if (!byId.ContainsKey(id(item)))
                    order.Add(id(item));
                byId[id(item)] = item;
            }

            return order.Select(key => byId[key]).ToValueList();
        }

        private void Conflict(string at, string id) =>
            problems.Add(
                new Problem(
                    ReadContext.Messages.Message("tailoring.conflict", id),
                    Severity.Error,
                    source.LocationOf(at)
                )
            );
    }
}
