namespace PolicyKit.Cli.Starting;

/// <summary>The templates that ship with the program.</summary>
internal static class Scaffold
{
    /// <summary>The text of a template, with LF.</summary>
    public static string Read(string name)
    {
        using var reader = new StreamReader(typeof(Scaffold).Assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
