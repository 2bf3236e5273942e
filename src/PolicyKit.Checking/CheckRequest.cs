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

    /// <summary>The day.</summary>
    public required LocalDate AsOf { get; init; }

    /// <summary>The language of messages.</summary>
    public MessageLanguage Language { get; init; } = MessageLanguage.Japanese;
}
