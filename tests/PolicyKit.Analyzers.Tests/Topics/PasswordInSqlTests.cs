using PolicyKit.Analyzers.Tests.Engine;

namespace PolicyKit.Analyzers.Tests.Topics;

/// <summary>Plaintext passwords in statements of SQL, in records and in what people type.</summary>
public sealed class PasswordInSqlTests
{
    private static readonly Check Rule = new("PK6103");

    public static Cases Reported { get; } =
        new()
        {
            {
                "a password that is written as a parameter",
                """
                    class C
                    {
                        void M(Data.Command cmd, string password)
                        {
                            cmd.Text = "UPDATE M_SHOKUIN SET PASS_WORD = @p WHERE ID = @id";
                            [|cmd.AddWithValue("@p", password)|];
                        }
                    }

                    namespace Data
                    {
                        public class Command
                        {
                            public string Text { get; set; } = "";

                            public void AddWithValue(string parameterName, object value) { }
                        }
                    }
                    """
            },
            {
                "a password that a query looks for",
                """
                    class C
                    {
                        string M(string id, string pwd) =>
                            [|"SELECT 1 FROM M_USER WHERE ID = '" + id + "' AND PASSWORD = '" + pwd|] + "'";
                    }
                    """
            },
            {
                "the same by interpolation",
                """
                    class C
                    {
                        string M(string pwd) => [|$"SELECT 1 FROM M_USER WHERE PWD = '{pwd}'"|];
                    }
                    """
            },
            {
                "a column that is compared with what was typed",
                """
                    class C
                    {
                        bool M(System.Data.DataRow row, string nyuryoku) => [|row["PASSWORD"].ToString() == nyuryoku|];
                    }
                    """
            },
            {
                "a reader whose column is compared",
                """
                    class C
                    {
                        bool M(System.Data.IDataReader dr, string typed) => [|typed.Equals(dr["USER_PWD"])|];
                    }
                    """
            },
            {
                "a property that is compared with what was typed",
                """
                    class C
                    {
                        bool M(Shokuin s, string nyuryoku) => [|s.Password == nyuryoku|];
                    }

                    class Shokuin
                    {
                        public string Password { get; set; } = "";
                    }
                    """
            },
            {
                "a derivation with the default count of an old function",
                """
                    using System.Security.Cryptography;

                    class C
                    {
                        byte[] M(string s) => [|new PasswordDeriveBytes(s, null)|].GetBytes(16);
                    }
                    """
            },
            {
                "a password that is formatted into a query",
                """
                    class C
                    {
                        string M(string id, string pwd) =>
                            [|string.Format("SELECT 1 FROM M_USER WHERE ID='{0}' AND PASSWORD='{1}'", id, pwd)|];
                    }
                    """
            },
        };

    [Theory]
    [MemberData(nameof(Reported))]
    public Task Reports_a_password_that_reaches_the_database(string name) => Rule.Reports(Reported[name], Files.All);

    public static Cases Silent { get; } =
        new()
        {
            {
                "a column for hashes",
                """
                    class C
                    {
                        string M(string password) => "SELECT 1 FROM M_USER WHERE PASSWORD_HASH = '" + password + "'";
                    }
                    """
            },
            {
                "a hash that the database makes",
                """
                    class C
                    {
                        string M(string pwd) => $"UPDATE M_USER SET PASSWORD = HASHBYTES('SHA2_512', '{pwd}')";
                    }
                    """
            },
            {
                "a column that is compared with a hash",
                """
                    class C
                    {
                        bool M(System.Data.DataRow row, string s)
                        {
                            var made = Make(s);
                            return row["PASSWORD"].ToString() == made;
                        }

                        static string Make(string s) => s + "x";
                    }
                    """
            },
            {
                "a hash that is looked for",
                """
                    class C
                    {
                        string M(string pwd)
                        {
                            pwd = Make(pwd);
                            return "SELECT 1 FROM M_USER WHERE PASSWORD = '" + pwd + "'";
                        }

                        static string Make(string s) => s + "x";
                    }
                    """
            },
            {
                "a command to the database about its own user",
                """
                    class C
                    {
                        string M(string pwd) => "ALTER LOGIN app WITH PASSWORD = '" + pwd + "'";
                    }
                    """
            },
            {
                "two entries of one person",
                """
                    class C { bool M(string password, string passwordNyuryoku) => password == passwordNyuryoku; }
                    """
            },
        };

    [Theory]
    [MemberData(nameof(Silent))]
    public Task Is_silent_on_a_hash_and_on_other_columns(string name) => Rule.IsSilent(Silent[name], Files.All);
}
