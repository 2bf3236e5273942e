using System.IO.Compression;
using System.Text;

namespace PolicyKit.Forms.Tests;

/// <summary>Files that are no form, or worse: a sentence, and nothing run, followed or unpacked without end.</summary>
public sealed class HostileFileTests
{
    [Fact]
    public void An_old_or_encrypted_workbook_is_named_as_such() =>
        Says("forms.old-format", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0, 0]);

    [Fact]
    public void A_CSV_is_named_as_such() => Says("forms.not-xlsx", Encoding.UTF8.GetBytes("ID,規則\nw-1,PK6101\n"));

    [Fact]
    public void An_empty_file_is_named_as_such() => Says("forms.not-xlsx", []);

    [Fact]
    public void A_damaged_package_is_named_as_such() =>
        Says("forms.damaged", Encoding.UTF8.GetBytes("PK\u0003\u0004 not a package"));

    [Fact]
    public void A_spreadsheet_of_another_program_is_named_as_such() =>
        Says("forms.open-document", Zip(("mimetype", "application/vnd.oasis.opendocument.spreadsheet")));

    [Fact]
    public void A_binary_workbook_is_named_as_such() => Says("forms.binary", Zip(("xl/workbook.bin", "x")));

    [Fact]
    public void A_package_without_a_workbook_is_named_as_such() =>
        Says("forms.not-a-workbook", Zip(("word/document.xml", "<a/>")));

    [Fact]
    public void A_workbook_that_is_no_form_is_named_as_such()
    {
        using var book = new Workbook(Documents.Written("waivers", null));
        book.Cleared("例外措置", "A5");
        book.Cleared("例外措置", "B6");
        Says("forms.unknown-form", book.Save());
    }

    [Fact]
    public void What_unpacks_without_end_is_not_unpacked()
    {
        var zeros = new byte[1_000_000];
        Array.Fill(zeros, (byte)' ');
        var bomb = PackageEdits.With(
            Documents.Written("waivers", null),
            "xl/worksheets/sheet1.xml",
            stream =>
            {
                stream.Write("<worksheet>"u8);
                for (var i = 0; i < 80; i++)
                    stream.Write(zeros);
                stream.Write("</worksheet>"u8);
            }
        );
        Assert.True(bomb.Length < 1_000_000);
        Says("forms.too-large", bomb);
    }

    [Fact]
    public void Entities_are_not_expanded() =>
        Says(
            "forms.damaged",
            PackageEdits.With(
                Documents.Written("waivers", null),
                "xl/worksheets/sheet1.xml",
                s => s.Write("<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><worksheet>&a;</worksheet>"u8)
            )
        );

    [Fact]
    public void Macros_are_ignored_and_said_to_be()
    {
        var result = FormReading.Read(
            PackageEdits.With(
                Documents.Written("waivers", Registers.Of("理由")),
                "xl/vbaProject.bin",
                s => s.WriteByte(1)
            )
        );
        Assert.Equal("forms.macros", Assert.Single(result.Problems).Message.Code);
        Assert.NotNull(result.Json);
    }

    [Fact]
    public void A_file_that_was_cut_off_anywhere_ends_in_a_sentence()
    {
        var whole = Documents.Written("waivers", Registers.Of("理由"));
        for (var length = 0; length < whole.Length; length += 211)
            Assert.NotEmpty(FormReading.Read(whole[..length]).Problems);
    }

    private static void Says(string code, byte[] file)
    {
        var result = FormReading.Read(file);
        Assert.Equal(code, Assert.Single(result.Problems).Message.Code);
        Assert.Null(result.Json);
    }

    private static byte[] Zip(params (string Name, string Text)[] entries)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var (name, text) in entries)
            {
                using var entry = zip.CreateEntry(name).Open();
                entry.Write(Encoding.UTF8.GetBytes(text));
            }

        return stream.ToArray();
    }
}
