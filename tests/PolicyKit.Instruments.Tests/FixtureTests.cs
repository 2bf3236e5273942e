using PolicyKit.Instruments.Rendering;
using PolicyKit.Instruments.Sources;
using PolicyKit.Testing;

namespace PolicyKit.Instruments.Tests;

/// <summary>Texts of forty surfaces, made after real ones. What is expected of each was judged by hand.</summary>
public sealed class FixtureTests
{
    public static TheoryData<string> Texts =>
        [
            .. Directory
                .GetFiles(Folder)
                .Where(f => !f.EndsWith(".expected.txt", StringComparison.Ordinal))
                .Select(f => Path.GetFileName(f))
                .Order(StringComparer.Ordinal),
        ];

    private static string Folder => Repository.PathOf("tests", "PolicyKit.Instruments.Tests", "Fixtures");

    [Theory]
    [MemberData(nameof(Texts))]
    public void Is_imported_as_it_was_judged_by_hand(string file)
    {
        var result = Import(file);
        var actual = ImportedOutline.Of(result.Policy!) + "\n" + Report(result);
        var path = Path.Combine(Folder, file + ".expected.txt");
        if (Environment.GetEnvironmentVariable("POLICYKIT_UPDATE_EXPECTED") == "1")
            File.WriteAllText(path, actual);
        Assert.Equal(File.ReadAllText(path), actual);
    }

    [Theory]
    [MemberData(nameof(Texts))]
    public void Comes_back_letter_for_letter_and_line_by_line(string file)
    {
        var source = Read(file);
        var result = PolicyImport.Import(source, Options);
        Assert.Equal(source.Joined, PolicyText.Render(result.Policy!));
        Assert.True(result.IsVerbatim);
        Assert.Equal(result.Characters, result.Kept);
    }

    [Fact]
    public void There_are_forty() => Assert.Equal(40, Texts.Count);

    internal static ImportResult Import(string file) => PolicyImport.Import(Read(file), Options);

    private static ImportOptions Options => new() { Adopted = null, Body = null };

    private static SourceText Read(string file) =>
        SourceReader.Read(file, File.ReadAllBytes(Path.Combine(Folder, file))).Text!;

    private static string Report(ImportResult result) =>
        string.Concat(
            result.Notes.Select(n =>
                $"{(n.IsOpen ? "!" : " ")} {n.Line}: {n.Message.Text(PolicyKit.Messages.MessageLanguage.Japanese)}\n"
            )
        );
}
