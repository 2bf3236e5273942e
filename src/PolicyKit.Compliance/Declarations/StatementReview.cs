using PolicyKit.Json;
using PolicyKit.Reading;
using PolicyKit.Standards;

namespace PolicyKit.Compliance;

/// <summary>
/// Looks at the words and days on which a check stands: an answer that says 「なし」 is no measure, and what a day ahead
/// is said to have seen has not been done. A schema alone sees only that something is written there.
/// </summary>
internal sealed class StatementReview
{
    private readonly Dictionary<DeclarationCheck, HashSet<string>> _named;

    public StatementReview(SecurityStandard standard) =>
        _named = standard
            .Controls.SelectMany(c => c.Checks)
            .OfType<DeclarationCheck>()
            .Distinct()
            .ToDictionary(c => c, NamesIn);

    /// <summary>Notes what the topic says in words and by days, as far as this check stands on it.</summary>
    public void Judge(DeclarationCheck check, JsonValue topic, DeclarationContext context)
    {
        var seen = new HashSet<string>(context.Violations.Select(v => v.Location.Pointer), StringComparer.Ordinal);
        if (topic.Kind == JsonKind.String && Statements.Of(check.Subject) is not null)
            Answer(topic);
        else
            Walk(topic);

        void Walk(JsonValue value)
        {
            if (value.Kind == JsonKind.Array)
                foreach (var item in value.Items())
                    Walk(item);
            if (value.Kind != JsonKind.Object)
                return;
            foreach (var member in value.Members())
                if (IsStatement(check, member.Name, value))
                    foreach (var answer in member.Value.Kind == JsonKind.Array ? member.Value.Items() : [member.Value])
                        Answer(answer);
                else if (IsDay(check, member.Name) && !seen.Contains(member.Value.Pointer))
                    Day(member.Value);
                else
                    Walk(member.Value);
        }

        void Answer(JsonValue value)
        {
            if (value.Kind == JsonKind.String && Statements.IsNegative(value.GetString()) && seen.Add(value.Pointer))
                context.Undone(value.Pointer, value.GetString());
        }

        void Day(JsonValue value)
        {
            if (value.Kind == JsonKind.String && IsoDate.TryParse(value.GetString(), out var day))
                context.LiesAhead(day, value.Pointer);
        }
    }

    // A check stands on the members that its schema names. What no check of the standard names, every check of the
    // topic
    // stands on.
    private bool IsStatement(DeclarationCheck check, string member, JsonValue of)
    {
        if (Statements.Of(check.Subject) is not { } members || !members.TryGetValue(member, out var needless))
            return false;
        return !needless.Any(u => of.TryGetMember(u.Member, out var value) && Plain(value) == u.Value)
            && (
                Names(check).Contains(member)
                || !_named.Any(n => n.Key.Subject == check.Subject && n.Value.Contains(member))
            );
    }

    // Whoever asks only that something is there asks that it has been done; other checks name the day or judge it.
    private bool IsDay(DeclarationCheck check, string member) =>
        Statements.IsDeed(member)
        && (Names(check).Contains(member) || Days(check.Predicate).Contains(member) || IsBare(check));

    private bool IsBare(DeclarationCheck check) => check.Predicate is null && Names(check).Count == 0;

    private static string[] Days(DeclarationPredicate? predicate) =>
        predicate switch
        {
            DeclarationPredicate.ApproverNotApplicant
            or DeclarationPredicate.SubcontractorsChained
            or DeclarationPredicate.ApprovalBeforeStart => ["approvedOn"],
            DeclarationPredicate.ContractCurrent => ["signedOn"],
            _ => [],
        };

    private HashSet<string> Names(DeclarationCheck check) =>
        _named.TryGetValue(check, out var names) ? names : NamesIn(check);

    private static HashSet<string> NamesIn(DeclarationCheck check)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        if (check.Schema is not null)
            Collect(JsonText.Read(check.Schema.Text).Root, names);
        return names;
    }

    private static void Collect(JsonValue schema, HashSet<string> names)
    {
        if (schema.Kind == JsonKind.Array)
            foreach (var item in schema.Items())
                Collect(item, names);
        if (schema.Kind != JsonKind.Object)
            return;
        foreach (var keyword in schema.Members())
        {
            if (keyword is { Name: "properties", Value.Kind: JsonKind.Object })
                names.UnionWith(keyword.Value.Members().Select(m => m.Name));
            if (keyword is { Name: "required", Value.Kind: JsonKind.Array })
                names.UnionWith(keyword.Value.Items().Where(i => i.Kind == JsonKind.String).Select(i => i.GetString()));
            Collect(keyword.Value, names);
        }
    }

    private static string Plain(JsonValue value) => value.Kind == JsonKind.String ? value.GetString() : value.RawText;
}
