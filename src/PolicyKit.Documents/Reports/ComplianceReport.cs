using System.Text.Encodings.Web;
using System.Text.Unicode;
using Fluid;
using Fluid.Values;
using PolicyKit.Calendar;
using PolicyKit.Messages;
using PolicyKit.Reading;

namespace PolicyKit.Documents.Reports;

/// <summary>
/// The compliance report (遵守状況報告書): how systems stand on a day, for officers, auditors and committees, as one
/// file without a network. Same input, same bytes: nothing in it reads a clock.
/// </summary>
public static class ComplianceReport
{
    private const string DefaultTemplate = "ComplianceReport.liquid";

    // Japanese stays readable in the file; what means something to HTML is encoded.
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    private static readonly TemplateOptions Options = CreateOptions();

    /// <summary>The template that is used where none is given: Liquid, as Fluid reads it.</summary>
    public static string Template
    {
        get
        {
            using var stream = typeof(ComplianceReport).Assembly.GetManifestResourceStream(DefaultTemplate)!;
            using var reader = new StreamReader(stream);
            return reader.ReadToEnd();
        }
    }

    /// <summary>The report as HTML: one self-contained file, Japanese first, with a switch to English.</summary>
    /// <param name="subjects">The systems, at least one, evaluated on the same day by the same policy.</param>
    /// <param name="template">A body's own template; null for <see cref="Template"/>.</param>
    /// <exception cref="ArgumentException">There is no subject, or one has no policy or standard.</exception>
    /// <exception cref="FormatException">The template is not valid (the message says where), or does not end.</exception>
    public static string Html(IReadOnlyList<ReportSubject> subjects, string? template = null)
    {
        var view = ViewOf(subjects);
        if (!new FluidParser().TryParse(template ?? Template, out var parsed, out var mistake))
            throw new FormatException(mistake);
        try
        {
            return parsed.Render(new TemplateContext(view, Options), Encoder).ReplaceLineEndings("\n");
        }
        catch (InvalidOperationException endless)
        {
            throw new FormatException(endless.Message, endless);
        }
    }

    /// <summary>The report as Markdown, in one language, for a pull request or the summary of a job.</summary>
    /// <param name="subjects">The systems, at least one, evaluated on the same day by the same policy.</param>
    /// <param name="language">The language.</param>
    /// <exception cref="ArgumentException">There is no subject, or one has no policy or standard.</exception>
    public static string Markdown(IReadOnlyList<ReportSubject> subjects, MessageLanguage language) =>
        new MarkdownReport(language).Write(ViewOf(subjects));

    internal static ReportView ViewOf(IReadOnlyList<ReportSubject> subjects)
    {
        ArgumentNullException.ThrowIfNull(subjects);
        if (subjects.Count == 0 || subjects.Any(s => !s.Pack.IsComplete))
            throw new ArgumentException("A report needs systems that were evaluated.", nameof(subjects));
        var first = subjects[0];
        var builders = subjects.Select((s, i) => new ReportBuilder(s, i + 1)).ToList();
        var policy = first.Pack.Policy!;
        var day = first.Evaluation.AsOf;
        return new ReportView(
            policy.Body.Name,
            IsoDate.Format(day),
            Both.Of(JapaneseDate.Format(day), IsoDate.Format(day)),
            $"PolicyKit {typeof(ComplianceReport).Assembly.GetName().Version!.ToString(3)}",
            builders.Select(b => b.System()).ToList(),
            first
                .Evaluation.Provisions.Select(p => new HeatRow(
                    policy.Cite(p.Provision.Id) ?? "",
                    p.Provision.Heading ?? "",
                    p.Depth,
                    builders.Select(b => b.Cell(p.Provision)).ToList()
                ))
                .Where(r => r.Cells.Any(c => c.State is not null))
                .ToList()
        );
    }

    private static TemplateOptions CreateOptions()
    {
        // More than 200 systems take, and an end to a template that has none.
        var options = new TemplateOptions { MaxSteps = 50_000_000 };
        foreach (
            var type in typeof(ReportView).Assembly.GetTypes().Where(t => t.Namespace == typeof(ReportView).Namespace)
        )
            options.MemberAccessStrategy.Register(type);
        // Both languages, of which the page shows one; and a fixed word by its key.
        options.Filters.AddFilter("both", (input, _, _) => new ValueTask<FluidValue>(Shown(input.ToObjectValue())));
        options.Filters.AddFilter(
            "word",
            (input, _, _) => new ValueTask<FluidValue>(Shown(ReportWords.Both(input.ToStringValue())))
        );
        return options;
    }

    private static FluidValue Shown(object? value)
    {
        if (value is not Both both)
            return NilValue.Instance;
        var japanese = Encoder.Encode(both.Ja);
        return new StringValue(
            both.Ja == both.En
                ? japanese
                : $"<span lang=\"ja\">{japanese}</span><span lang=\"en\">{Encoder.Encode(both.En)}</span>",
            encode: false
        );
    }
}
