namespace PolicyKit.Checking;

/// <summary>
/// Assemblies that a program takes as they are: what no package, no framework and no compilation of the build gave.
/// </summary>
internal static class PrebuiltAssemblies
{
    private static readonly string[] Extensions = [".dll", ".exe", ".winmd", ".so", ".dylib"];

    public static IEnumerable<string> Of(CompilerCall call, BuildLog log)
    {
        var items = call.Logged?.Items ?? [];
        var named = items.Where(i => i.Type == "Reference").Select(i => Path.GetFullPath(i.Path));
        // What is copied to the output can be loaded, without being referenced.
        var copied = items
            .Where(i => i.Type is "None" or "Content" && i.IsCopied)
            .Select(i => Path.GetFullPath(i.Path))
            .Where(p => Extensions.Contains(Path.GetExtension(p), StringComparer.OrdinalIgnoreCase));
        var referenced = call
            .Arguments.MetadataReferences.Select(r => RebuiltCompilation.FullPath(r.Reference, call.Arguments))
            .Where(p => !IsOutput(p, log));
        return named
            .Concat(copied.Concat(referenced).Where(p => !IsOfPackage(p, call) && !IsOfFramework(p)))
            .Distinct(StringComparer.Ordinal);
    }

    private static bool IsOfPackage(string path, CompilerCall call) =>
        call.Logged?.Packages is { Length: > 0 } packages && CheckTarget.IsIn(path, Path.GetFullPath(packages));

    private static bool IsOfFramework(string path) =>
        SdkInstallation.Holds(path)
        || (
            Environment.GetFolderPath(Environment.SpecialFolder.ProgramFilesX86) is { Length: > 0 } programs
            && CheckTarget.IsIn(path, Path.Combine(programs, "Reference Assemblies"))
        );

    // The assembly of another project, or its reference assembly: its compilation stands in the same log.
    private static bool IsOutput(string path, BuildLog log) =>
        log.Calls.Any(c =>
            string.Equals(Path.GetFileName(path), c.Arguments.OutputFileName, StringComparison.OrdinalIgnoreCase)
            && c.Arguments.OutputDirectory is { } output
            && CheckTarget.IsIn(path, output)
        ) || log.Projects.Any(p => p.Output.Length > 0 && Path.GetFullPath(p.Output) == path);
}
