using PolicyKit.Analyzers.Tests.Engine;

namespace PolicyKit.Analyzers.Tests.Rules;

public sealed class PK6103_ExposedPasswordTests
{
    private const string Usings =
        "using System.Security.Cryptography; using System.Text; using Microsoft.AspNetCore.Cryptography.KeyDerivation; using Microsoft.AspNetCore.DataProtection; using Microsoft.AspNetCore.Identity; ";

    private const string Library =
        """ namespace Microsoft.EntityFrameworkCore { public class DbContext { } public class DbSet<T> { } } namespace BCrypt.Net { public static class BCrypt { public static string HashPassword(string inputKey, int workFactor = 11) => inputKey; public static bool Verify(string text, string hash) => true; } } public class User { public string Name { get; set; } = ""; public string Password { get; set; } = ""; public string PasswordHash { get; set; } = ""; } public class Login { public string Password { get; set; } = ""; public string ConfirmPassword { get; set; } = ""; public string NewPassword { get; set; } = ""; } public class Db : Microsoft.EntityFrameworkCore.DbContext { public Microsoft.EntityFrameworkCore.DbSet<User> Users { get; set; } = new(); }""";

    private static readonly Check Rule = new("PK6103");

    [Theory]
    [InlineData(
        "class C { byte[] M(string password) => SHA256.HashData(Encoding.UTF8.GetBytes(password)); }",
        "パスワード `password` に、高速な汎用のハッシュ関数を使っています",
        "The password `password` is hashed with a fast, general-purpose hash function"
    )]
    [InlineData(
        "class C { object M(string p, byte[] s) => new Rfc2898DeriveBytes(p, s, 5000, HashAlgorithmName.SHA256); }",
        "鍵導出の反復回数又はコスト `5000` が、対策基準の `100000` に足りません",
        "The iteration count or cost `5000` of the key derivation is below the `100000` that the standard requires"
    )]
    [InlineData(
        "class C { bool M(User u, Login l) => u.Password == l.Password; }",
        "保存したパスワード `Password` を、平文のまま比べています",
        "The stored password `Password` is compared in plaintext"
    )]
    [InlineData(
        "class C { void M(User u, Login l) => u.Password = l.Password; }",
        "パスワードを平文のまま、データベースに保存する `Password` に入れています",
        "A plaintext password is assigned to `Password`, which is stored in the database"
    )]
    [InlineData(
        "class C { void M(User u, Login l, IDataProtector p) => u.Password = p.Protect(l.Password); }",
        "パスワードを元に戻せる形で、データベースに保存する `Password` に入れています",
        "A reversibly encoded password is assigned to `Password`, which is stored in the database"
    )]
    public async Task Says_it_in_both_languages(string source, string japanese, string english)
    {
        Assert.Equal(
            japanese + " 〔基本方針 6(6)・対策基準 6.2-04〕",
            Assert.Single(await Rule.Of(Files.All, Usings + source + Library)).GetMessage()
        );
        Assert.Equal(
            english + " 〔基本方針 6(6)・対策基準 6.2-04〕",
            Assert
                .Single(await Rule.Of(Files.All.WithProperty("PolicyKitLanguage", "en"), Usings + source + Library))
                .GetMessage()
        );
    }

    [Theory]
    [InlineData(
        "class C { byte[] M(string password) { using var sha = SHA512.Create(); return [|sha.ComputeHash(Encoding.UTF8.GetBytes(password))|]; } }"
    )]
    [InlineData(
        "class C { byte[] M(string password, string salt) => [|SHA256.HashData(Encoding.UTF8.GetBytes(password + salt))|]; }"
    )]
    [InlineData(
        "class C { byte[] M(string salt, string userPassword) => [|SHA256.HashData(Encoding.UTF8.GetBytes($\"{salt}:{userPassword}\"))|]; }"
    )]
    [InlineData(
        "class C { byte[] M(string password) { var bytes = Encoding.UTF8.GetBytes(password.Trim()); return [|MD5.HashData(bytes)|]; } }"
    )]
    [InlineData(
        "class C { byte[] M(string password) { using var hmac = new HMACSHA512(); return [|hmac.ComputeHash(Encoding.UTF8.GetBytes(password))|]; } }"
    )]
    [InlineData(
        "class C { byte[] M(Login login) { using var h = IncrementalHash.CreateHash(HashAlgorithmName.SHA256); [|h.AppendData(Encoding.UTF8.GetBytes(login.Password))|]; return h.GetHashAndReset(); } }"
    )]
    [InlineData("class C { byte[] M(string パスワード) => [|SHA256.HashData(Encoding.UTF8.GetBytes(パスワード))|]; }")]
    [InlineData(
        "class C { byte[] M(byte[] key, string pwd) => [|HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(pwd))|]; }"
    )]
    [InlineData("class C { byte[] M(string p, byte[] s) => [|new Rfc2898DeriveBytes(p, s)|].GetBytes(32); }")]
    [InlineData(
        "class C { const int Rounds = 10_000; byte[] M(string p, byte[] s) => Rfc2898DeriveBytes.Pbkdf2(p, s, [|Rounds|], HashAlgorithmName.SHA256, 32); }"
    )]
    [InlineData(
        "class C { readonly int _rounds = 10000; byte[] M(string p, byte[] s) => KeyDerivation.Pbkdf2(p, s, KeyDerivationPrf.HMACSHA256, [|_rounds|], 32); }"
    )]
    [InlineData(
        "class C { byte[] M(string p, byte[] s) { var rounds = 99_999; return KeyDerivation.Pbkdf2(p, s, KeyDerivationPrf.HMACSHA256, iterationCount: [|rounds|], numBytesRequested: 32); } }"
    )]
    [InlineData(
        "class C { void M(IServiceCollection s) => s.Configure<PasswordHasherOptions>(o => o.IterationCount = [|50_000|]); }"
    )]
    [InlineData(
        "class C { void M(IServiceCollection s) => s.Configure<PasswordHasherOptions>(o => { o.CompatibilityMode = [|PasswordHasherCompatibilityMode.IdentityV2|]; }); }"
    )]
    [InlineData("class C { string M(string p) => BCrypt.Net.BCrypt.HashPassword(p, workFactor: [|4|]); }")]
    [InlineData("class C { bool M(User u, string password) => [|u.Password == password|]; }")]
    [InlineData(
        "class C { User? M(IQueryable<User> users, Login l) => users.FirstOrDefault(u => u.Name == \"a\" && [|u.Password == l.Password|]); }"
    )]
    [InlineData("class C { bool M(User u, Login l) => [|u.Password.Equals(l.Password)|]; }")]
    [InlineData(
        "class C { bool M(User u, Login l) => [|string.Equals(u.Password, l.Password, StringComparison.Ordinal)|]; }"
    )]
    [InlineData(
        "class C { bool M(User u, Login l) => [|CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(u.Password), Encoding.UTF8.GetBytes(l.Password))|]; }"
    )]
    [InlineData("class C { bool M(string storedPassword, string password) => [|storedPassword == password|]; }")]
    [InlineData(
        "class C { bool M(User u, string password) { password = password?.Trim() ?? \"\"; return [|u.Password == password|]; } }"
    )]
    [InlineData(
        "class C { bool M(User u, Login l) { var typed = l.Password; typed = typed.Trim(); typed = typed.ToLowerInvariant(); return [|u.Password == typed|]; } }"
    )]
    [InlineData("class C { User M(string password) => new() { Name = \"a\", Password = [|password|] }; }")]
    [InlineData("class C { void M(User u, Login l) { var p = l.NewPassword; u.Password = [|p|]; } }")]
    [InlineData(
        "class C { void M(User u, Login l) => u.Password = [|Convert.ToBase64String(Encoding.UTF8.GetBytes(l.Password))|]; }"
    )]
    [InlineData(
        "class C { void M(User u, Login l) => u.Password = [|Encrypt(l.Password)|]; static string Encrypt(string s) => s + s; }"
    )]
    [InlineData(
        "[System.ComponentModel.DataAnnotations.Schema.Table(\"T\")] class Member { public string LoginPassword { get; set; } = \"\"; } class C { void M(Member m, string password) => m.LoginPassword = [|password|]; }"
    )]
    public Task Reports(string source) => Rule.Reports(Usings + source + Library, Files.All);

    [Theory]
    [InlineData("class C { byte[] M(byte[] document) => SHA256.HashData(document); }")]
    [InlineData("class C { byte[] M(string passwordHash) => SHA256.HashData(Encoding.UTF8.GetBytes(passwordHash)); }")]
    [InlineData(
        "class C { byte[] M(string passwordResetToken) => SHA256.HashData(Encoding.UTF8.GetBytes(passwordResetToken)); }"
    )]
    [InlineData(
        "class PwnedPasswordsClient { byte[] M(string password) => SHA1.HashData(Encoding.UTF8.GetBytes(password)); }"
    )]
    [InlineData(
        "class C { bool IsBreached(string password) => SHA1.HashData(Encoding.UTF8.GetBytes(password)).Length == 20; }"
    )]
    [InlineData("class C { byte[] M(byte[] passwordKey, byte[] data) => HMACSHA256.HashData(passwordKey, data); }")]
    [InlineData(
        "class C { byte[] M(string p, byte[] s) => Rfc2898DeriveBytes.Pbkdf2(p, s, 600_000, HashAlgorithmName.SHA256, 32); }"
    )]
    [InlineData(
        "class C { byte[] M(string password, byte[] s, int iterations) => new Rfc2898DeriveBytes(password, s, iterations, HashAlgorithmName.SHA256).GetBytes(32); }"
    )]
    [InlineData(
        "class C { string M(User u, string password) => new PasswordHasher<User>().HashPassword(u, password); }"
    )]
    [InlineData(
        "class C { void M(IServiceCollection s) => s.Configure<PasswordHasherOptions>(o => o.IterationCount = 210_000); }"
    )]
    [InlineData(
        "class Retry { public int IterationCount { get; set; } } class C { object M() => new Retry { IterationCount = 3 }; }"
    )]
    [InlineData(
        "class C { string M(string p) => BCrypt.Net.BCrypt.HashPassword(p); bool N(string p, User u) => BCrypt.Net.BCrypt.Verify(p, u.Password); }"
    )]
    [InlineData("class C { bool M(Login l) => l.Password == l.ConfirmPassword; }")]
    [InlineData("class C { bool M(Login l) => l.NewPassword == l.Password; }")]
    [InlineData("class C { bool M(string password, string confirmPassword) => password == confirmPassword; }")]
    [InlineData("class C { bool M(string oldPassword, string newPassword) => oldPassword != newPassword; }")]
    [InlineData("class C { bool M(Login l, string repeatedPassword) => l.Password != repeatedPassword; }")]
    [InlineData("class C { bool M(User u, string hashedPassword) => u.Password == hashedPassword; }")]
    [InlineData(
        "class C { bool M(User u, Login l) { var password = Hash(l.Password); return u.Password == password; } static string Hash(string s) => s; }"
    )]
    [InlineData(
        "class C { bool M(User u, string password) { password = Hash(password); return u.Password == password; } static string Hash(string s) => s; }"
    )]
    [InlineData(
        "class C { bool M(User u, string password) { password = password.Trim(); password = Hash(password); return u.Password == password; } static string Hash(string s) => s; }"
    )]
    [InlineData(
        "class C { bool M(User u, Login l) { var typed = l.Password; var kept = typed.Trim(); typed = Hash(kept); kept = typed; return u.Password == kept; } static string Hash(string s) => s; }"
    )]
    [InlineData(
        "class C { byte[] M(string p, byte[] s) { var rounds = 6; rounds *= 100_000; return KeyDerivation.Pbkdf2(p, s, KeyDerivationPrf.HMACSHA256, rounds, 32); } }"
    )]
    [InlineData(
        "class C { bool M(User u, Login l) => u.PasswordHash == Hash(l.Password); static string Hash(string s) => s; }"
    )]
    [InlineData(
        "class P { string _password = \"\"; public string Password { get => _password; set { if (_password != value) _password = value; } } void SetPassword(string password) { if (Password != password) Password = password; } }"
    )]
    [InlineData(
        "class P { public string Password { get; set; } = \"\"; public override bool Equals(object? o) => o is P p && p.Password == Password; public override int GetHashCode() => 1; }"
    )]
    [InlineData("class C { bool M(Login l) => l.Password == null || l.Password == string.Empty; }")]
    [InlineData(
        "class C { void M(User u, Login l, PasswordHasher<User> h) => u.Password = h.HashPassword(u, l.Password); }"
    )]
    [InlineData(
        "class C { void M(User u, Login l) { var password = BCrypt.Net.BCrypt.HashPassword(l.Password); u.Password = password; } }"
    )]
    [InlineData(
        "class Command { public string Password { get; set; } = \"\"; } class C { object M(Login l) => new Command { Password = l.Password }; }"
    )]
    [InlineData("class C { object M(Login l) => new System.Net.NetworkCredential { Password = l.Password }; }")]
    [InlineData("class C { void M(User u) => u.Password = \"\"; void N(User u, string hash) => u.Password = hash; }")]
    [InlineData("class C { void M(User u, string hashedPassword) => u.Password = hashedPassword; }")]
    public Task Is_silent(string source) => Rule.IsSilent(Usings + source + Library, Files.All);
}
