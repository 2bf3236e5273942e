using System.Text.RegularExpressions;
using PolicyKit.Testing;

namespace PolicyKit.Architecture.Tests;

/// <summary>A test is skipped for one reason only: the material beside the working copy is absent.</summary>
public sealed partial class SkippedTests
{
    [Fact]
    public void No_test_is_skipped_for_another_reason_than_absent_material()
    {
        var skipping = Repository
            .Files()
            .Where(f => f.StartsWith("tests/", StringComparison.Ordinal) && f.EndsWith(".cs", StringComparison.Ordinal))
            .Where(f => !f.EndsWith(nameof(SkippedTests) + ".cs", StringComparison.Ordinal))
            .Where(f => Skip().IsMatch(File.ReadAllText(Repository.PathOf(f))));
        Assert.Equal(["tests/Shared/Repository.cs"], skipping);
    }

    [GeneratedRegex(@"\bSkip\s*=(?!=)|Assert\.Skip|SkipWhen|SkipUnless")]
    private static partial Regex Skip();
}
