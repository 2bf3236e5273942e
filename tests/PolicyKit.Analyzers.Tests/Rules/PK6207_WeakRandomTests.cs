using PolicyKit.Analyzers.Tests.Engine;

namespace PolicyKit.Analyzers.Tests.Rules;

public sealed class PK6207_WeakRandomTests
{
    private static readonly Check Rule = new("PK6207");

    [Fact]
    public async Task Says_it_in_both_languages()
    {
        const string Source = """class C { int pin = Random.Shared.Next(10000); }""";
        Assert.Equal(
            "秘密の値 `pin` を、予測できる乱数で作っています 〔基本方針 6(6)・対策基準 6.2-04〕",
            Assert.Single(await Rule.Of(Files.All, Source)).GetMessage()
        );
        Assert.Equal(
            "The secret `pin` is made with random numbers that can be predicted 〔基本方針 6(6)・対策基準 6.2-04〕",
            Assert.Single(await Rule.Of(Files.All.WithProperty("PolicyKitLanguage", "en"), Source)).GetMessage()
        );
    }

    [Theory]
    [InlineData("""class C { int pin = [|Random.Shared.Next(10000)|]; }""")]
    [InlineData("""class C { void M() { var token = [|new Random().Next()|].ToString(); } }""")]
    [InlineData(
        """class C { string NewPassword() => new string(Enumerable.Repeat("abc", 12).Select(s => s[[|Random.Shared.Next(s.Length)|]]).ToArray()); }"""
    )]
    [InlineData(
        """class C { string M() { var rnd = new Random(); var password = ""; for (var i = 0; i < 8; i++) password = password + (char)[|rnd.Next(65, 90)|]; return password; } }"""
    )]
    [InlineData("""class C { void M() { var salt = new byte[16]; [|new Random().NextBytes(salt)|]; } }""")]
    [InlineData("""class C { byte[] _nonce = new byte[12]; void M() => [|Random.Shared.NextBytes(_nonce)|]; }""")]
    [InlineData("""class C { public string ApiKey { get; } = [|Random.Shared.NextInt64()|].ToString("x"); }""")]
    [InlineData(
        """class C { static void Send(int otp) { } void M() => Send([|Random.Shared.Next(100000, 999999)|]); }"""
    )]
    [InlineData("""class C { int CreateVerificationCode() { return [|Random.Shared.Next(100000, 999999)|]; } }""")]
    [InlineData(
        """class C { string GenerateToken() { var bytes = new byte[8]; [|new Random(1).NextBytes(bytes)|]; return Convert.ToHexString(bytes); } }"""
    )]
    [InlineData(
        """class C { string MakeToken(int n) { var chars = new char[n]; for (var i = 0; i < n; i++) chars[i] = "ab"[[|Random.Shared.Next(2)|]]; return new string(chars); } }"""
    )]
    [InlineData("""class C { void M(HttpContext c) { var sessionId = [|Random.Shared.Next()|].ToString(); } }""")]
    [InlineData("""class C { int 確認番号 = [|Random.Shared.Next(10000)|]; }""")]
    [InlineData("""class C { int pin = [|Random.Shared.N\u0065xt(10000)|]; }""")]
    [InlineData("""class C { int pin = [|Random/* " */.Shared.@Next(10000)|]; }""")]
    [InlineData("""class C { string Reset_Token() => [|Random.Shared.NextDouble()|].ToString(); }""")]
    public Task Reports(string source) => Rule.Reports(source, Files.All);

    [Theory]
    [InlineData(
        """class SecureRandom : Random { } class C { void M(SecureRandom r, byte[] salt) => r.NextBytes(salt); int secret = new SecureRandom().Next(); }"""
    )]
    [InlineData(
        """using System.Security.Cryptography; class C { byte[] salt = RandomNumberGenerator.GetBytes(16); int pin = RandomNumberGenerator.GetInt32(10000); }"""
    )]
    [InlineData("""class C { int Delay() => Random.Shared.Next(100, 200); }""")]
    [InlineData("""class C { async Task RetryAsync() { await Task.Delay(Random.Shared.Next(50)); } }""")]
    [InlineData(
        """class C { void Shuffle(int[] a) { for (var i = 0; i < a.Length; i++) { var j = Random.Shared.Next(i, a.Length); (a[i], a[j]) = (a[j], a[i]); } } }"""
    )]
    [InlineData("""class C { int spin = Random.Shared.Next(360); }""")]
    [InlineData("""class C { int Dice() => new Random().Next(1, 7); }""")]
    [InlineData("""class C { string tokenizer = Random.Shared.Next().ToString(); }""")]
    [InlineData("""class C { int passwordLength = Random.Shared.Next(8, 12); }""")]
    [InlineData("""class C { object M() => new Random(42); Random secret = new Random(); }""")]
    [InlineData("""class C { Guid token = Guid.NewGuid(); }""")]
    [InlineData("""class C { string fileName = $"{Random.Shared.Next()}.tmp"; }""")]
    [InlineData("""class C { bool Sample() => Random.Shared.NextDouble() < 0.01; }""")]
    [InlineData(
        """class JToken { } class C { JToken? CreateJToken(Random r) { if (r.Next() < 10) return null; switch (r.Next(3)) { case 0: return new JToken(); } return r.Next(2) switch { 0 => null, _ => r.Next() is 5 ? null : new JToken() }; } }"""
    )]
    [InlineData("""class Random { public int Next() => 4; } class C { int pin = new Random().Next(); }""")]
    [InlineData(
        """class C { string GenerateToken() { var index = Random.Shared.Next(3); return Lookup(index); } static string Lookup(int i) => ""; }"""
    )]
    [InlineData("""class C { int M(Dictionary<string, int> d, string token) => d[token] + Random.Shared.Next(); }""")]
    public Task Is_silent(string source) => Rule.IsSilent(source, Files.All);
}
