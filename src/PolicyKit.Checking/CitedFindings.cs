using NodaTime;
using PolicyKit.Findings;
using PolicyKit.Packs;
using PolicyKit.Reading;
using PolicyKit.Waivers;

namespace PolicyKit.Checking;

/// <summary>
/// What logs of other tools and the build found, as far as the standard cites the rules: such findings get what
/// findings of ours have, the controls and provisions they stand on,
/// the severity that the standard gives them, and the waiver that covers them. What the standard does not cite is not
/// the policy's matter.
/// </summary>
internal static class CitedFindings
{
    /// <param name="findings">What the other tools found.</param>
    /// <param name="project">The folder that is checked: waivers name paths from there.</param>
    /// <param name="pack">What the system is judged by.</param>
    /// <param name="asOf">The day.</param>
    public static IEnumerable<Finding> Of(
        IEnumerable<Finding> findings,
        string project,
        PolicyPack pack,
        LocalDate asOf
    )
    {
        var waivers = new WaiverEvaluator(pack.Waivers, pack.Standard, asOf);
        foreach (var finding in findings)
        {
            var basis = pack.BasisOf(finding.Rule, ValueList<ProvisionId>.Empty);
            if (basis.Controls.Count == 0)
                continue;
            var path =
                finding.Location.File.Length == 0
                    ? null
                    : Path.GetRelativePath(FolderOf(project), Path.GetFullPath(finding.Location.File))
                        .Replace('\\', '/');
            var waiver = waivers.Covering(finding.Rule, basis.Controls, pack.System?.Id, path, () => null)?.Waiver.Id;
            yield return finding with
            {
                Severity = waiver is not null ? Severity.Information : basis.Severity ?? finding.Severity,
                Provisions = basis.Provisions,
                Controls = basis.Controls.Select(c => c.Id).ToValueList(),
                Waiver = waiver,
                Fingerprint = Fingerprints.Of(
                    finding.Rule,
                    finding.Location,
                    project,
                    finding.Excerpt,
                    finding.Message
                ),
            };
        }
    }

    /// <summary>Whether a finding is in the files of a project.</summary>
    public static bool IsIn(Finding finding, string project) =>
        finding.Location.File.Length > 0
        && Path.GetFullPath(finding.Location.File)
            .StartsWith(
                Path.TrimEndingDirectorySeparator(FolderOf(project)) + Path.DirectorySeparatorChar,
                StringComparison.Ordinal
            );

    private static string FolderOf(string project) =>
        Path.GetFullPath(Directory.Exists(project) ? project : Path.GetDirectoryName(Path.GetFullPath(project))!);
}
