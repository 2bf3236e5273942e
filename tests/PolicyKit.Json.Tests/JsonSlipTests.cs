using PolicyKit.Json;
using PolicyKit.Messages;

namespace PolicyKit.Json.Tests;

/// <summary>What people type where JSON wants something else: named, at its place, with what to write.</summary>
public sealed class JsonSlipTests
{
    [Theory]
    [InlineData("""{"a":1} // 備考""", 9, "json.comment")]
    [InlineData("""{"a":1, # 備考""", 9, "json.comment")]
    [InlineData("""{"a":1，"b":2}""", 7, "json.wide-comma")]
    [InlineData("""["a"、"b"]""", 5, "json.wide-comma")]
    [InlineData("""{"a":1;"b":2}""", 7, "json.wide-comma")]
    [InlineData("{\u3000\"a\":1}", 2, "json.wide-space")]
    [InlineData("{\"a\":\u00A01}", 6, "json.wide-space")]
    [InlineData("""｛"a":1｝""", 1, "json.wide-bracket")]
    [InlineData("""{"a":［1]}""", 6, "json.wide-bracket")]
    [InlineData("""{"a":１２}""", 6, "json.wide-number")]
    [InlineData("""{"a":－1}""", 6, "json.wide-number")]
    [InlineData("""{“a”:1}""", 2, "json.wide-quote")]
    [InlineData("""{"a":+1}""", 6, "json.bad-number")]
    [InlineData("""{"a":.5}""", 6, "json.bad-number")]
    [InlineData("""{"a":NaN}""", 6, "json.not-finite")]
    [InlineData("""{"a":-Infinity}""", 6, "json.not-finite")]
    [InlineData("""{"a":2026-04-01}""", 6, "json.bad-number#code")]
    [InlineData("""{"a":09:30}""", 6, "json.leading-zero")]
    [InlineData("""{"a":120円}""", 6, "json.bad-number")]
    [InlineData("""{"a":1,000}""", 8, "json.bad-number#separator")]
    [InlineData("""{1:"a"}""", 2, "json.expected-name")]
    [InlineData("""{"a":"「"台帳"」"}""", 9, "json.quote-in-string")]
    [InlineData("""{"a":[1}""", 8, "json.mismatch")]
    [InlineData("""["a":1]""", 5, "json.expected-comma-or-bracket")]
    [InlineData("""<html><body/></html>""", 1, "json.other-format#markup")]
    [InlineData("kind: system\nid: a", 1, "json.other-format#yaml")]
    [InlineData("- a\n- b", 1, "json.other-format#yaml")]
    [InlineData("番号,名称\n1,台帳", 1, "json.other-format#csv")]
    public void A_slip_is_named_at_its_place(string text, int column, string key)
    {
        var error = JsonText.Read(text).Error!;
        Assert.Equal((key, 1, column), (error.Message.Key, error.Position.Line, error.Position.Column));
        Assert.NotNull(error.Message.Remedy(MessageLanguage.Japanese));
    }

    [Theory]
    [InlineData("{\n  \"a\": {\n    \"b\": 1\n", "{", 2)]
    [InlineData("[\n  [1, 2],\n  [3,\n", "[", 3)]
    [InlineData("{\n  \"a\": [1],\n", "{", 1)]
    [InlineData("{\n  \"a\":\n", "{", 1)]
    public void A_bracket_that_is_never_closed_is_named_with_its_line(string text, string bracket, int line)
    {
        var error = JsonText.Read(text).Error!;
        Assert.Equal("json.unclosed", error.Message.Code);
        Assert.Contains(
            $"{line}行目の `{bracket}`",
            error.Message.Text(MessageLanguage.Japanese),
            StringComparison.Ordinal
        );
    }
}
