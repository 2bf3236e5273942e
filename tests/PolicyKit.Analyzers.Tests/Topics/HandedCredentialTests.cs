using PolicyKit.Analyzers.Tests.Engine;

namespace PolicyKit.Analyzers.Tests.Topics;

/// <summary>Passwords that methods of the program hand on under names that say nothing, and values that nobody uses.</summary>
public sealed class HandedCredentialTests
{
    private static readonly Check Rule = new("PK6101");

    [Theory]
    [InlineData(
        "handed to a library",
        """
            class C { static object Make(string id, string moji) => new System.Net.NetworkCredential(id, moji);
            object M() => Make("batch", [|"Kensin#2026"|]); }
            """
    )]
    [InlineData(
        "handed on by two methods, through an object",
        """
            class C { static void A(object o) => B((string)o); static void B(string t) { var c = new
            System.Net.NetworkCredential("a", t); } void M() => A([|"Kensin#2026"|]); }
            """
    )]
    [InlineData(
        "put into a property of a library",
        """class C { static void A(System.Net.NetworkCredential c, string t) => c.Password = t; void M() => A(new(), [|"Kensin#2026"|]); }"""
    )]
    [InlineData(
        "put into a connection string",
        """class C { static string A(string t) => "Server=db01;User Id=sa;Password=" + t; void M() => A([|"Kensin#2026"|]); }"""
    )]
    [InlineData(
        "put into an interpolated connection string",
        """class C { static string A(string h, string t) => $"Server={h};User Id=sa;Pwd={t}"; void M() => A("db01", [|"Kensin#2026"|]); }"""
    )]
    [InlineData(
        "behind an interface",
        """
            interface I { void A(string t); } class J : I { public void A(string t) { var c = new
            System.Net.NetworkCredential("a", t); } } class C { void M(I i) => i.A([|"Kensin#2026"|]); }
            """
    )]
    [InlineData(
        "behind an abstract method",
        """
            abstract class I { public abstract void A(string t); } class J : I { public override void A(string
            t) { var c = new System.Net.NetworkCredential("a", t); } } class C { void M(I i) =>
            i.A([|"Kensin#2026"|]); }
            """
    )]
    [InlineData(
        "in an array that a method takes",
        """
            class C { static void A(string[] t) { var c = new System.Net.NetworkCredential("a", t[1]); } void
            M() { var t = new string[2]; t[1] = [|"Kensin#2026"|]; A(t); } }
            """
    )]
    [InlineData(
        "in a dictionary that a method takes",
        """
            class C { static void A(Dictionary<int, string> t) { var c = new System.Net.NetworkCredential("a",
            t[1]); } void M() { var t = new Dictionary<int, string>(); t.Add(1, [|"Kensin#2026"|]); A(t); } }
            """
    )]
    [InlineData(
        "kept in a field by another method",
        """class C { string _t = ""; void A() { _t = [|"Kensin#2026"|]; } object M() => new System.Net.NetworkCredential("a", _t); }"""
    )]
    [InlineData(
        "given back by a lambda with a name",
        """class C { void M() { Func<string> getPassword = () => [|"Kensin#2026"|]; Console.WriteLine(getPassword()); } }"""
    )]
    [InlineData(
        "appended",
        """class C { string M(string password) { password += [|"Kensin#2026"|]; return password; } }"""
    )]
    [InlineData("by itself with a key", """class C { string M() => [|"token=k3J9xP2mQ8vL5nR7tY1z"|]; }""")]
    [InlineData(
        "the bytes of a certificate with its key",
        """
            class C { object M(string p) => new
            System.Security.Cryptography.X509Certificates.X509Certificate2(Convert.FromBase64String([|"MIIKJAIBAzCCCeAGCSqGSIb3DQEHAaCCCdEEggnN"|]),
            p); }
            """
    )]
    [InlineData(
        "the bytes of a certificate with its key, by the loader",
        """
            class C { object M(string p) { byte[] b = { 0x30, 0x82, 0x0A, 0x24, 2 }; return
            System.Security.Cryptography.X509Certificates.X509CertificateLoader.LoadPkcs12([|b|], p); } }
            """
    )]
    [InlineData(
        "compared with what a method gives",
        """class C { string GetPassword() => Console.ReadLine()!; bool M() => GetPassword() == [|"Kensin#2026"|]; }"""
    )]
    [InlineData(
        "compared in fixed time",
        """
            class C { bool M(byte[] b) =>
            System.Security.Cryptography.CryptographicOperations.FixedTimeEquals(b,
            System.Text.Encoding.UTF8.GetBytes([|"Kensin#2026"|])); }
            """
    )]
    public Task Reports_a_literal(string road, string source)
    {
        Assert.NotEmpty(road);
        return Rule.Reports(source, Files.All);
    }

    [Theory]
    [InlineData(
        "handed to something else",
        """
            class C { static object Make(string id, string moji) => new System.Net.NetworkCredential(id,
            Console.ReadLine()); object M() => Make("batch", "Kensin#2026"); }
            """
    )]
    [InlineData(
        "a name that is looked up",
        """
            class C { static object Make(string name) => new System.Net.NetworkCredential("a",
            Environment.GetEnvironmentVariable(name)); object M() => Make("KENSIN_PASSWORD_2026"); }
            """
    )]
    [InlineData(
        "the user of a connection string",
        """class C { static string A(string t) => "Server=db01;User Id=" + t; void M() => A("Kensin#2026"); }"""
    )]
    [InlineData(
        "a field that only empty texts are written into",
        """class C { string _t = ""; void A() { _t = Console.ReadLine()!; } object M() => new System.Net.NetworkCredential("a", _t); }"""
    )]
    [InlineData(
        "a local by the name of a field",
        """class C { string _t = ""; void A() { string t = "Kensin#2026"; Console.WriteLine(t); } object M() => new System.Net.NetworkCredential("a", _t); }"""
    )]
    [InlineData(
        "the bytes of a certificate without its key",
        """
            class C { object M() { byte[] b = { 0x30, 0x82, 0x0A, 0x24, 2 }; return
            System.Security.Cryptography.X509Certificates.X509CertificateLoader.LoadCertificate(b); } }
            """
    )]
    [InlineData(
        "overwritten before it is used",
        """class C { string M(string[] args) { var password = "Kensin#2026"; password = args[0]; return password; } }"""
    )]
    [InlineData("a key that names a thing", """class C { string M() => "PublicKeyToken=b77a5c561934e089"; }""")]
    [InlineData(
        "what a framework gives",
        """class C { bool M() => Environment.GetEnvironmentVariable("A") == "Kensin#2026"; }"""
    )]
    [InlineData(
        "a part that is only padding",
        """class C { string M(string password) { password += "0000"; return password; } }"""
    )]
    public Task Is_silent_about_a_literal_that_is(string what, string source)
    {
        Assert.NotEmpty(what);
        return Rule.IsSilent(source, Files.All);
    }

    [Fact]
    public Task Is_silent_about_a_key_of_which_only_the_empty_text_is_written() =>
        Rule.IsSilent(
            """
            using System.Security.Cryptography;
            using System.Text;

            class C
            {
                object M(Aes aes)
                {
                    var data = "";
                    try
                    {
                        data = Console.ReadLine();
                    }
                    catch (System.IO.IOException) { }
                    return aes.CreateEncryptor(Encoding.UTF8.GetBytes(data!), aes.IV);
                }
            }
            """,
            Files.All
        );
}
