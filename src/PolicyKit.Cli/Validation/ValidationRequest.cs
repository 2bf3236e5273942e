using PolicyKit.Json;
using PolicyKit.Messages;

namespace PolicyKit.Cli.Validation;

/// <summary>What a run of <c>validate</c> is asked to do.</summary>
internal sealed record ValidationRequest(
    InputPaths Paths,
    InputFiles Inputs,
    CompiledSchemaFile? Schema,
    bool AssertFormats,
    bool WantsSecondOpinion,
    bool FailFast,
    int MaxProblems,
    MessageLanguage Language,
    PackJudge? Pack = null
)
{
    /// <summary>The files to read.</summary>
    public IReadOnlyList<string> Files => Paths.Files;
}
