using System.Globalization;
using PolicyKit.Messages;

namespace PolicyKit.Forms;

/// <summary>Names of sheets: short, without the characters that they may not have, and none twice.</summary>
internal sealed class SheetNames(MessageLanguage language)
{
    private const int Longest = 31;
    private readonly HashSet<string> _taken = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<FormSheet, string> _names = new(ReferenceEqualityComparer.Instance);

    public string Of(FormSheet sheet)
    {
        if (!_names.TryGetValue(sheet, out var name))
            _names.Add(sheet, name = Unique(sheet.Title.In(language)));
        return name;
    }

    public string Unique(string title)
    {
        var clean = string.Concat(title.Select(c => "[]:*?/\\".Contains(c, StringComparison.Ordinal) ? '・' : c))
            .Trim('\'', ' ');
        var name = Cut(clean, Longest);
        for (var i = 2; !_taken.Add(name); i++)
        {
            var end = $" {i.ToString(CultureInfo.InvariantCulture)}";
            name = Cut(clean, Longest - end.Length) + end;
        }

        return name;
    }

    private static string Cut(string text, int length) => text.Length <= length ? text : text[..length].TrimEnd();
}
