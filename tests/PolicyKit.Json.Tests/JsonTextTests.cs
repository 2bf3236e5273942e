using System.Text;
using CsCheck;
using PolicyKit.Json;
using PolicyKit.Messages;

namespace PolicyKit.Json.Tests;

public sealed class JsonTextTests
{
    [Fact]
    public void Gives_line_column_and_pointer_of_every_value()
    {
        var text = JsonText.Read("{\n  \"条項\": [1, {\"a/b~c\": true}]\n}");
        Assert.True(text.TryFind("/条項/1/a~1b~0c", out var value));
        Assert.Equal(JsonKind.True, value.Kind);
        Assert.Equal(new TextPosition(2, 23), value.Position);
        Assert.Equal("/条項/1/a~1b~0c", value.Pointer);
        Assert.Equal("", text.Root.Pointer);
    }

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    [InlineData("\r")]
    public void Counts_lines_by_any_line_end(string end) =>
        Assert.Equal(new TextPosition(3, 2), Item(JsonText.Read($"[{end}1,{end} 2]"), 1).Position);

    [Fact]
    public void Counts_columns_in_utf_16_units_and_leaves_out_the_byte_order_mark()
    {
        byte[] bytes = [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes("[\"漢字𠮟\", 1]")];
        Assert.Equal(new TextPosition(1, 10), Item(JsonText.Read(bytes), 1).Position);
    }

    [Fact]
    public void Names_duplicate_members_and_still_reads_the_text()
    {
        var text = JsonText.Read("{\"a\": 1, \"b\": {\"x\": 1, \"\\u0078\": 2}, \"a\": 3}");
        Assert.Null(text.Error);
        Assert.Equal(["x", "a"], text.DuplicateMembers.Select(m => m.Name));
        Assert.Equal(new TextPosition(1, 24), text.DuplicateMembers.First().NamePosition);
    }

    [Theory]
    [InlineData("{\"a\" 1}", 1, 6, "`:`")]
    [InlineData("{\"a\": 1,}", 1, 8, "コンマ")]
    [InlineData("[1 2]", 1, 3, "この値の後に `,` がありません")]
    [InlineData("{\"a\": 1\n  \"b\": 2}", 1, 8, "この値の後に `,` がありません")]
    [InlineData("[1 x]", 1, 4, "`,` または `]`")]
    [InlineData("{a: 1}", 1, 2, "二重引用符")]
    [InlineData("{\"a\": 'x'}", 1, 7, "二重引用符")]
    [InlineData("[1, // x\n2]", 1, 5, "コメント")]
    [InlineData("[truе]", 1, 2, "true")]
    [InlineData("[\"a\nb\"]", 1, 4, "改行")]
    [InlineData("[\"a", 1, 2, "閉じられていません")]
    [InlineData("[01]", 1, 2, "先頭に余分な 0")]
    [InlineData("", 1, 1, "空です")]
    [InlineData("[", 1, 2, "ファイルが途中で終わっています")]
    [InlineData("{} x", 1, 4, "余分な `x`")]
    public void Says_where_broken_text_breaks_and_what_was_expected(string json, int line, int column, string said)
    {
        var error = JsonText.Read(json).Error!;
        Assert.Equal(new TextPosition(line, column), error.Position);
        Assert.Contains(said, error.Message.Text(MessageLanguage.Japanese), StringComparison.Ordinal);
    }

    [Fact]
    public void Says_that_shift_jis_is_no_utf_8()
    {
        var error = JsonText.Read([(byte)'"', 0x8F, 0xEE, (byte)'"']).Error!;
        Assert.Equal("json.invalid-utf-8", error.Message.Key);
        Assert.Contains("Shift_JIS", error.Message.Remedy(MessageLanguage.Japanese), StringComparison.Ordinal);
    }

    [Fact]
    public void Bounds_depth_and_size_by_options()
    {
        Assert.Equal("json.too-deep", JsonText.Read(new string('[', 1_000_000)).Error!.Message.Key);
        Assert.Null(JsonText.Read(new string('[', 512) + new string(']', 512)).Error);
        Assert.Equal(
            "json.too-large",
            JsonText.Read("[1,2,3]"u8.ToArray(), new JsonReadOptions { MaxBytes = 3 }).Error!.Message.Key
        );
    }

    [Fact]
    public void Never_throws_on_any_bytes() =>
        Gen.Byte.Array[0, 40].Sample(bytes => _ = JsonText.Read(bytes).Error?.Position, iter: 20_000);

    [Fact]
    public void Reads_every_string_that_the_framework_writes() =>
        Gen.String[0, 30]
            .Sample(
                // An unpaired surrogate has no UTF-8; the framework writes U+FFFD for it.
                s =>
                    Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(s))
                    == JsonText.Read(System.Text.Json.JsonSerializer.Serialize(s)).Root.GetString(),
                iter: 5_000
            );

    [Fact]
    public void Finds_every_value_again_by_its_pointer() =>
        Json.Sample(
            json =>
            {
                var text = JsonText.Read(json);
                return Walk(text.Root).All(v => text.TryFind(v.Pointer, out var found) && found == v);
            },
            iter: 2_000
        );

    private static readonly Gen<string> Json = Gen.Recursive<string>(
        (depth, inner) =>
            depth >= 4
                ? Gen.OneOf(Gen.Const("1"), Gen.Const("\"x\""), Gen.Const("null"))
                : Gen.OneOf(
                    Gen.Const("-0.5e3"),
                    inner.Array[0, 3].Select(a => $"[{string.Join(", ", a)}]"),
                    inner.Array[0, 3].Select(a => $"{{{string.Join(",\n", a.Select((v, i) => $"\"k/{i}~\": {v}"))}}}")
                )
    );

    private static IEnumerable<JsonValue> Walk(JsonValue value) =>
        value.Items().Concat(value.Members().Select(m => m.Value)).SelectMany(Walk).Prepend(value);

    private static JsonValue Item(JsonText text, int index) => text.Root.Items().ElementAt(index);
}
