namespace PolicyKit.Json.Schemas;

internal static class Ascii
{
    public static bool IsDigit(byte b) => b is >= (byte)'0' and <= (byte)'9';

    public static bool IsHex(byte b) => IsDigit(b) || (b | 0x20) is >= 'a' and <= 'f';

    public static bool IsLetter(byte b) => (b | 0x20) is >= 'a' and <= 'z';

    public static bool IsLetterOrDigit(byte b) => IsLetter(b) || IsDigit(b);

    public static bool IsOneOf(byte b, string characters) => characters.IndexOf((char)b) >= 0;
}
