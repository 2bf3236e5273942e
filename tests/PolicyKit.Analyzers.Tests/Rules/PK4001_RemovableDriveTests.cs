using PolicyKit.Analyzers.Tests.Engine;

namespace PolicyKit.Analyzers.Tests.Rules;

public sealed class PK4001_RemovableDriveTests
{
    private const string Library = """

        namespace System.Management
        {
            public class ManagementObjectSearcher(string query) { public string Query => query; }
            public class WqlEventQuery(string query) { public string Query => query; }
        }
        namespace Windows.Storage { public static class KnownFolders {
            public static object RemovableDevices => new(); public static object Music => new(); } }
        """;

    private static readonly Check Rule = new("PK4001");

    private static string Method(string body) =>
        $$"""class C { object? M(DriveInfo d, string path) { {{body}} return null; } } {{Library}}""";

    [Fact]
    public async Task Says_it_in_both_languages()
    {
        var source = Method("_ = d.DriveType == DriveType.Removable;");
        Assert.Equal(
            "申告のない外部媒体を使います (`DriveType.Removable`) 〔基本方針 6(6)・対策基準 6.2-04〕",
            Assert.Single(await Rule.Of(Files.All, source)).GetMessage()
        );
        Assert.Equal(
            "A removable medium is used that is not declared (`DriveType.Removable`) 〔基本方針 6(6)・対策基準 6.2-04〕",
            Assert.Single(await Rule.Of(Files.All.WithProperty("PolicyKitLanguage", "en"), source)).GetMessage()
        );
    }

    [Theory]
    [InlineData("return DriveInfo.GetDrives().Where(x => x.DriveType == [|DriveType.Removable|]);")]
    [InlineData("if (d.DriveType == [|DriveType.Removable|]) return d.Name;")]
    [InlineData("if (d.DriveType is [|DriveType.Removable|]) return d.Name;")]
    [InlineData("switch (d.DriveType) { case [|DriveType.Removable|]: return d.Name; }")]
    [InlineData("var wanted = [|DriveType.Removable|]; return d.DriveType == wanted;")]
    [InlineData("return d.DriveType == [|DriveType.Removable|] ? d.RootDirectory : null;")]
    [InlineData("return [|Windows.Storage.KnownFolders.RemovableDevices|];")]
    [InlineData(
        "return new System.Management.ManagementObjectSearcher([|\"SELECT * FROM Win32_LogicalDisk "
            + "WHERE DriveType = 2\"|]);"
    )]
    [InlineData(
        "return new System.Management.ManagementObjectSearcher([|\"SELECT * FROM Win32_DiskDrive "
            + "WHERE InterfaceType='USB'\"|]);"
    )]
    [InlineData("return new System.Management.WqlEventQuery([|\"SELECT * FROM Win32_VolumeChangeEvent\"|]);")]
    [InlineData("File.WriteAllText([|\"/media/usb/bills.csv\"|], path);")]
    [InlineData("File.Copy(path, [|\"/run/media/clerk/USB/bills.csv\"|]);")]
    [InlineData("return new FileStream([|\"/mnt/usb0/a\"|], FileMode.Create);")]
    [InlineData("return Directory.GetFiles([|\"/media/usb/\"|]);")]
    [InlineData("return new StreamWriter([|\"/media/\" + path + \"/a.csv\"|]);")]
    public Task Reports_a_removable_drive(string body) => Rule.Reports(Method(body), Files.All);

    [Theory]
    [InlineData("return DriveInfo.GetDrives().Where(x => x.DriveType == DriveType.Fixed);")]
    [InlineData("return DriveInfo.GetDrives().Where(x => x.DriveType != DriveType.Removable);")]
    [InlineData("if (d.DriveType is not DriveType.Removable) return d.Name;")]
    [InlineData("if (!(d.DriveType == DriveType.Removable)) return d.Name;")]
    [InlineData("if (d.DriveType == DriveType.Removable) throw new InvalidOperationException();")]
    [InlineData("return DriveInfo.GetDrives();")]
    [InlineData("return d.DriveType;")]
    [InlineData("return Windows.Storage.KnownFolders.Music;")]
    [InlineData(
        "return new System.Management.ManagementObjectSearcher(\"SELECT * FROM Win32_LogicalDisk "
            + "WHERE DriveType = 3\");"
    )]
    [InlineData("File.WriteAllText(\"/mnt/share/bills.csv\", path);")]
    [InlineData("File.WriteAllText(\"/var/media/a.jpg\", path);")]
    [InlineData("return Path.Combine(\"/media/usb\", path);")]
    [InlineData("return \"/media/usb/a\";")]
    [InlineData("File.WriteAllText(path, \"/media/usb\");")]
    public Task Is_silent_about_other_drives(string body) => Rule.IsSilent(Method(body), Files.All);

    [Fact]
    public Task Is_silent_where_media_are_declared() =>
        Rule.IsSilent(
            Method("_ = d.DriveType == DriveType.Removable;"),
            Files.All.With(
                "system",
                "\"media\": {\"notApplicable\": \"外部記憶媒体を使わない\"}",
                "\"media\": [{\"number\": \"U-01\", \"kind\": \"USBメモリ\", \"encryption\": "
                    + "\"AES-256\", \"keeper\": \"業務課長\", \"permission\": \"持出簿\"}]"
            )
        );

    [Fact]
    public Task Is_silent_about_an_enumeration_of_the_systems_own() =>
        Rule.IsSilent("enum DriveType { Removable } class C { DriveType M() => DriveType.Removable; }", Files.All);
}
