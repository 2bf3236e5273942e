using System.Text;
using PolicyKit.Compliance;
using PolicyKit.Findings;
using PolicyKit.Json;
using PolicyKit.Messages;
using PolicyKit.Packs;
using PolicyKit.Policies;
using PolicyKit.Reading;
using PolicyKit.Standards;

namespace PolicyKit.PackBuilding;

/// <summary>Validates a pack and writes what its package is made of.</summary>
internal sealed class PackBuild(PackDescription description, TextWriter output)
{
    private static readonly ParameterId NonPublicWords = ParameterId.Parse("documents.non-public");

    private readonly KnownRules? _rules = description.ChecksRules ? PublishableRules.Read() : null;
    private readonly HashSet<Problem> _told = [];
    private bool _isWrong;

    /// <summary>Validates and writes.</summary>
    /// <returns>0, or 1 when the files are not valid; then nothing is written.</returns>
    public static int Run(PackDescription description, TextWriter output) => new PackBuild(description, output).Run();

    private int Run()
    {
        var policy = description.Policy is { } path ? Source(path) : null;
        var standard = Source(description.Standard);
        if (_isWrong)
            return 1;
        var published = new PublishedFiles(policy, standard!);
        var pack = PolicyPack.Load(WithBaseline(published.All), _rules);
        var others = Others();
        Refuse(published, others, pack.Standard);
        if (_isWrong)
            return 1;
        Tell(pack.Problems);
        TellLints(policy, standard!);
        ValidateOverlays(published, others.Where(file => file.Kind == DocumentKind.Standard).ToList());
        if (_isWrong)
            return 1;
        Directory.CreateDirectory(description.Output);
        foreach (var (name, text) in new PackContent(description, pack, published).Files())
            Write(Path.Combine(description.Output, name), text);
        return 0;
    }

    // What did not change is not written anew: what is built from it need not be built again.
    private static void Write(string path, string text)
    {
        if (path.EndsWith(".nuspec", StringComparison.Ordinal) || !File.Exists(path) || File.ReadAllText(path) != text)
            File.WriteAllText(path, text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
    }

    private SourceDocument? Source(string path)
    {
        if (File.Exists(path))
            return SourceDocument.ReadFile(path);
        Say(path, "PK0002", PackMessages.Catalog.Message("packing.no-file", Path.GetFileName(path)));
        return null;
    }

    private List<SourceDocument> Others() =>
        [
            .. Directory
                .EnumerateFiles(description.Folder, "*.json")
                .Order(StringComparer.Ordinal)
                .Where(path => path != description.Policy && path != description.Standard)
                .Select(SourceDocument.ReadFile),
        ];

    private void Refuse(PublishedFiles published, List<SourceDocument> others, SecurityStandard? standard)
    {
        var words = standard?.Find(NonPublicWords)?.Values ?? ValueList<string>.Empty;
        foreach (var (file, expected) in published.Expected)
            if (Refusal.Of(file, expected, others, words) is { } refusal)
                Say(file.Path, refusal.Rule, refusal.Message);
    }

    // What lies beside the published standard and imports it is validated with it.
    private void ValidateOverlays(PublishedFiles published, List<SourceDocument> overlays)
    {
        if (overlays.Count == 0)
            return;
        Tell(PolicyPack.Load(WithBaseline([.. published.All, .. overlays]), _rules).Problems);
        foreach (var overlay in overlays)
            TellLints(null, overlay);
    }

    private static IEnumerable<SourceDocument> WithBaseline(IReadOnlyList<SourceDocument> files) =>
        files.Any(Baseline.IsImportedBy) ? [.. files, Baseline.Source] : files;

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
            var isError = problem.Severity == Severity.Error;
            _isWrong |= isError;
            var code = problem.IsDanglingReference ? "PK0003" : "PK0002";
            Line(problem.Location.File, problem.Location.Start, isError ? "error" : "warning", code, problem.Message);
        }
    }

    private void Say(string path, string code, LocalizedMessage message)
    {
        _isWrong = true;
        Line(path, Location.StartOf(path).Start, "error", code, message);
    }

    private void Line(string file, TextPosition at, string severity, string code, LocalizedMessage message)
    {
        var remedy = message.Remedy(description.Language) is { } cure ? $" ({cure})" : "";
        var text = VisibleText.Of(message.Text(description.Language) + remedy);
        output.WriteLine($"{file}({at.Line},{at.Column}): {severity} {code}: {text}");
    }
}
