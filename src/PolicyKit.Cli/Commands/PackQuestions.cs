using System.CommandLine;
using PolicyKit.Cli.Failures;
using PolicyKit.Cli.Starting;
using PolicyKit.Messages;
using PolicyKit.Policies;

namespace PolicyKit.Cli.Commands;

/// <summary>The options of a new pack, and the questions for those that are missing.</summary>
internal sealed class PackQuestions
{
    private readonly Option<string?> _id = new("--id")
    {
        Description = "IDの初め (英小文字) / what the ids begin with (midori-town)",
    };
    private readonly Option<string?> _body = new("--body") { Description = "団体の名称 / name of the body" };
    private readonly Option<string?> _code = new("--code")
    {
        Description = "全国地方公共団体コード (6桁) / code of the body, 6 digits",
    };
    private readonly Option<string?> _kind = new("--kind")
    {
        Description =
            "団体の種類 / kind of body (" + string.Join(", ", BodyKind.All.Select(k => $"{k.Id} {k.Name}")) + ")",
    };
    private readonly Option<string?> _zones = new("--zones")
    {
        Description = "系 / zones (my-number,lgwan,internet or ID=名称)",
    };
    private readonly Option<string?> _numbering = new("--numbering")
    {
        Description =
            "番号の付け方 / numbering ("
            + string.Join(", ", NumberingStyle.All.Select(s => $"{s.Id} {s.Example}"))
            + ")",
    };
    private readonly Option<string?> _adopted = new("--adopted")
    {
        Description = "策定日 (既定: 今日) / day of adoption (default: today)",
    };

    public void AddTo(Command command)
    {
        foreach (var option in new Option[] { _id, _body, _code, _kind, _zones, _numbering, _adopted })
            command.Add(option);
    }

    /// <summary>The pack that the options and the answers describe.</summary>
    /// <param name="parsed">The options.</param>
    /// <param name="questions">The questions.</param>
    /// <param name="further">What else is asked before anything missing is reported.</param>
    /// <exception cref="CliException">Something is missing or wrong.</exception>
    public NewPack Ask(ParseResult parsed, Questions questions, Action? further = null)
    {
        var body = questions.Value("--body", parsed.GetValue(_body), "new.ask-body", null, NameFlaw);
        var id = questions.Value("--id", parsed.GetValue(_id), "new.ask-id", null, IdFlaw);
        var kind = questions.Value(
            "--kind",
            parsed.GetValue(_kind),
            "new.ask-kind",
            BodyKind.OfName(body)?.Id,
            text => BodyKind.Find(text) is null ? Flaw("new.bad-kind", text) : null
        );
        var zones = questions.Value("--zones", parsed.GetValue(_zones), "new.ask-zones", null, ZonesFlaw);
        var numbering = questions.Value(
            "--numbering",
            parsed.GetValue(_numbering),
            "new.ask-numbering",
            NumberingStyle.All[0].Id,
            text => NumberingStyle.Find(text) is null ? Flaw("new.bad-numbering", text) : null
        );
        further?.Invoke();
        questions.End();
        var found = BodyKind.Find(kind)!;
        return new NewPack(
            id,
            new Body(body, found.Short, Code(parsed.GetValue(_code))),
            found,
            NewZone.Parse(zones),
            NumberingStyle.Find(numbering)!,
            CommonOptions.ParseDate(parsed.GetValue(_adopted))
        );
    }

    private static BodyCode? Code(string? text)
    {
        if (text is null)
            return null;
        return BodyCode.TryParse(text, out var code) ? code : throw CliException.Usage("new.bad-code", text);
    }

    private static LocalizedMessage? NameFlaw(string text) =>
        text.Trim().Length == 0 || text.Any(char.IsControl) ? Flaw("new.bad-body") : null;

    private static LocalizedMessage? IdFlaw(string text) =>
        PolicyId.TryParse(text + ".basic-policy", out _) ? null : Flaw("new.bad-id", text);

    private static LocalizedMessage? ZonesFlaw(string text)
    {
        try
        {
            NewZone.Parse(text);
            return null;
        }
        catch (CliException wrong)
        {
            return wrong.Localized;
        }
    }

    private static LocalizedMessage Flaw(string key, params object[] arguments) =>
        CliException.Messages.Message(key, arguments);
}
