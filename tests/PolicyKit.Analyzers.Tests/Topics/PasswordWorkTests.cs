using PolicyKit.Analyzers.Tests.Engine;

namespace PolicyKit.Analyzers.Tests.Topics;

/// <summary>What Argon2, scrypt and bcrypt cost, and passwords that can be read again.</summary>
public sealed class PasswordWorkTests
{
    private const string Stubs = """
        namespace Konscious.Security.Cryptography
        {
            public class Argon2id(byte[] password)
            {
                public int MemorySize { get; set; }

                public int Iterations { get; set; }

                public byte[] Given => password;
            }
        }

        namespace Isopoh.Cryptography.Argon2
        {
            public static class Argon2
            {
                public static string Hash(string text, int timeCost = 3, int memoryCost = 65536) => text;
            }
        }

        namespace Org.BouncyCastle.Crypto.Parameters
        {
            public class Builder
            {
                public Builder WithIterations(int iterations) => this;

                public Builder WithMemoryAsKB(int memory) => this;

                public Builder WithMemoryPowOfTwo(int memory) => this;
            }
        }

        namespace Org.BouncyCastle.Crypto.Generators
        {
            public static class SCrypt
            {
                public static byte[] Generate(byte[] P, byte[] S, int N, int r, int p, int dkLen) => P;
            }

            public static class BCrypt
            {
                public static byte[] Generate(byte[] passwordBytes, byte[] salt, int cost) => salt;
            }
        }
        """;

    private static readonly Check Rule = new("PK6103");

    public static Cases Reported { get; } =
        new()
        {
            {
                "Argon2 with little memory in its initializer",
                """
                    class C
                    {
                        object M(byte[] p) =>
                            new Konscious.Security.Cryptography.Argon2id(p) { MemorySize = [|1024|], Iterations = 2 };
                    }
                    """
            },
            {
                "Argon2 with few iterations in statements",
                """
                    class C
                    {
                        object M(byte[] p)
                        {
                            var a = new Konscious.Security.Cryptography.Argon2id(p);
                            a.MemorySize = [|19456|];
                            a.Iterations = 1;
                            return a;
                        }
                    }
                    """
            },
            {
                "Argon2 in one call",
                """
                    class C
                    {
                        string M(string s) =>
                            Isopoh.Cryptography.Argon2.Argon2.Hash(s, timeCost: 1, memoryCost: [|4096|]);
                    }
                    """
            },
            {
                "a builder of Argon2",
                """
                    class C
                    {
                        object M() =>
                            new Org.BouncyCastle.Crypto.Parameters.Builder().WithIterations(2).WithMemoryAsKB([|4096|]);
                    }
                    """
            },
            {
                "scrypt that is meant for tests",
                """
                    class C
                    {
                        byte[] M(byte[] p, byte[] s) =>
                            Org.BouncyCastle.Crypto.Generators.SCrypt.Generate(p, s, [|1024|], 8, 1, 32);
                    }
                    """
            },
            {
                "bcrypt of BouncyCastle",
                """
                    class C
                    {
                        byte[] M(byte[] p, byte[] s) => Org.BouncyCastle.Crypto.Generators.BCrypt.Generate(p, s, [|4|]);
                    }
                    """
            },
            {
                "a stream over a password",
                """
                    using System.Security.Cryptography;

                    class C
                    {
                        byte[] M(string password)
                        {
                            using var stream = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(password));
                            return [|SHA256.HashData(stream)|];
                        }
                    }
                    """
            },
            {
                "a comparison by order",
                """
                    class User
                    {
                        public string Password { get; set; } = "";
                    }

                    class C
                    {
                        bool M(User u, string nyuryoku) =>
                            [|string.Compare(u.Password, nyuryoku, StringComparison.Ordinal)|] == 0;
                    }
                    """
            },
            {
                "a hash that is the password itself",
                """
                    class User
                    {
                        public string PasswordHash { get; set; } = "";
                    }

                    class C
                    {
                        bool M(User u, string password) => [|u.PasswordHash == password|];
                    }
                    """
            },
            {
                "a hash method that hashes nothing",
                """
                    class C
                    {
                        string HashPassword(string password)
                        {
                            [|return password;|]
                        }
                    }
                    """
            },
            {
                "an object that is handed to SQL",
                """
                    class C(Repository repository)
                    {
                        Task M(string id, string password) =>
                            [|repository.ExecuteAsync("INSERT INTO users (id, password) VALUES (@id, @password)",
                                new { id, password })|];
                    }

                    class Repository
                    {
                        public Task ExecuteAsync(string sql, object parameters) => Task.FromResult(sql + parameters);
                    }
                    """
            },
            {
                "a user whose password is encrypted",
                """
                    using System.Security.Cryptography;

                    class UserStore(Aes aes)
                    {
                        byte[] Save(string password) =>
                            [|aes.EncryptCbc(System.Text.Encoding.UTF8.GetBytes(password),
                                RandomNumberGenerator.GetBytes(16))|];
                    }
                    """
            },
            {
                "a protector that keeps a password",
                """
                    using Microsoft.AspNetCore.DataProtection;

                    class Shokuin
                    {
                        public string EncPassword { get; set; } = "";
                    }

                    class C(IDataProtector protector)
                    {
                        void M(Shokuin s, string password) => s.EncPassword = [|protector.Protect(password)|];
                    }
                    """
            },
        };

    [Theory]
    [MemberData(nameof(Reported))]
    public Task Reports_a_password_that_is_kept_too_cheaply(string name) =>
        Rule.Reports(Reported[name] + Stubs, Files.All);

    public static Cases Silent { get; } =
        new()
        {
            {
                "Argon2 with the settings of the guideline",
                """
                    class C
                    {
                        object M(byte[] p) =>
                            new Konscious.Security.Cryptography.Argon2id(p) { MemorySize = 12288, Iterations = 3 };
                    }
                    """
            },
            {
                "Argon2 with numbers that are read",
                """
                    class C
                    {
                        object M(byte[] p, int n) =>
                            new Konscious.Security.Cryptography.Argon2id(p) { MemorySize = n, Iterations = 1 };
                    }
                    """
            },
            {
                "Argon2 in one call with much memory",
                """
                    class C
                    {
                        string M(string s) => Isopoh.Cryptography.Argon2.Argon2.Hash(s, timeCost: 3, memoryCost: 65536);
                    }
                    """
            },
            {
                "a builder with the power of two",
                """
                    class C
                    {
                        object M() => new Org.BouncyCastle.Crypto.Parameters.Builder().WithMemoryPowOfTwo(16);
                    }
                    """
            },
            {
                "scrypt of the guideline",
                """
                    class C
                    {
                        byte[] M(byte[] p, byte[] s) =>
                            Org.BouncyCastle.Crypto.Generators.SCrypt.Generate(p, s, 131072, 8, 1, 32);
                    }
                    """
            },
            {
                "the names of two users by order",
                """
                    class C
                    {
                        int M(string a, string b) => string.Compare(a, b, StringComparison.Ordinal);
                    }
                    """
            },
            {
                "two hashes",
                """
                    class User
                    {
                        public string PasswordHash { get; set; } = "";
                    }

                    class C
                    {
                        bool M(User u, string passwordHash) => u.PasswordHash == passwordHash;
                    }
                    """
            },
            {
                "a password by which the system signs in elsewhere",
                """
                    using System.Security.Cryptography;

                    class SmtpSettings(Aes aes)
                    {
                        byte[] Save(string smtpPassword) =>
                            aes.EncryptCbc(System.Text.Encoding.UTF8.GetBytes(smtpPassword),
                                RandomNumberGenerator.GetBytes(16));
                    }
                    """
            },
            {
                "an object with a hash that is handed to SQL",
                """
                    class C(Repository repository)
                    {
                        Task M(string id, string passwordHash) =>
                            repository.ExecuteAsync("UPDATE users SET password_hash = @passwordHash", new { passwordHash });
                    }

                    class Repository
                    {
                        public Task ExecuteAsync(string sql, object parameters) => Task.FromResult(sql + parameters);
                    }
                    """
            },
            {
                "a token of a user",
                """
                    using Microsoft.AspNetCore.DataProtection;

                    class UserStore(IDataProtector protector)
                    {
                        string Save(string token) => protector.Protect(token);
                    }
                    """
            },
        };

    [Theory]
    [MemberData(nameof(Silent))]
    public Task Leaves_what_costs_enough_alone(string name) => Rule.IsSilent(Silent[name] + Stubs, Files.All);
}
