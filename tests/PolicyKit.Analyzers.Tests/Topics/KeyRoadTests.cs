using PolicyKit.Analyzers.Tests.Engine;

namespace PolicyKit.Analyzers.Tests.Topics;

/// <summary>
/// Keys and passwords that arrive by a method of the program, as what stands for a missing setting, as a
/// parameter of SQL.
/// </summary>
public sealed class KeyRoadTests
{
    private static readonly Check Rule = new("PK6101");

    public static Cases Reported { get; } =
        new()
        {
            {
                "a key that a method hands to a cipher",
                """
                    using System.Security.Cryptography;
                    using System.Text;

                    class Ango
                    {
                        static byte[] Encrypt(byte[] data, string kagi)
                        {
                            using var aes = Aes.Create();
                            var bytes = Encoding.UTF8.GetBytes(kagi);
                            aes.Key = bytes;
                            return aes.EncryptCbc(data, aes.IV);
                        }

                        byte[] M(byte[] data) => Encrypt(data, [|"suido-ryokin-0123456789abcdefghi"|]);
                    }
                    """
            },
            {
                "a key that goes through two methods",
                """
                    using System.Security.Cryptography;

                    class C
                    {
                        static Aes Make(byte[] secret) => Keyed(secret);

                        static Aes Keyed(byte[] b)
                        {
                            var aes = Aes.Create();
                            aes.Key = b;
                            return aes;
                        }

                        Aes M() => Make([|new byte[] { 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16 }|]);
                    }
                    """
            },
            {
                "a key by another name",
                """
                    using System.Security.Cryptography;

                    class C
                    {
                        void M(Aes aes)
                        {
                            var a = new byte[] { 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16 };
                            var b = a;
                            aes.Key = [|b|];
                        }
                    }
                    """
            },
            {
                "what stands for a missing setting",
                """
                    class C { string M(IConfiguration c) => c["Smtp:Password"] ?? [|"Kumamoto#58"|]; }
                    """
            },
            {
                "what stands for a missing variable",
                """
                    class C
                    {
                        string tok = Environment.GetEnvironmentVariable("LINE_ACCESS_TOKEN") ?? [|"Ujf83kdLs02mXp7qLw"|];
                    }
                    """
            },
            {
                "the default of a lookup",
                """
                    class C { string? M(IConfiguration c) => c.GetValue("Db:Password", [|"Kumamoto#58"|]); }
                    """
            },
            {
                "a parameter of a command whose value is set in its initializer",
                """
                    class C
                    {
                        object M() => new Data.SqlParameter("@PASSWORD", 3) { Value = [|"init0000"|] };
                    }

                    namespace Data
                    {
                        public class SqlParameter(string parameterName, int type)
                        {
                            public object Value { get; set; } = parameterName + type;
                        }
                    }
                    """
            },
            {
                "a further key of a connection string",
                """
                    class C
                    {
                        string M() => [|"Provider=Microsoft.ACE.OLEDB.12.0;Data Source=a.accdb;Jet OLEDB:Database Password=mdb58pass"|];
                    }
                    """
            },
            {
                "a tuple that is compared",
                """
                    class C { bool M(string id, string password) => (id, password) is ("admin", [|"kaigo@dm1n"|]); }
                    """
            },
            {
                "a row that is inserted",
                """
                    class C { string M() => [|"INSERT INTO M_USER (ID, PASSWORD) VALUES ('0001', 'init1234')"|]; }
                    """
            },
        };

    [Theory]
    [MemberData(nameof(Reported))]
    public Task Reports_a_key_wherever_it_goes(string name) => Rule.Reports(Reported[name], Files.All);

    public static Cases Silent { get; } =
        new()
        {
            {
                "a method that hashes what it is given",
                """
                    using System.Security.Cryptography;

                    class C
                    {
                        static byte[] Make(string label) => SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(label));

                        byte[] M() => Make("suido-ryokin");
                    }
                    """
            },
            {
                "a key that a method fills",
                """
                    using System.Security.Cryptography;

                    class C
                    {
                        static void Load(byte[] b) => RandomNumberGenerator.Fill(b);

                        void M(Aes aes)
                        {
                            var key = new byte[16];
                            Load(key);
                            aes.Key = key;
                        }
                    }
                    """
            },
            {
                "a setting with an empty default",
                """
                    class C { string M(IConfiguration c) => c["Smtp:Password"] ?? ""; }
                    """
            },
            {
                "a setting of another kind",
                """
                    class C { string M(IConfiguration c) => c["Smtp:Host"] ?? "Kumamoto#58"; }
                    """
            },
            {
                "a title that is looked up",
                """
                    class C { string? M(IConfiguration c) => c.GetValue("PasswordLabel", "Password #1"); }
                    """
            },
            {
                "a setting that falls back to another",
                """
                    class C { string? M(IConfiguration c) => c["Db:Password"] ?? c["Password"]; }
                    """
            },
            {
                "a row whose password is a parameter",
                """
                    class C { string M() => "INSERT INTO M_USER (ID, PASSWORD) VALUES ('0001', @password)"; }
                    """
            },
        };

    [Theory]
    [MemberData(nameof(Silent))]
    public Task Is_silent_on_a_value_that_is_no_key(string name) => Rule.IsSilent(Silent[name], Files.All);
}
