using System.CommandLine;
using PolicyKit.Cli.Failures;
using PolicyKit.Cli.Starting;
using PolicyKit.Messages;

namespace PolicyKit.Cli.Commands;

/// <summary>The options of a new declaration, and the questions for those that are missing.</summary>
/// <param name="prefix">What the options for id and name begin with: <c>--system-</c> or <c>--</c>.</param>
internal sealed class SystemQuestions(string prefix)
{
    private readonly Option<string?> _id = new(prefix + "id") { Description = "システムのID / id of the system" };
    private readonly Option<string?> _name = new(prefix + "name") { Description = "システムの名称 / its name" };
    private readonly Option<string?> _purpose = new("--purpose") { Description = "目的 / what it is for" };
    private readonly Option<string?> _owner = new("--owner") { Description = "所管する職 / who answers for it" };
    private readonly Option<string?> _vendor = new("--vendor") { Description = "受託者 / who delivers it" };
    private readonly Option<string?> _from = new("--operation-from")
    {
        Description = "運用開始日 (既定: 今日) / first day of operation (default: today)",
    };

    public void AddTo(Command command)
    {
        foreach (var option in new Option[] { _id, _name, _purpose, _owner, _vendor, _from })
            command.Add(option);
    }

    /// <summary>The system that the options and the answers describe, once its zones are known.</summary>
    /// <exception cref="CliException">Something is wrong.</exception>
    public Func<IReadOnlyList<NetworkZoneId>, NewSystem> Ask(ParseResult parsed, Questions questions)
    {
        var id = questions.Value(_id.Name, parsed.GetValue(_id), "new.ask-system-id", null, IdFlaw);
        var name = questions.Value(_name.Name, parsed.GetValue(_name), "new.ask-system-name", null, Blank);
        var purpose = questions.Value("--purpose", parsed.GetValue(_purpose), "new.ask-purpose", null, Blank);
        var owner = questions.Value("--owner", parsed.GetValue(_owner), "new.ask-owner", null, Blank);
        var vendor = questions.Value("--vendor", parsed.GetValue(_vendor), "new.ask-vendor", null, Blank);
        var from = CommonOptions.ParseDate(parsed.GetValue(_from));
        return zones => new NewSystem(SystemId.Parse(id), name, purpose, owner, vendor, from, zones);
    }

    private static LocalizedMessage? IdFlaw(string text) =>
        SystemId.TryParse(text, out _) ? null : CliException.Messages.Message("new.bad-system-id", text);

    private static LocalizedMessage? Blank(string text) =>
        string.IsNullOrWhiteSpace(text) || text.Any(char.IsControl)
            ? CliException.Messages.Message("new.bad-text")
            : null;
}
