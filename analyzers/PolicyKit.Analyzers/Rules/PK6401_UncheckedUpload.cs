using PolicyKit.Policies;
using PolicyKit.Reading;

namespace PolicyKit.Analyzers.Rules;

public sealed class PK6401_UncheckedUpload()
    : PolicyRule("PK6401", MeasureKind.Technical, Severity.Error, wholeProgram: WholeProgram.Wholly)
{
    private static readonly ParameterId Scans = ParameterId.Parse("uploads.scan-names");

    public override ValueList<ParameterId> Parameters { get; } = ValueList.Create(Scans);

    private protected override void Start(RuleContext rule)
    {
        var files = new UploadedFiles(rule);
        if (files.File is null || AuthorizationModel.Of(rule) is not { } model)
            return;
        var uploads = new Uploads(rule, model, files);
        uploads.Register();
        rule.RegisterCompilationEndAction(end =>
        {
            foreach (var (place, endpoint, lack) in uploads.Lacking(rule.Values(Scans)))
                end.ReportAspect(place, lack, "PK6401." + lack, endpoint);
        });
    }
}
