namespace PolicyKit.Checking;

/// <summary>What the process of generators is asked for.</summary>
internal sealed record GeneratorJob(string Project, IReadOnlyList<string> Words, IReadOnlyList<string> Generators);

/// <summary>What it answers.</summary>
internal sealed record GeneratorAnswer(IReadOnlyList<GeneratedFile> Files, IReadOnlyList<string> Failures);

/// <summary>Source text that a generator wrote.</summary>
internal sealed record GeneratedFile(string Path, string Text);
