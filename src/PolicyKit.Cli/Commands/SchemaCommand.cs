using System.CommandLine;
using PolicyKit.Cli.Output;
using PolicyKit.Compliance;
using PolicyKit.Reading;

namespace PolicyKit.Cli.Commands;

/// <summary><c>policykit schema list|show|export</c>: the JSON Schemas of the kinds of file.</summary>
internal static class SchemaCommand
{
    public static Command Create(TextWriter output, TextWriter error)
    {
        var lang = CommonOptions.Language();
        lang.Recursive = true;
        var kind = new Argument<string>("KIND") { Description = "種別 / kind" };
        kind.AcceptOnlyFromAmong(Kinds.Select(k => k.Name()).ToArray());
        var folder = new Argument<string>("DIR") { Description = "出力先のフォルダー / folder to write to" };
        var (list, show, export) = (
            new Command("list", "種別の一覧 / list the kinds"),
            new Command("show", "スキーマを出力する / print a schema") { kind },
            new Command("export", "全てのスキーマを書き出す / write all schemas") { folder }
        );
        list.SetAction(_ =>
        {
            foreach (var k in Kinds)
                output.WriteLine(k.Name());
            return ExitCode.Conforms;
        });
        show.SetAction(parsed =>
        {
            output.Write(DocumentSchemas.Source(DocumentKindExtensions.Find(parsed.GetValue(kind)!)!.Value).Content);
            return ExitCode.Conforms;
        });
        export.SetAction(parsed =>
            CommandGuard.Run(
                CommonOptions.ParseLanguage(parsed.GetValue(lang)!),
                error,
                () => Export(parsed.GetValue(folder)!, output)
            )
        );
        return new Command("schema", "JSON Schemaを見る、書き出す / show and export the JSON Schemas")
        {
            list,
            show,
            export,
            lang,
        };
    }

    private static DocumentKind[] Kinds => Enum.GetValues<DocumentKind>();

    private static int Export(string folder, TextWriter output)
    {
        Directory.CreateDirectory(folder);
        foreach (var kind in Kinds)
        {
            var target = Path.Combine(folder, kind.Name() + ".schema.json");
            AtomicFile.Write(target, DocumentSchemas.Source(kind).Content);
            output.WriteLine(PathText.Shown(Path.GetFullPath(target)));
        }

        return ExitCode.Conforms;
    }
}
