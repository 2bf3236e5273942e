using PolicyKit.Waivers;

namespace PolicyKit.Tests.Waivers;

public sealed class GlobTests
{
    [Theory]
    [InlineData("Code.cs", "Code.cs")]
    [InlineData("*.cs", "Code.cs")]
    [InlineData("C*e.?s", "Code.cs")]
    [InlineData("**/*.cs", "Code.cs")]
    [InlineData("**/*.cs", "src/a/b/Code.cs")]
    [InlineData("src/**/Code.cs", "src/Code.cs")]
    [InlineData("src/**/Code.cs", "src/a/b/Code.cs")]
    [InlineData("src/**", "src/a/Code.cs")]
    [InlineData("**", "src/a/Code.cs")]
    [InlineData("申請/*.cs", "申請/画面.cs")]
    public void A_pattern_fits_a_path(string pattern, string path) => Assert.True(new Glob(pattern).Fits(path));

    [Theory]
    [InlineData("*.cs", "src/Code.cs")]
    [InlineData("src/*", "src/a/Code.cs")]
    [InlineData("src/**", "src")]
    [InlineData("src/**/Code.cs", "Code.cs")]
    [InlineData("Code.cs", "code.cs")]
    [InlineData("Code?cs", "Code/cs")]
    [InlineData("Code.cs", "src/Code.cs")]
    [InlineData("Code.[ch]s", "Code.cs")]
    public void A_pattern_does_not_fit_a_path(string pattern, string path) =>
        Assert.False(new Glob(pattern).Fits(path));

    [Fact]
    public void Ends_on_a_pattern_made_to_be_slow()
    {
        var path = string.Join("/", Enumerable.Repeat(new string('a', 200), 40)) + "/b";
        Assert.False(new Glob(string.Concat(Enumerable.Repeat("**/*a*a*a*a*a*", 20)) + "/c").Fits(path));
        Assert.False(new Glob(string.Join("/", Enumerable.Repeat("**", 40)) + "/c").Fits(path));
    }
}
