namespace PolicyKit.Cli.Tests;

/// <summary>A problem as <c>validate --format json</c> tells it.</summary>
internal sealed record ToldProblem(string Code, string Pointer, string Message, string Remedy);
