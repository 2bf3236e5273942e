using NodaTime;
using PolicyKit.Messages;

namespace PolicyKit.Checking;

/// <summary>What is to be looked at, and by what.</summary>
public sealed record CheckRequest
{
    /// <summary>A solution, a project, a folder or a binary log.</summary>
    public required string Path { get; init; }

    /// <summary>The body's pack: folders and files. Empty: what the projects bring themselves.</summary>
    public ValueList<string> Pack { get; init; } = ValueList<string>.Empty;

    /// <summary>The system declaration; null for those that the projects or their folders hold.</summary>
    public string? System { get; init; }

    /// <summary>Registers of waivers and evidence.</summary>
    public ValueList<string> Registers { get; init; } = ValueList<string>.Empty;

    /// <summary>SARIF logs of other tools.</summary>
    public ValueList<string> Logs { get; init; } = ValueList<string>.Empty;

    /// <summary>Dated tables in the place of those that ship with PolicyKit.</summary>
    public ValueList<string> Tables { get; init; } = ValueList<string>.Empty;

    /// <summary>Whether projects are built and their code is looked at.</summary>
    public bool Builds { get; init; } = true;

    /// <summary>
    /// The configuration that is built; null for Release, which is what is delivered, or for the default of a
    /// solution that has no Release.
    /// </summary>
    public string? Configuration { get; init; }

    /// <summary>Where the files of a log lie here: <c>OLD=NEW</c>.</summary>
    public ValueList<string> PathMap { get; init; } = ValueList<string>.Empty;

    /// <summary>
    /// Files and folders that the user leaves out, relative to the folder that is checked: named in the result, and
    /// not judged.
    /// </summary>
    public ValueList<string> LeaveOut { get; init; } = ValueList<string>.Empty;

    /// <summary>
    /// Whether generators that are not those of the SDK run, in a process of their own. Without them what they would
    /// write is not judged.
    /// </summary>
    public bool RunsGenerators { get; init; } = true;

    /// <summary>Whether what is only named as not judged keeps the whole from conforming, too.</summary>
    public bool Strict { get; init; }

    /// <summary>The day.</summary>
    public required LocalDate AsOf { get; init; }

    /// <summary>The language of messages.</summary>
    public MessageLanguage Language { get; init; } = MessageLanguage.Japanese;
}
