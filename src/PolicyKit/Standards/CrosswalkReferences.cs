using PolicyKit.Messages;
using PolicyKit.Reading;

namespace PolicyKit.Standards;

/// <summary>
/// What a crosswalk and the statements about it name: a slip there would take a control, or an answer, out of the
/// comparison without a word.
/// </summary>
internal static class CrosswalkReferences
{
    /// <param name="own">The standard as it was read.</param>
    /// <param name="resolved">The standard with what it imports.</param>
    /// <param name="source">The file.</param>
    /// <param name="problems">What is wrong.</param>
    public static void Check(
        SecurityStandard own,
        SecurityStandard resolved,
        SourceDocument source,
        List<Problem> problems
    )
    {
        var known = new HashSet<string>(resolved.Controls.Select(c => c.Id.Value), StringComparer.Ordinal);
        known.UnionWith(resolved.Deviations.Where(d => d.Kind == DeviationKind.Excluded).Select(d => d.Subject));
        for (var i = 0; i < own.Crosswalks.Count; i++)
        for (var k = 0; k < own.Crosswalks[i].Items.Count; k++)
            Controls(own.Crosswalks[i].Items[k], $"/crosswalks/{i}/items/{k}/controls");
        for (var i = 0; i < own.CrosswalkStatements.Count; i++)
            Statement(own.CrosswalkStatements[i], i);

        void Controls(CrosswalkItem item, string at)
        {
            for (var i = 0; i < item.Controls.Count; i++)
                if (!known.Contains(item.Controls[i].Value))
                    Unknown("crosswalk.unknown-control", $"{at}/{i}", item.Controls[i].Value, known);
        }

        void Statement(CrosswalkStatement statement, int index)
        {
            var at = $"/crosswalkStatements/{index}";
            if (resolved.Crosswalks.FirstOrDefault(c => c.Id == statement.Framework) is not { } crosswalk)
                Unknown(
                    "crosswalk.unknown-framework",
                    at + "/framework",
                    statement.Framework.Value,
                    resolved.Crosswalks.Select(c => c.Id.Value)
                );
            else if (crosswalk.Proviso.All(p => p.Id != statement.Condition))
                Unknown(
                    "crosswalk.unknown-condition",
                    at + "/condition",
                    statement.Condition.Value,
                    crosswalk.Proviso.Select(p => p.Id.Value)
                );
            else if (
                own
                    .CrosswalkStatements.Take(index)
                    .Any(s => s.Framework == statement.Framework && s.Condition == statement.Condition)
            )
                Report("crosswalk.stated-twice", at + "/condition", statement.Condition.Value);
        }

        void Unknown(string code, string at, string name, IEnumerable<string> names)
        {
            if (Nearest.Find(name, names) is { } nearest)
                Report(code + "#nearest", at, name, nearest);
            else
                Report(code, at, name);
        }

        void Report(string code, string at, params object[] arguments) =>
            problems.Add(
                new Problem(ReadContext.Messages.Message(code, arguments), Severity.Error, source.LocationOf(at))
            );
    }
}
