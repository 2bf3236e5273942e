using CsCheck;
using PolicyKit.Json;
using PolicyKit.Json.Schemas;

namespace PolicyKit.Json.Tests;

/// <summary>Patterns are ECMA-262 with the <c>u</c> flag; the automaton and the backtracking engine agree on every text.</summary>
public sealed class PatternTests
{
    private static readonly Gen<string> Atom = OneOf(
        "a",
        "b",
        "あ",
        ".",
        "[ab]",
        "[^a]",
        @"\d",
        @"\D",
        @"\s",
        @"\S",
        @"\w",
        @"\p{L}",
        @"\P{L}",
        "[あ-ん]",
        @"[\p{Lo}a]",
        "^",
        "$",
        @"\u3042",
        "𠮟",
        @"[𠮟-𠮠]",
        @"\p{Script=Han}",
        @"\P{Script=Han}",
        @"\p{scx=Katakana}",
        @"[^\p{sc=Hiragana}a]",
        ""
    );

    private static readonly Gen<string> Expression = Gen.Recursive<string>(
        (depth, inner) =>
            depth > 3
                ? Atom
                : Gen.OneOf(
                    Atom,
                    Gen.Select(inner, inner, (a, b) => a + b),
                    Gen.Select(inner, inner, (a, b) => $"({a}|{b})"),
                    Gen.Select(inner, OneOf("*", "+", "?", "{2}", "{1,2}", "{0,1}", "{2,}"), (a, q) => $"(?:{a}){q}")
                )
    );

    private static readonly Gen<string> Text = OneOf("a", "b", "1", " ", "　", "あ", "ア", "々", "・", "𠮟", "\n", "-")
        .List[0, 6]
        .Select(parts => string.Concat(parts));

    [Fact]
    public void The_automaton_and_the_backtracking_engine_agree()
    {
        var made = 0;
        Gen.Select(Expression, Text)
            .Sample(
                (pattern, text) =>
                {
                    var parsed = PatternParser.Parse(pattern);
                    Assert.NotNull(parsed);
                    if (PatternAutomaton.Make(parsed) is not { } automaton)
                        return;
                    made++;
                    Assert.Equal(EcmaRegex.Compile(pattern)!.IsMatch(text), automaton.IsMatch(Slice(text)));
                },
                iter: 20_000,
                threads: 1
            );
        Assert.True(made > 15_000, $"only {made} automata");
    }

    [Theory]
    [InlineData(@"^\d+$", "１２", false)]
    [InlineData(@"^\p{L}+$", "条項", true)]
    [InlineData(@"^\s$", "　", true)]
    [InlineData(@"(?<=第)\d+(?=条)", "第12条", true)]
    [InlineData(@"^(?<year>\d{4})-\k<year>$", "2026-2026", true)]
    [InlineData(@"^(?<year>\d{4})$", "2026", true)]
    [InlineData("^.$", "𠮟", true)]
    [InlineData("^[^a]$", "𠮟", true)]
    [InlineData(@"^\p{Lo}$", "𠮟", true)]
    [InlineData("^𠮟{2}$", "𠮟𠮟", true)]
    [InlineData(@"^\p{Script=Hiragana}+$", "ひらがなー", false)]
    [InlineData(@"^\p{sc=Katakana}+$", "カナ", true)]
    [InlineData(@"^[\p{Script=Han}々]+$", "佐々木", true)]
    [InlineData(@"^[\w-]+$", "a-b_c", true)]
    [InlineData(@"\bcat\b", "a cat", true)]
    [InlineData("a{2,3}b", "caaab", true)]
    [InlineData("^a*?b$", "aab", true)]
    [InlineData("$^", "", true)]
    [InlineData("[]", "x", false)]
    [InlineData("[^]", "\n", true)]
    [InlineData("^a$", "a\n", false)]
    public void Follows_ECMA_262(string pattern, string text, bool expected)
    {
        Assert.Equal(expected, Pattern.Compile(pattern)!.IsMatch(Slice(text), new Scratch()));
        var schema = JsonSchema
            .Compile(JsonText.Read($"{{\"pattern\":{System.Text.Json.JsonSerializer.Serialize(pattern)}}}"))
            .Require();
        Assert.Equal(expected, schema.IsValid(JsonText.Read(System.Text.Json.JsonSerializer.Serialize(text)).Root));
    }

    // Names and places as they stand in registers, and what ECMA-262 makes of them: \p{Script=Han} holds 々 and 〇, and no ・ or ー;
    // with the extensions (scx) ・ and ー belong to the scripts that use them.
    [Theory]
    [InlineData(@"^\p{Script=Han}+$", "佐々木", true)]
    [InlineData(@"^\p{Script=Han}+$", "山田", true)]
    [InlineData(@"^\p{Script=Han}+$", "𠮷野家", true)]
    [InlineData(@"^\p{Script=Han}+$", "髙橋", true)]
    [InlineData(@"^\p{Script=Han}+$", "二〇二六", true)]
    [InlineData(@"^\p{Script=Han}+$", "葛󠄀城", false)]
    [InlineData(@"^\p{Script=Han}+$", "霞ヶ関", false)]
    [InlineData(@"^\p{Script=Han}+$", "三ケ島", false)]
    [InlineData(@"^\p{sc=Hani}+$", "埼玉県入間郡", true)]
    [InlineData(@"^\p{Script=Hiragana}+$", "さいたま", true)]
    [InlineData(@"^\p{Script=Hiragana}+$", "らーめん", false)]
    [InlineData(@"^\p{scx=Hiragana}+$", "らーめん", true)]
    [InlineData(@"^\p{Script=Katakana}+$", "ヤマダ", true)]
    [InlineData(@"^\p{Script=Katakana}+$", "ジョン・スミス", false)]
    [InlineData(@"^\p{scx=Katakana}+$", "ジョン・スミス", true)]
    [InlineData(@"^\p{Script=Katakana}+$", "スーパー", false)]
    [InlineData(@"^\p{Script_Extensions=Katakana}+$", "スーパー", true)]
    [InlineData(@"^\p{Script=Katakana}+$", "ﾔﾏﾀﾞ", false)]
    [InlineData(@"^[\p{Script=Katakana}ー・]+$", "アン・シャーリー", true)]
    [InlineData(@"^\p{L}+$", "毛呂山町", true)]
    [InlineData(@"^\p{L}+$", "𠮷田々", true)]
    [InlineData(@"^\P{Script=Han}+$", "𝒳", true)]
    [InlineData("^.{2}$", "𠮷野", true)]
    [InlineData(@"^[^\p{L}]+$", "１－２", true)]
    [InlineData(@"^\p{Alphabetic}+$", "さいたま", true)]
    [InlineData(@"^\p{Lu}\p{Ll}+$", "Saitama", true)]
    public void Means_the_same_with_and_without_look_around(string pattern, string text, bool expected)
    {
        Assert.NotNull(PatternParser.Parse(pattern));
        Assert.Null(PatternParser.Parse("(?=)" + pattern));
        foreach (var same in new[] { pattern, "(?=)" + pattern, "(?<!x)" + pattern })
            Assert.Equal(expected, Pattern.Compile(same)!.IsMatch(Slice(text), new Scratch()));
    }

    [Theory]
    [InlineData("(")]
    [InlineData("a**")]
    [InlineData("(?#comment)")]
    [InlineData("(?i)a")]
    [InlineData(@"\Z")]
    [InlineData("[b-a]")]
    [InlineData("a{3,2}")]
    public void Knows_what_is_no_pattern(string text) => Assert.Null(Pattern.Compile(text));

    [Fact]
    public void A_pattern_that_makes_others_backtrack_for_ever_is_decided_in_one_pass()
    {
        var pattern = Pattern.Compile("^(a+)+$")!;
        Assert.False(pattern.IsMatch(Slice(new string('a', 100_000) + "b"), new Scratch()));
        Assert.True(pattern.IsMatch(Slice(new string('a', 100_000)), new Scratch()));
    }

    [Fact]
    public void A_pattern_with_too_many_states_is_left_to_the_other_engine()
    {
        // Fifteen positions after an a: an automaton needs a state for each set of them.
        var pattern = Pattern.Compile("a[ab]{15}$")!;
        var text = string.Concat(Enumerable.Range(0, 20_000).Select(i => (i * 7919 % 13) % 2 == 0 ? "a" : "b"));
        Assert.Equal(
            System.Text.RegularExpressions.Regex.IsMatch(text, "a[ab]{15}$"),
            pattern.IsMatch(Slice(text), new Scratch())
        );
    }

    private static Gen<string> OneOf(params string[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);

    private static JsonText.Slice Slice(string text)
    {
        var bytes = System.Text.Encoding.UTF8.GetBytes(text);
        return new JsonText.Slice(bytes, 0, bytes.Length);
    }
}
