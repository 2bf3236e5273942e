using PolicyKit.Calendar;
using PolicyKit.Json;
using PolicyKit.Reading;
using PolicyKit.Systems;

namespace PolicyKit.Compliance;

/// <summary>
/// Names of companies as people write them: 「株式会社」 and 「(株)」 are one legal form, and width and spaces make no other
/// company. The forms are data, <c>parties.data.json</c>.
/// </summary>
internal static class PartyNames
{
    // Less than this is a syllable, which other names hold too.
    private const int Telling = 2;

    private static readonly Lazy<JsonValue> Table = new(() =>
        EmbeddedData.Open(typeof(PartyNames).Assembly, "parties.data.json").Text.Root
    );

    private static readonly Lazy<string[]> Forms = new(() =>
        Words("legalForms").OrderByDescending(f => f.Length).ToArray()
    );

    /// <summary>Whether two names are of one company.</summary>
    public static bool AreTheSame(string one, string other) => one == other || Core(one) == Core(other);

    /// <summary>
    /// Whether somebody who is named by role is of a company: the name of the company alone, or before a post.
    /// </summary>
    public static bool IsOf(string name, string company)
    {
        if (AreTheSame(name, company))
            return true;
        var core = Core(company);
        var (rest, hasForm) = Stripped(Folded(name));
        if (core.Length < Telling || !rest.TrimStart().StartsWith(core, StringComparison.Ordinal))
            return false;
        // 「サンプル市長」 is nobody of 「サンプル」: without a legal form the post stands apart.
        var after = rest.TrimStart().Substring(core.Length);
        return hasForm || after.Length == 0 || !char.IsLetterOrDigit(after[0]) || after[0] == 'の';
    }

    /// <summary>
    /// Whether what a record was made about is a declared contractor of a system, the system itself, or the contractors
    /// as a whole.
    /// </summary>
    public static bool AreMeant(string subject, SystemDeclaration system)
    {
        var said = Core(subject);
        return system
                .Subcontractors.Items()
                .Select(s => s.Name)
                .Prepend(system.Vendor)
                .Append(system.Name)
                .Append(system.Id.Value)
                .Any(n => Core(n).Length >= Telling && said.Contains(Core(n)))
            || Words("everyContractor").Any(w => said == Core(w) || said.StartsWith(Core(w), StringComparison.Ordinal));
    }

    private static string Core(string name) =>
        new(Stripped(Folded(name)).Text.Where(c => !char.IsWhiteSpace(c) && c is not ('・' or '.' or ',')).ToArray());

    private static (string Text, bool HasForm) Stripped(string text)
    {
        var hasForm = false;
        foreach (var form in Forms.Value)
            for (
                var at = text.IndexOf(form, StringComparison.Ordinal);
                at >= 0;
                at = text.IndexOf(form, StringComparison.Ordinal)
            )
                (text, hasForm) = (text.Remove(at, form.Length), true);
        return (text, hasForm);
    }

    private static string Folded(string name) => JapaneseText.Fold(name).Trim().ToLowerInvariant();

    private static IEnumerable<string> Words(string list) =>
        Table.Value.TryGetMember(list, out var words) ? words.Items().Select(w => w.GetString()) : [];
}
