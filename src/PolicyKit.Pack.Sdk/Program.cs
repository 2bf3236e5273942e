using System.Text;

namespace PolicyKit.PackBuilding;

/// <summary>
/// What a pack's project runs when it is built: validates the files, says what is wrong as MSBuild reads it, and writes
/// what the package is made of.
/// </summary>
internal static class Program
{
    public static int Main(string[] args)
    {
        Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        if (args.Length != 1)
        {
            Console.Error.WriteLine("PolicyKit.Pack.Sdk FILE");
            return 2;
        }

        try
        {
            return PackBuild.Run(PackDescription.Read(args[0]), Console.Out);
        }
        catch (IOException failure)
        {
            Console.Out.WriteLine($"{args[0]}: error PK0002: {failure.Message}");
            return 1;
        }
    }
}
