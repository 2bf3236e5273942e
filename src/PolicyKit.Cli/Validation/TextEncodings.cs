using System.Buffers;
using System.Text;
using PolicyKit.Cli.Failures;
using PolicyKit.Json;
using PolicyKit.Messages;

namespace PolicyKit.Cli.Validation;

/// <summary>Bytes of a file as UTF-8, and what to say when they are something else.</summary>
internal static class TextEncodings
{
    public const string ShiftJisName = "shift_jis";

    public static (byte[] Utf8, LocalizedMessage? Problem) Decode(byte[] bytes, string encoding, bool isYaml)
    {
        if (encoding == ShiftJisName)
            return (Encoding.UTF8.GetBytes(ShiftJis(strict: false)!.GetString(bytes)), null);
        if (Utf16(bytes) is { } utf16)
            return isYaml
                // YAML 1.2 §5.2 allows it.
                ? (Encoding.UTF8.GetBytes(utf16.GetString(bytes).TrimStart('\uFEFF')), null)
                : (bytes is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..] ? bytes : [0xFF, 0xFE, .. bytes], null);
        return System.Text.Unicode.Utf8.IsValid(bytes)
            ? (bytes, null)
            : (
                bytes,
                CliException.Messages.Message(LooksLikeShiftJis(bytes) ? "validate.shift-jis" : "validate.not-utf-8")
            );
    }

    /// <summary>Where the first byte stands that is not UTF-8.</summary>
    public static TextPosition FirstWrong(byte[] bytes)
    {
        var (at, line, column) = (0, 1, 1);
        while (
            at < bytes.Length
            && Rune.DecodeFromUtf8(bytes.AsSpan(at), out var rune, out var length) == OperationStatus.Done
        )
        {
            (line, column) = rune.Value == '\n' ? (line + 1, 1) : (line, column + rune.Utf16SequenceLength);
            at += length;
        }

        return new TextPosition(line, column);
    }

    // By its mark, or by the zero that every second byte of an ASCII beginning is (YAML 1.2 §5.2).
    private static UnicodeEncoding? Utf16(byte[] bytes) =>
        bytes switch
        {
            [0xFF, 0xFE, ..] => new UnicodeEncoding(bigEndian: false, byteOrderMark: true),
            [0xFE, 0xFF, ..] => new UnicodeEncoding(bigEndian: true, byteOrderMark: true),
            [not 0, 0, not 0, 0, ..] => new UnicodeEncoding(bigEndian: false, byteOrderMark: false),
            [0, not 0, 0, not 0, ..] => new UnicodeEncoding(bigEndian: true, byteOrderMark: false),
            _ => null,
        };

    private static bool LooksLikeShiftJis(byte[] bytes)
    {
        try
        {
            return ShiftJis(strict: true)!
                .GetString(bytes)
                .Any(c => c is (>= '\u3041' and <= '\u30FF') or (>= '\u4E00' and <= '\u9FFF'));
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }

    private static Encoding? ShiftJis(bool strict) =>
        CodePagesEncodingProvider.Instance.GetEncoding(
            932,
            EncoderFallback.ReplacementFallback,
            strict ? DecoderFallback.ExceptionFallback : DecoderFallback.ReplacementFallback
        );
}
