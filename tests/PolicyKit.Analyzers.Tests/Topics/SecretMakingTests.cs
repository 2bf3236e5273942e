using PolicyKit.Analyzers.Tests.Engine;

namespace PolicyKit.Analyzers.Tests.Topics;

/// <summary>Predictable values that become secrets by what takes them, and those that become none.</summary>
public sealed class SecretMakingTests
{
    private static readonly Check Rule = new("PK6207");

    [Theory]
    [InlineData(
        """using System.Security.Cryptography; class C { object M() { var b = new byte[32]; [|new Random().NextBytes(b)|]; return new AesGcm(b, 16); } }"""
    )]
    [InlineData(
        """using System.Security.Cryptography; class C { void M(Aes aes) { var b = new byte[16]; [|Random.Shared.NextBytes(b)|]; aes.IV = b; } }"""
    )]
    [InlineData(
        """class C { void M(HttpContext c) { var id = [|Random.Shared.Next()|].ToString(); c.Response.Cookies.Append("sid", id); } }"""
    )]
    [InlineData(
        """class C { string M() { var n = [|Random.Shared.Next(100000, 999999)|]; return $"https://a.example.jp/reset?token={n}"; } }"""
    )]
    [InlineData(
        """class C { string M() { var b = new System.Text.StringBuilder(); b.Append([|Random.Shared.Next(10)|]); var password = b.ToString(); return password; } }"""
    )]
    [InlineData(
        """class C { string Digits() { var s = ""; for (var i = 0; i < 6; i++) s += Random.Shared.Next(10); return s; } void M() { var otp = [|Digits()|]; Console.WriteLine(otp); } }"""
    )]
    [InlineData("""class C { string ResetToken() => [|Guid.NewGuid()|].ToString("N"); }""")]
    [InlineData("""class C { string password = [|Guid.NewGuid()|].ToString().Substring(0, 8); }""")]
    [InlineData("""class C { string InitialPassword() => [|DateTime.Now|].ToString("yyyyMMdd"); }""")]
    [InlineData("""class C { string salt = [|DateTime.UtcNow|].Ticks.ToString(); }""")]
    [InlineData("""class C { string 確認番号 = [|Random.Shared.Next(10000)|].ToString(); }""")]
    public Task Reports(string source) => Rule.Reports(source, Files.All);

    [Theory]
    [InlineData("""class C { Guid token = Guid.NewGuid(); }""")]
    [InlineData("""class C { string id = Guid.NewGuid().ToString(); }""")]
    [InlineData("""class C { DateTime TokenExpires() => DateTime.UtcNow.AddHours(1); }""")]
    [InlineData(
        """class C { string Sign(string user, DateTime until) => user; void M() { var token = Sign("a", DateTime.UtcNow.AddHours(1)); Console.WriteLine(token); } }"""
    )]
    [InlineData("""class C { string M(string user) { var token = $"{user}|{DateTime.UtcNow}"; return token; } }""")]
    [InlineData(
        """class C { int Wait() => Random.Shared.Next(50); void M() { var token = Make(); Thread.Sleep(Wait()); Console.WriteLine(token); } static string Make() { Thread.Sleep(Random.Shared.Next(5)); return "x"; } }"""
    )]
    [InlineData(
        """class C { void M(HttpContext c) { var n = Random.Shared.Next(3); c.Response.Headers.Append("X-Shard", n.ToString()); } }"""
    )]
    public Task Is_silent(string source) => Rule.IsSilent(source, Files.All);
}
