using PolicyKit.Cli.Starting;

namespace PolicyKit.Templates;

/// <summary>One template of <c>dotnet new</c>.</summary>
internal interface ITemplate
{
    /// <summary>The name by which it is called.</summary>
    string ShortName { get; }

    /// <summary>Adds its files and its description.</summary>
    /// <param name="files">The files that are to be written.</param>
    /// <param name="folder">Its folder among them, with a slash at its end.</param>
    void Add(NewFiles files, string folder);
}
