using System.Text;
using PolicyKit.Policies;

namespace PolicyKit.Documents;

/// <summary>The form of a rendered document.</summary>
public enum DocumentFormat
{
    /// <summary>CommonMark.</summary>
    Markdown,

    /// <summary>Plain text, one full-width space of indentation a level.</summary>
    PlainText,
}

/// <summary>
/// Gives the official text of a policy back: title, date, table of contents and every provision, character for
/// character.
/// Lines end with LF, so that the same policy gives the same bytes everywhere.
/// </summary>
public static class PolicyDocument
{
    /// <summary>The whole document.</summary>
    public static string Render(SecurityPolicy policy, DocumentFormat format)
    {
        ArgumentNullException.ThrowIfNull(policy);
        var writer = new Writer(format);
        writer.Title(policy.Body.Name, policy.Title);
        writer.Paragraph(policy.Adoption.Printed, 0);
        if (policy.TableOfContents is { } contents)
        {
            writer.Heading(contents, 1);
            foreach (var section in policy.Provisions)
                writer.ContentsEntry(section.Number?.TrimEnd('.', '．'), section.Heading);
            writer.EndBlock();
        }

        foreach (var section in policy.Provisions)
            Write(section, 1, writer);
        return writer.ToString();
    }

    private static void Write(Provision provision, int depth, Writer writer)
    {
        if (provision.Heading is { } heading)
        {
            writer.Heading(Numbered(provision.Number, heading), depth);
            if (provision.Text is { } text)
                writer.Paragraph(text, depth - 1);
        }
        else if (provision.Text is { } text)
            writer.Paragraph(Numbered(provision.Number, text), depth - 2);
        foreach (var child in provision.Provisions)
            Write(child, depth + 1, writer);
    }

    private static string Numbered(string? number, string text) => number is null ? text : $"{number} {text}";

    private sealed class Writer(DocumentFormat format)
    {
        private readonly StringBuilder _text = new();

        private bool IsMarkdown => format == DocumentFormat.Markdown;

        public void Title(string body, string title)
        {
            // A CommonMark heading is one line: the body's name goes before it as a paragraph.
            if (IsMarkdown)
                Line(Escape(body), "", "# " + Escape(title), "");
            else
                Line(body, title, "");
        }

        public void Heading(string text, int depth)
        {
            if (IsMarkdown)
                Line(new string('#', Math.Min(depth + 1, 6)) + " " + Escape(text), "");
            else
                Line(Indent(depth - 1) + text);
        }

        public void Paragraph(string text, int depth)
        {
            if (IsMarkdown)
                Line(Escape(text), "");
            else
                Line(Indent(depth) + "　" + text, "");
        }

        public void ContentsEntry(string? number, string? heading) =>
            Line(IsMarkdown ? $"- {Escape(number ?? "")} {Escape(heading ?? "")}" : $"　{number}　{heading}");

        public void EndBlock() => Line("");

        public override string ToString() => _text.ToString().TrimEnd('\n') + "\n";

        private static string Indent(int depth) => new('　', Math.Max(depth, 0));

        private void Line(params string[] lines)
        {
            foreach (var line in lines)
                _text.Append(line).Append('\n');
        }

        // Only what CommonMark would read as markup inside a line or as a list number at its start.
        private static string Escape(string text)
        {
            var escaped = new StringBuilder(text.Length);
            foreach (var c in text)
            {
                if (c is '\\' or '`' or '*' or '_' or '[' or ']' or '<' or '>' or '#' or '|' or '~')
                    escaped.Append('\\');
                escaped.Append(c);
            }

            return escaped.ToString();
        }
    }
}
