using PolicyKit.Cli.Starting;

namespace PolicyKit.Templates;

/// <summary>Writes the templates into a folder, which becomes the content of the package.</summary>
internal static class Program
{
    public static int Main(string[] args)
    {
        if (args.Length != 1)
        {
            Console.Error.WriteLine("PolicyKit.Templates FOLDER");
            return 2;
        }

        var files = new NewFiles(args[0]);
        foreach (var template in (ITemplate[])[new PackTemplate(), new SystemTemplate(), .. RegisterTemplate.All])
            template.Add(files, template.ShortName + "/");
        files.Write();
        return 0;
    }
}
