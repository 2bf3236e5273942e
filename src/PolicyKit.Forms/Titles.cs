using PolicyKit.Forms.Shapes;
using PolicyKit.Forms.Words;
using PolicyKit.Forms.Workbooks;
using PolicyKit.Messages;

namespace PolicyKit.Forms;

/// <summary>What a field is called, how wide it is, and what is said to whoever fills it in.</summary>
internal static class Titles
{
    /// <summary>Stands behind the title of a field that must be filled in.</summary>
    public const char RequiredMark = '＊';

    public static string Of(FormField field, MessageLanguage language) =>
        field.IsRequired && field.Shape is not null
            ? field.Title.In(language) + RequiredMark
            : field.Title.In(language);

    // In characters of the font; two for each of Japanese. Widths are those of what stands there, not of the title.
    public static double WidthOf(FormField field) =>
        field.Shape switch
        {
            ListShape => 22,
            ScalarShape { Kind: ScalarKind.Date } => 16,
            ScalarShape { Kind: ScalarKind.Integer or ScalarKind.Flag } => 11,
            ScalarShape { Kind: ScalarKind.Choice } choice => Math.Clamp(
                4 + choice.Choices.Max(c => TextSize.Width(c.Title.Japanese)),
                11,
                30
            ),
            ScalarShape { Kind: ScalarKind.Name } => 15,
            _ => 22,
        };

    public static CellRuleKind RuleOf(ScalarKind kind) =>
        kind switch
        {
            ScalarKind.Choice or ScalarKind.Flag => CellRuleKind.List,
            ScalarKind.Date => CellRuleKind.Date,
            ScalarKind.Integer => CellRuleKind.Integer,
            _ => CellRuleKind.Any,
        };

    public static CellRule Rule(
        FormField field,
        string range,
        CellRuleKind kind,
        string? source,
        MessageLanguage language
    ) =>
        new(range, kind)
        {
            Source = source,
            Minimum = field.Scalar?.Minimum,
            Maximum = field.Scalar?.Maximum,
            PromptTitle = field.Title.In(language),
            Prompt = Prompt(field, language),
            Refusal = FormsMessages.Label(
                kind switch
                {
                    CellRuleKind.List => "refuse-list",
                    CellRuleKind.Date => "refuse-date",
                    _ => "refuse-number",
                },
                language
            ),
        };

    private static string Prompt(FormField field, MessageLanguage language)
    {
        var help = field.Help.In(language);
        if (field.Shape is not ListShape list)
            return help;
        var choices = string.Join('\n', list.Item.Choices.Select(c => c.Title.In(language)));
        return $"{help}\n{FormsMessages.Label("one-a-line", language)}\n{choices}".TrimEnd('\n');
    }
}
