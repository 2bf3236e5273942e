using System.Text.Json;
using Microsoft.CodeAnalysis;

namespace PolicyKit.Checking;

/// <summary>The other end of a check: the process that runs a deliverable's generators and hands back what they write.
/// It gives no verdict, and nothing it says but source text is taken.</summary>
public static class GeneratorHost
{
    /// <summary>The first argument by which a program knows that it is to be this process.</summary>
    public const string Command = "run-generators";

    /// <summary>Runs the generators of a job, and writes its answer beside it.</summary>
    /// <param name="job">The file that the check wrote.</param>
    public static int Run(string job)
    {
        // Whatever generators print goes nowhere.
        Console.SetOut(TextWriter.Null);
        Console.SetError(TextWriter.Null);
        var asked = JsonSerializer.Deserialize<GeneratorJob>(File.ReadAllBytes(job))!;
        var call = CompilerCall.Parse(asked.Project, asked.Words, "");
        var cache = new ReferenceCache();
        var bare = RebuiltCompilation.WithoutGenerators(call, cache);
        var failures = new List<string>();
        var files = asked.Generators.Select(g => new GeneratorFile(g, "", false)).ToList();
        var known = bare.Compilation.SyntaxTrees.ToHashSet();
        var compilation = RebuiltCompilation.RunGenerators(bare, call.Arguments, files, cache.Generators, failures);
        var answer = new GeneratorAnswer(
            compilation
                .SyntaxTrees.Where(t => !known.Contains(t))
                .Select(t => new GeneratedFile(t.FilePath, t.ToString()))
                .ToList(),
            failures
        );
        File.WriteAllBytes(job + ".out", JsonSerializer.SerializeToUtf8Bytes(answer));
        return ExitCode.Conforms;
    }
}
