using System.Reflection;
using System.Xml.Linq;
using PolicyKit.Policies;

namespace PolicyKit.Cli.Starting;

/// <summary>The files of a new pack.</summary>
internal static class PackFolder
{
    /// <summary>Adds the files of a pack.</summary>
    /// <param name="files">The files that are to be written.</param>
    /// <param name="folder">Where they lie among them: empty, or with a slash at its end.</param>
    /// <param name="pack">The pack.</param>
    /// <param name="schemas">The folder of the schemas as seen from the pack, for editors; null to name none.</param>
    public static void Add(NewFiles files, string folder, NewPack pack, string? schemas = null)
    {
        files.Add(
            folder + "policy.json",
            PolicySerializer.Write(PolicyTemplate.Make(pack), schemas is null ? null : schemas + "policy.schema.json")
        );
        files.Add(
            folder + "standard.json",
            StandardTemplate.Write(pack, schemas is null ? null : schemas + "standard.schema.json")
        );
        files.Add($"{folder}{pack.Id}.policy.csproj", Project(pack));
        files.Add(
            folder + "README.md",
            Scaffold.Read("PackReadme.txt").Replace("$body$", pack.Body.Name, StringComparison.Ordinal)
        );
    }

    private static string Project(NewPack pack) =>
        new XElement(
            "Project",
            new XAttribute("Sdk", $"PolicyKit.Pack.Sdk/{ProgramVersion}"),
            new XElement(
                "PropertyGroup",
                new XElement("Version", "1.0.0"),
                // A list of names has commas and semicolons; the name of one body is one name.
                new XElement("Authors", pack.Body.Name.Replace(';', '；').Replace(',', '、'))
            )
        ) + "\n";

    /// <summary>The version of the program, without the commit, which follows a plus sign.</summary>
    public static string ProgramVersion =>
        typeof(PackFolder)
            .Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!
            .InformationalVersion.Split('+')[0];
}
