using PolicyKit.Analyzers.Tests.Engine;

namespace PolicyKit.Analyzers.Tests.Rules;

public sealed class PK6103_ExposedPasswordTests
{
    private const string Usings = """
        using System.Security.Cryptography;
        using System.Text;
        using Microsoft.AspNetCore.Cryptography.KeyDerivation;
        using Microsoft.AspNetCore.DataProtection;
        using Microsoft.AspNetCore.Identity;
        """;

    private const string Library = """

        namespace Microsoft.EntityFrameworkCore
        {
            public class DbContext { }

            public class DbSet<T> { }
        }

        namespace BCrypt.Net
        {
            public static class BCrypt
            {
                public static string HashPassword(string inputKey, int workFactor = 11) => inputKey;

                public static bool Verify(string text, string hash) => true;
            }
        }

        public class User
        {
            public string Name { get; set; } = "";
            public string Password { get; set; } = "";
            public string PasswordHash { get; set; } = "";
        }

        public class Login
        {
            public string Password { get; set; } = "";
            public string ConfirmPassword { get; set; } = "";
            public string NewPassword { get; set; } = "";
        }

        public class Db : Microsoft.EntityFrameworkCore.DbContext
        {
            public Microsoft.EntityFrameworkCore.DbSet<User> Users { get; set; } = new();
        }
        """;

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

    public static Cases Reported { get; } =
        new()
        {
            {
                "a fast hash that is only repeated",
                """
                    class C
                    {
                        byte[] M(string password)
                        {
                            byte[] h = System.Text.Encoding.UTF8.GetBytes(password);
                            for (var i = 0; i < 100; i++)
                                h = [|System.Security.Cryptography.SHA512.HashData(h)|];
                            return h;
                        }
                    }
                    """
            },
            {
                "a hash of a password",
                """
                    class C
                    {
                        byte[] M(string password)
                        {
                            using var sha = SHA512.Create();
                            return [|sha.ComputeHash(Encoding.UTF8.GetBytes(password))|];
                        }
                    }
                    """
            },
            {
                "a hash of a password and a salt",
                """
                    class C
                    {
                        byte[] M(string password, string salt) =>
                            [|SHA256.HashData(Encoding.UTF8.GetBytes(password + salt))|];
                    }
                    """
            },
            {
                "a hash of an interpolated password",
                """
                    class C
                    {
                        byte[] M(string salt, string userPassword) =>
                            [|SHA256.HashData(Encoding.UTF8.GetBytes($"{salt}:{userPassword}"))|];
                    }
                    """
            },
            {
                "a hash of the bytes of a password in a variable",
                """
                    class C
                    {
                        byte[] M(string password)
                        {
                            var bytes = Encoding.UTF8.GetBytes(password.Trim());
                            return [|MD5.HashData(bytes)|];
                        }
                    }
                    """
            },
            {
                "a keyed hash of a password",
                """
                    class C
                    {
                        byte[] M(string password)
                        {
                            using var hmac = new HMACSHA512();
                            return [|hmac.ComputeHash(Encoding.UTF8.GetBytes(password))|];
                        }
                    }
                    """
            },
            {
                "an incremental hash of a password",
                """
                    class C
                    {
                        byte[] M(Login login)
                        {
                            using var h = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
                            [|h.AppendData(Encoding.UTF8.GetBytes(login.Password))|];
                            return h.GetHashAndReset();
                        }
                    }
                    """
            },
            {
                "a hash of a password with a Japanese name",
                """
                    class C
                    {
                        byte[] M(string パスワード) => [|SHA256.HashData(Encoding.UTF8.GetBytes(パスワード))|];
                    }
                    """
            },
            {
                "a keyed hash with static methods",
                """
                    class C
                    {
                        byte[] M(byte[] key, string pwd) => [|HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(pwd))|];
                    }
                    """
            },
            {
                "a derivation with the iterations of the platform's default",
                """
                    class C
                    {
                        byte[] M(string p, byte[] s) => [|new Rfc2898DeriveBytes(p, s)|].GetBytes(32);
                    }
                    """
            },
            {
                "too few iterations in a constant",
                """
                    class C
                    {
                        const int Rounds = 10_000;

                        byte[] M(string p, byte[] s) =>
                            Rfc2898DeriveBytes.Pbkdf2(p, s, [|Rounds|], HashAlgorithmName.SHA256, 32);
                    }
                    """
            },
            {
                "too few iterations in a field",
                """
                    class C
                    {
                        readonly int _rounds = 10000;

                        byte[] M(string p, byte[] s) =>
                            KeyDerivation.Pbkdf2(p, s, KeyDerivationPrf.HMACSHA256, [|_rounds|], 32);
                    }
                    """
            },
            {
                "too few iterations in a variable",
                """
                    class C
                    {
                        byte[] M(string p, byte[] s)
                        {
                            var rounds = 99_999;
                            return KeyDerivation.Pbkdf2(
                                p,
                                s,
                                KeyDerivationPrf.HMACSHA256,
                                iterationCount: [|rounds|],
                                numBytesRequested: 32
                            );
                        }
                    }
                    """
            },
            {
                "too few iterations in the options of the hasher",
                """
                    class C
                    {
                        void M(IServiceCollection s) =>
                            s.Configure<PasswordHasherOptions>(o => o.IterationCount = [|50_000|]);
                    }
                    """
            },
            {
                "the compatibility mode with weak iterations",
                """
                    class C
                    {
                        void M(IServiceCollection s) =>
                            s.Configure<PasswordHasherOptions>(o =>
                            {
                                o.CompatibilityMode = [|PasswordHasherCompatibilityMode.IdentityV2|];
                            });
                    }
                    """
            },
            {
                "iterations that are set afterwards, and too low",
                """
                    class C
                    {
                        byte[] M(string p, byte[] s)
                        {
                            var d = new System.Security.Cryptography.Rfc2898DeriveBytes(p, s);
                            d.IterationCount = [|5000|];
                            return d.GetBytes(32);
                        }
                    }
                    """
            },
            {
                "a work factor of BCrypt that is too low",
                """
                    class C
                    {
                        string M(string p) => BCrypt.Net.BCrypt.HashPassword(p, workFactor: [|4|]);
                    }
                    """
            },
            {
                "a stored password that is compared with ==",
                """
                    class C
                    {
                        bool M(User u, string password) => [|u.Password == password|];
                    }
                    """
            },
            {
                "a stored password that is compared in a query",
                """
                    class C
                    {
                        User? M(IQueryable<User> users, Login l) =>
                            users.FirstOrDefault(u => u.Name == "a" && [|u.Password == l.Password|]);
                    }
                    """
            },
            {
                "a stored password that is compared with Equals",
                """
                    class C
                    {
                        bool M(User u, Login l) => [|u.Password.Equals(l.Password)|];
                    }
                    """
            },
            {
                "a stored password that is compared with string.Equals",
                """
                    class C
                    {
                        bool M(User u, Login l) => [|string.Equals(u.Password, l.Password, StringComparison.Ordinal)|];
                    }
                    """
            },
            {
                "a stored password that is compared in constant time",
                """
                    class C
                    {
                        bool M(User u, Login l) =>
                            [|CryptographicOperations.FixedTimeEquals(
                                Encoding.UTF8.GetBytes(u.Password),
                                Encoding.UTF8.GetBytes(l.Password)
                            )|];
                    }
                    """
            },
            {
                "a parameter that is named as stored",
                """
                    class C
                    {
                        bool M(string storedPassword, string password) => [|storedPassword == password|];
                    }
                    """
            },
            {
                "a typed password that is trimmed before it is compared",
                """
                    class C
                    {
                        bool M(User u, string password)
                        {
                            password = password?.Trim() ?? "";
                            return [|u.Password == password|];
                        }
                    }
                    """
            },
            {
                "a typed password that goes through a variable",
                """
                    class C
                    {
                        bool M(User u, Login l)
                        {
                            var typed = l.Password;
                            typed = typed.Trim();
                            typed = typed.ToLowerInvariant();
                            return [|u.Password == typed|];
                        }
                    }
                    """
            },
            {
                "a password that is stored by an initializer",
                """
                    class C
                    {
                        User M(string password) => new() { Name = "a", Password = [|password|] };
                    }
                    """
            },
            {
                "a password that is stored by way of a variable",
                """
                    class C
                    {
                        void M(User u, Login l)
                        {
                            var p = l.NewPassword;
                            u.Password = [|p|];
                        }
                    }
                    """
            },
            {
                "a password that is stored as Base64",
                """
                    class C
                    {
                        void M(User u, Login l) =>
                            u.Password = [|Convert.ToBase64String(Encoding.UTF8.GetBytes(l.Password))|];
                    }
                    """
            },
            {
                "a password that is stored encrypted",
                """
                    class C
                    {
                        void M(User u, Login l) => u.Password = [|Encrypt(l.Password)|];

                        static string Encrypt(string s) => s + s;
                    }
                    """
            },
            {
                "a password of an entity that an attribute declares",
                """
                    [System.ComponentModel.DataAnnotations.Schema.Table("T")]
                    class Member
                    {
                        public string LoginPassword { get; set; } = "";
                    }

                    class C
                    {
                        void M(Member m, string password) => m.LoginPassword = [|password|];
                    }
                    """
            },
        };

    [Theory]
    [MemberData(nameof(Reported))]
    public Task Reports_a_password_that_is_exposed(string name) =>
        Rule.Reports(Usings + Reported[name] + Library, Files.All);

    public static Cases Silent { get; } =
        new()
        {
            {
                "a form that compares the former password with the new one",
                """
                    class C
                    {
                        public string Password { get; set; } = "";

                        public bool IsSame(string kyuPassword) => kyuPassword == Password;
                    }
                    """
            },
            {
                "a digest of a file that is only repeated",
                """
                    class C
                    {
                        byte[] M(byte[] file, string password)
                        {
                            var h = file;
                            for (var i = 0; i < 100; i++)
                                h = System.Security.Cryptography.SHA512.HashData(h);
                            return h;
                        }
                    }
                    """
            },
            {
                "a hash of a document",
                """
                    class C
                    {
                        byte[] M(byte[] document) => SHA256.HashData(document);
                    }
                    """
            },
            {
                "a hash of a password's hash",
                """
                    class C
                    {
                        byte[] M(string passwordHash) => SHA256.HashData(Encoding.UTF8.GetBytes(passwordHash));
                    }
                    """
            },
            {
                "a hash of a token for resetting",
                """
                    class C
                    {
                        byte[] M(string passwordResetToken) =>
                            SHA256.HashData(Encoding.UTF8.GetBytes(passwordResetToken));
                    }
                    """
            },
            {
                "a client of a service for breached passwords",
                """
                    class PwnedPasswordsClient
                    {
                        byte[] M(string password) => SHA1.HashData(Encoding.UTF8.GetBytes(password));
                    }
                    """
            },
            {
                "a method that looks for breached passwords",
                """
                    class C
                    {
                        bool IsBreached(string password) =>
                            SHA1.HashData(Encoding.UTF8.GetBytes(password)).Length == 20;
                    }
                    """
            },
            {
                "a key that is derived from a password",
                """
                    class C
                    {
                        byte[] M(byte[] passwordKey, byte[] data) => HMACSHA256.HashData(passwordKey, data);
                    }
                    """
            },
            {
                "enough iterations",
                """
                    class C
                    {
                        byte[] M(string p, byte[] s) =>
                            Rfc2898DeriveBytes.Pbkdf2(p, s, 600_000, HashAlgorithmName.SHA256, 32);
                    }
                    """
            },
            {
                "iterations that are not known",
                """
                    class C
                    {
                        byte[] M(string password, byte[] s, int iterations) =>
                            new Rfc2898DeriveBytes(password, s, iterations, HashAlgorithmName.SHA256).GetBytes(32);
                    }
                    """
            },
            {
                "the hasher of ASP.NET Core Identity",
                """
                    class C
                    {
                        string M(User u, string password) => new PasswordHasher<User>().HashPassword(u, password);
                    }
                    """
            },
            {
                "enough iterations in the options of the hasher",
                """
                    class C
                    {
                        void M(IServiceCollection s) =>
                            s.Configure<PasswordHasherOptions>(o => o.IterationCount = 210_000);
                    }
                    """
            },
            {
                "a property of another type with the same name",
                """
                    class Retry
                    {
                        public int IterationCount { get; set; }
                    }

                    class C
                    {
                        object M() => new Retry { IterationCount = 3 };
                    }
                    """
            },
            {
                "iterations that are set afterwards",
                """
                    class C
                    {
                        byte[] M(string p, byte[] s)
                        {
                            var d = new System.Security.Cryptography.Rfc2898DeriveBytes(p, s);
                            d.IterationCount = 600_000;
                            return d.GetBytes(32);
                        }
                    }
                    """
            },
            {
                "BCrypt with its default",
                """
                    class C
                    {
                        string M(string p) => BCrypt.Net.BCrypt.HashPassword(p);

                        bool N(string p, User u) => BCrypt.Net.BCrypt.Verify(p, u.Password);
                    }
                    """
            },
            {
                "a password and its confirmation",
                """
                    class C
                    {
                        bool M(Login l) => l.Password == l.ConfirmPassword;
                    }
                    """
            },
            {
                "a new password and the old one",
                """
                    class C
                    {
                        bool M(Login l) => l.NewPassword == l.Password;
                    }
                    """
            },
            {
                "two parameters that are both typed",
                """
                    class C
                    {
                        bool M(string password, string confirmPassword) => password == confirmPassword;
                    }
                    """
            },
            {
                "an old and a new password that were both typed",
                """
                    class C
                    {
                        bool M(string oldPassword, string newPassword) => oldPassword != newPassword;
                    }
                    """
            },
            {
                "a password that is typed twice",
                """
                    class C
                    {
                        bool M(Login l, string repeatedPassword) => l.Password != repeatedPassword;
                    }
                    """
            },
            {
                "a stored hash that is compared",
                """
                    class C
                    {
                        bool M(User u, string hashedPassword) => u.Password == hashedPassword;
                    }
                    """
            },
            {
                "a typed password that is hashed first",
                """
                    class C
                    {
                        bool M(User u, Login l)
                        {
                            var password = Hash(l.Password);
                            return u.Password == password;
                        }

                        static string Hash(string s) => s;
                    }
                    """
            },
            {
                "a parameter that is hashed before it is compared",
                """
                    class C
                    {
                        bool M(User u, string password)
                        {
                            password = Hash(password);
                            return u.Password == password;
                        }

                        static string Hash(string s) => s;
                    }
                    """
            },
            {
                "a parameter that is trimmed and then hashed",
                """
                    class C
                    {
                        bool M(User u, string password)
                        {
                            password = password.Trim();
                            password = Hash(password);
                            return u.Password == password;
                        }

                        static string Hash(string s) => s;
                    }
                    """
            },
            {
                "a hash that goes through variables",
                """
                    class C
                    {
                        bool M(User u, Login l)
                        {
                            var typed = l.Password;
                            var kept = typed.Trim();
                            typed = Hash(kept);
                            kept = typed;
                            return u.Password == kept;
                        }

                        static string Hash(string s) => s;
                    }
                    """
            },
            {
                "iterations that are multiplied later",
                """
                    class C
                    {
                        byte[] M(string p, byte[] s)
                        {
                            var rounds = 6;
                            rounds *= 100_000;
                            return KeyDerivation.Pbkdf2(p, s, KeyDerivationPrf.HMACSHA256, rounds, 32);
                        }
                    }
                    """
            },
            {
                "a property for the hash",
                """
                    class C
                    {
                        bool M(User u, Login l) => u.PasswordHash == Hash(l.Password);

                        static string Hash(string s) => s;
                    }
                    """
            },
            {
                "a setter that looks whether the value changes",
                """
                    class P
                    {
                        string _password = "";
                        public string Password
                        {
                            get => _password;
                            set
                            {
                                if (_password != value)
                                    _password = value;
                            }
                        }

                        void SetPassword(string password)
                        {
                            if (Password != password)
                                Password = password;
                        }
                    }
                    """
            },
            {
                "an equality of objects",
                """
                    class P
                    {
                        public string Password { get; set; } = "";

                        public override bool Equals(object? o) => o is P p && p.Password == Password;

                        public override int GetHashCode() => 1;
                    }
                    """
            },
            {
                "a password that is compared with nothing",
                """
                    class C
                    {
                        bool M(Login l) => l.Password == null || l.Password == string.Empty;
                    }
                    """
            },
            {
                "a password that the hasher hashes before it is stored",
                """
                    class C
                    {
                        void M(User u, Login l, PasswordHasher<User> h) =>
                            u.Password = h.HashPassword(u, l.Password);
                    }
                    """
            },
            {
                "a password that BCrypt hashes before it is stored",
                """
                    class C
                    {
                        void M(User u, Login l)
                        {
                            var password = BCrypt.Net.BCrypt.HashPassword(l.Password);
                            u.Password = password;
                        }
                    }
                    """
            },
            {
                "a command that is not stored",
                """
                    class Command
                    {
                        public string Password { get; set; } = "";
                    }

                    class C
                    {
                        object M(Login l) => new Command { Password = l.Password };
                    }
                    """
            },
            {
                "a credential that is not stored",
                """
                    class C
                    {
                        object M(Login l) => new System.Net.NetworkCredential { Password = l.Password };
                    }
                    """
            },
            {
                "a password that is emptied, and a hash that is stored",
                """
                    class C
                    {
                        void M(User u) => u.Password = "";

                        void N(User u, string hash) => u.Password = hash;
                    }
                    """
            },
            {
                "a parameter that is named as hashed",
                """
                    class C
                    {
                        void M(User u, string hashedPassword) => u.Password = hashedPassword;
                    }
                    """
            },
        };

    [Theory]
    [MemberData(nameof(Silent))]
    public Task Is_silent_on_a_password_that_is_kept_safely(string name) =>
        Rule.IsSilent(Usings + Silent[name] + Library, Files.All);
}
