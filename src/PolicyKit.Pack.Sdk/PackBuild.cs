using System.Text;
using PolicyKit.Compliance;
using PolicyKit.Findings;
using PolicyKit.Messages;
using PolicyKit.Packs;
using PolicyKit.Packs.MunicipalBaseline;
using PolicyKit.Policies;
using PolicyKit.Reading;
using PolicyKit.Standards;

namespace PolicyKit.PackBuilding;

/// <summary>Validates a pack and writes what its package is made of.</summary>
internal sealed class PackBuild(PackDescription description, TextWriter output)
{
    private readonly HashSet<Problem> _told = [];
    private bool _isWrong;

    /// <summary>Validates and writes.</summary>
    /// <returns>0, or 1 when the files are not valid; then nothing is written.</returns>
    public static int Run(PackDescription description, TextWriter output) => new PackBuild(description, output).Run();

    private int Run()
    {
        if (Source(description.Policy) is not { } policy || Source(description.Standard) is not { } standard)
            return 1;
        var rules = PublishableRules.Read();
        var published = PolicyPack.Load(WithBaseline([policy, standard]), rules);
        Tell(published.Problems);
        TellLints(policy, standard);
        // What lies beside the published standard and imports it is validated with it.
        var overlays = Overlays().ToList();
        if (overlays.Count > 0)
        {
            Tell(PolicyPack.Load(WithBaseline([policy, standard, .. overlays]), rules).Problems);
            foreach (var overlay in overlays)
                TellLints(null, overlay);
        }

        if (!_isWrong && published.Policy is null)
            Say(policy.Path, "kind: policy?");
        if (!_isWrong && published.Standard is null)
            Say(standard.Path, "kind: standard?");
        if (_isWrong)
            return 1;
        Directory.CreateDirectory(description.Output);
        var content = new PackContent(description, published, [policy, standard]);
        foreach (var (name, text) in content.Files())
            File.WriteAllText(Path.Combine(description.Output, name), text, new UTF8Encoding(false));
        return 0;
    }

    private SourceDocument? Source(string path)
    {
        if (File.Exists(path))
            return SourceDocument.ReadFile(path);
        var name = Path.GetFileName(path);
        Say(path, description.Language == MessageLanguage.English ? $"No file `{name}`" : $"`{name}` がありません");
        return null;
    }

    private IEnumerable<SourceDocument> Overlays() =>
        Directory
            .EnumerateFiles(description.Folder, "*.json")
            .Order(StringComparer.Ordinal)
            .Where(path => path != description.Policy && path != description.Standard)
            .Select(SourceDocument.ReadFile)
            .Where(file => file.Kind == DocumentKind.Standard);

    private static IEnumerable<SourceDocument> WithBaseline(IReadOnlyList<SourceDocument> files) =>
        files.Any(PackContent.ImportsBaseline) ? [.. files, MunicipalBaseline.Source] : files;

    private void TellLints(SourceDocument? policy, SourceDocument standard)
    {
        if (policy is not null && PolicySerializer.Read(policy) is { IsValid: true } read)
            Tell(PolicyLints.Check(read.Value!, policy));
        Tell(StandardLints.Check(StandardSerializer.Read(standard)));
    }

    // As MSBuild reads it: file(line,column): error CODE: text.
    private void Tell(IEnumerable<Problem> problems)
    {
        foreach (var problem in problems.Where(_told.Add))
        {
            var (at, isError) = (problem.Location, problem.Severity == Severity.Error);
            _isWrong |= isError;
            var remedy = problem.Message.Remedy(description.Language) is { } cure ? $" ({cure})" : "";
            var text = VisibleText.Of(problem.Message.Text(description.Language) + remedy);
            var code = problem.IsDanglingReference ? "PK0003" : "PK0002";
            output.WriteLine(
                $"{at.File}({at.Start.Line},{at.Start.Column}): {(isError ? "error" : "warning")} {code}: {text}"
            );
        }
    }

    private void Say(string path, string text)
    {
        _isWrong = true;
        output.WriteLine($"{path}(1,1): error PK0002: {VisibleText.Of(text)}");
    }
}
