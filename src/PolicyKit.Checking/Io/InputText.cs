using System.Text;

namespace PolicyKit.Checking;

/// <summary>The text of a file as programs on Windows and elsewhere read it: UTF-8, or what its mark says.</summary>
internal static class InputText
{
    /// <exception cref="CheckException">The file is not there or cannot be read.</exception>
    public static string Of(string path)
    {
        var bytes = InputFile.Bytes(path, PathText.Shown(path));
        var encoding = bytes switch
        {
            [0xFF, 0xFE, 0, 0, ..] => Encoding.UTF32,
            [0xFF, 0xFE, ..] => Encoding.Unicode,
            [0xFE, 0xFF, ..] => Encoding.BigEndianUnicode,
            // Without a mark: every second byte of a text in Latin letters is nothing.
            [not 0, 0, not 0, 0, ..] => Encoding.Unicode,
            [0, not 0, 0, not 0, ..] => Encoding.BigEndianUnicode,
            _ => Encoding.UTF8,
        };
        return encoding.GetString(bytes).TrimStart('\uFEFF');
    }
}
