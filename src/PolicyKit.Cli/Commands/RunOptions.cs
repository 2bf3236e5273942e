using System.CommandLine;
using NodaTime;
using PolicyKit.Analyzers.Engine;
using PolicyKit.Cli.Output;
using PolicyKit.Compliance;
using PolicyKit.Messages;
using PolicyKit.Packs;
using PolicyKit.Reading;

namespace PolicyKit.Cli.Commands;

/// <summary>
/// What the commands that look at systems have in common: where the system is, and by what it is judged.
/// </summary>
internal sealed class RunOptions
{
    private readonly Argument<string> _path = new("PATH")
    {
        Description = "ソリューション、プロジェクト、フォルダーまたはbinlog / solution, project, folder or binary log",
    };
    private readonly Option<string[]> _pack = new("--pack")
    {
        Description = "団体のパック (フォルダーまたはファイル) / the body's pack (folder or files)",
        AllowMultipleArgumentsPerToken = true,
    };
    private readonly Option<string?> _system = new("--system")
    {
        Description = "システムの申告 / the system declaration",
    };
    private readonly Option<string[]> _evidence = new("--evidence")
    {
        Description = "証跡の台帳 / register of evidence",
        AllowMultipleArgumentsPerToken = true,
    };
    private readonly Option<string[]> _waivers = new("--waivers")
    {
        Description = "例外措置の台帳 / register of waivers",
        AllowMultipleArgumentsPerToken = true,
    };
    private readonly Option<string[]> _sarif = new("--sarif")
    {
        Description = "他のツールのSARIFログ / SARIF logs of other tools",
        AllowMultipleArgumentsPerToken = true,
    };
    private readonly Option<string[]> _tables = new("--table")
    {
        Description =
            "付属の表に代わる日付のある表 (祝日、暗号) / dated tables in place of those that ship: holidays, cryptography",
        AllowMultipleArgumentsPerToken = true,
    };
    private readonly Option<string?> _configuration = new("--configuration", "-c")
    {
        Description = "ビルドする構成 (既定: Release) / configuration that is built (default: Release)",
    };
    private readonly Option<string[]> _pathMap = new("--path-map")
    {
        Description = "binlogの中の場所とここでの場所、旧=新 / where the files of a log lie here, OLD=NEW",
        AllowMultipleArgumentsPerToken = true,
    };
    private readonly Option<string[]> _leaveOut = new("--leave-out")
    {
        Description =
            "検査から除くファイルまたはフォルダー (結果に示す) / files and folders not to judge; the result names them",
        AllowMultipleArgumentsPerToken = true,
    };
    private readonly Option<bool> _strict = new("--strict")
    {
        Description =
            "検査していないものが一つでもあれば判定不能とする / anything that was not judged keeps the whole from conforming",
    };
    private readonly Option<bool> _noGenerators = new("--no-generators")
    {
        Description =
            "納品物のジェネレーターを動かさない / run no generators of the deliverable; what they write is not judged",
    };
    private readonly Option<bool> _noBuild = new("--no-build")
    {
        Description = "ビルドせず、コードを見ない / build nothing and look at no code",
    };

    public void AddTo(Command command, bool canSkipBuild)
    {
        command.Add(_path);
        foreach (
            var option in new Option[]
            {
                _pack,
                _system,
                _evidence,
                _waivers,
                _sarif,
                _tables,
                _configuration,
                _pathMap,
                _leaveOut,
                _noGenerators,
            }
        )
            command.Add(option);
        if (canSkipBuild)
            command.Add(_noBuild);
        else
            command.Add(_strict);
    }

    public CheckRequest Of(ParseResult parsed, LocalDate asOf, MessageLanguage language) =>
        new()
        {
            Path = parsed.GetValue(_path)!,
            Pack = (parsed.GetValue(_pack) ?? []).ToValueList(),
            System = parsed.GetValue(_system),
            Registers = (parsed.GetValue(_evidence) ?? []).Concat(parsed.GetValue(_waivers) ?? []).ToValueList(),
            Logs = (parsed.GetValue(_sarif) ?? []).ToValueList(),
            Tables = (parsed.GetValue(_tables) ?? []).ToValueList(),
            Configuration = parsed.GetValue(_configuration),
            PathMap = (parsed.GetValue(_pathMap) ?? []).ToValueList(),
            LeaveOut = (parsed.GetValue(_leaveOut) ?? []).ToValueList(),
            RunsGenerators = !parsed.GetValue(_noGenerators),
            Strict = parsed.GetValue(_strict),
            Builds = !parsed.GetValue(_noBuild),
            AsOf = asOf,
            Language = language,
        };

    /// <summary>A pack that is itself wrong is said at once: nobody waits for a build to hear it.</summary>
    public static bool IsInvalid(CheckInputs given, Terminal terminal, MessageLanguage language)
    {
        foreach (var problem in given.Pack.Problems)
            terminal.Problem(problem, given.Files.First(d => d.Path == problem.Location.File), language);
        return given.Pack.Problems.Any(p => p.Severity == Severity.Error);
    }
}
