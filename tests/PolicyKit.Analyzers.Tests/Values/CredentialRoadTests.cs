using PolicyKit.Analyzers.Tests.Engine;

namespace PolicyKit.Analyzers.Tests.Values;

/// <summary>The roads by which a text in the source becomes a credential, each by itself.</summary>
public sealed class CredentialRoadTests
{
    private static readonly Check Rule = new("PK6101");

    [Theory]
    [InlineData(
        "default of a record's parameter",
        """record Smtp(string Host, string Password = [|"Kensin#2026"|]);"""
    )]
    [InlineData(
        "default of a parameter that a method uses",
        """class C { object M(string word = [|"Kensin#2026"|]) => new System.Net.NetworkCredential("a", word); }"""
    )]
    [InlineData("what a method returns", """class C { string GetPassword() { return [|"Kensin#2026"|]; } }""")]
    [InlineData("what a getter gives", """class C { string Password { get { return [|"Kensin#2026"|]; } } }""")]
    [InlineData(
        "a field that a constructor sets",
        """class C { readonly string _word; C() { _word = [|"Kensin#2026"|]; } object M() => new System.Net.NetworkCredential("a", _word); }"""
    )]
    [InlineData(
        "a method of the program",
        """class C { static string Word() => [|"Kensin#2026"|]; object M() => new System.Net.NetworkCredential("a", Word()); }"""
    )]
    [InlineData(
        "a method of the program that gives back what it is given",
        """class C { static string Same(string s) => s.Trim(); object M() => new System.Net.NetworkCredential("a", Same([|"Kensin#2026"|])); }"""
    )]
    [InlineData(
        "an arm of a switch",
        """class C { object M(int n) => new System.Net.NetworkCredential("a", n switch { 1 => [|"Kensin#2026"|], _ => "" }); }"""
    )]
    [InlineData(
        "deconstruction",
        """class C { object M() { var (user, word) = ("a", [|"Kensin#2026"|]); return new System.Net.NetworkCredential(user, word); } }"""
    )]
    [InlineData(
        "an element of a tuple by its name",
        """class C { (string User, string Password) M() => (User: "a", Password: [|"Kensin#2026"|]); }"""
    )]
    [InlineData(
        "a pair of a key and a value",
        """class C { KeyValuePair<string, string> M() => new("Smtp:Password", [|"Kensin#2026"|]); }"""
    )]
    [InlineData(
        "an initializer of a dictionary",
        """class C { Dictionary<string, string> M() => new() { { "password", [|"Kensin#2026"|] } }; }"""
    )]
    [InlineData(
        "string.Format",
        """class C { string M() => [|string.Format("Data Source={0};User ID={1};Password={2}", "db1", "a", "Kensin#2026")|]; }"""
    )]
    [InlineData(
        "string.Join",
        """class C { string M() => string.Join(";", "Data Source=db1", "User ID=a", [|"Password=Kensin#2026"|]); }"""
    )]
    [InlineData(
        "StringBuilder",
        """
            class C
            {
                string M()
                {
                    var b = new System.Text.StringBuilder("Data Source=db1;");
                    b.Append("User ID=a;").Append("Password=Kensin#2026");
                    return [|b.ToString()|];
                }
            }
            """
    )]
    [InlineData(
        "characters",
        """class C { object M() => new System.Net.NetworkCredential("a", new string([|new[] { 'K', 'e', 'n', '2', '6' }|])); }"""
    )]
    [InlineData(
        "SecureString, character by character",
        """class C { void M(System.Security.SecureString s) { foreach (var c in "Kensin#2026") s.AppendChar([|c|]); s.AppendChar([|'x'|]); } }"""
    )]
    [InlineData(
        "??= and with",
        """
            record R(string Password);

            class C
            {
                string? _password;

                R M(R r)
                {
                    _password ??= [|"Kensin#2026"|];
                    return r with { Password = [|"Gesui#2026"|] };
                }
            }
            """
    )]
    public Task Reports_a_literal_that_arrives_by(string road, string source)
    {
        Assert.NotEmpty(road);
        return Rule.Reports(source);
    }

    [Theory]
    [InlineData("is", """class C { bool M(string password) => password is [|"Kensin#2026"|]; }""")]
    [InlineData("Equals", """class C { bool M(string password) => password.Equals([|"Kensin#2026"|]); }""")]
    [InlineData(
        "string.Equals",
        """class C { bool M(string password) => string.Equals(password, [|"Kensin#2026"|], StringComparison.Ordinal); }"""
    )]
    [InlineData(
        "switch",
        """class C { bool M(string password) { switch (password) { case [|"Kensin#2026"|]: return true; default: return false; } } }"""
    )]
    [InlineData(
        "a property pattern",
        """record R(string Password); class C { bool M(R r) => r is { Password: [|"Kensin#2026"|] }; }"""
    )]
    [InlineData(
        "FixedTimeEquals",
        """
            using System.Text;

            class C
            {
                bool M(string password) =>
                    System.Security.Cryptography.CryptographicOperations.FixedTimeEquals(
                        Encoding.UTF8.GetBytes(password),
                        Encoding.UTF8.GetBytes([|"Kensin#2026"|])
                    );
            }
            """
    )]
    public Task Reports_what_a_password_is_compared_with_by(string comparison, string source)
    {
        Assert.NotEmpty(comparison);
        return Rule.Reports(source);
    }

    [Theory]
    [InlineData("overwritten", """var word = "Kensin#2026"; word = read;""")]
    [InlineData("filled by another", """var word = "Kensin#2026"; Fill(ref word);""")]
    public Task Is_silent_about_a_literal_that_is(string what, string statements)
    {
        Assert.NotEmpty(what);
        return Rule.IsSilent(
            $$"""
            class C
            {
                object M(string read) { {{statements}} return new System.Net.NetworkCredential("a", word); }
                static void Fill(ref string s) => s = Console.ReadLine() ?? "";
            }
            """
        );
    }

    [Fact]
    public Task Reports_a_literal_that_may_be_overwritten_and_one_that_is_set_in_a_loop() =>
        Rule.Reports(
            """
            class C
            {
                object A(bool b, string read)
                {
                    var word = [|"Kensin#2026"|];
                    if (b)
                        word = read;
                    return new System.Net.NetworkCredential("a", word);
                }

                void B(string read)
                {
                    var word = read;
                    for (var i = 0; i < 2; i++)
                    {
                        _ = new System.Net.NetworkCredential("a", word);
                        word = [|"Gesui#2026"|];
                    }
                }
            }
            """
        );

    [Fact]
    public Task Ends_where_methods_and_members_stand_for_each_other() =>
        Rule.IsSilent(
            """
            class C
            {
                static string A() => B() + A(); static string B() => A() ?? B(); static string P => Q; static string Q => P;
                object M(string s) { var x = s; var y = x; x = y + x; y = x + y; return new System.Net.NetworkCredential(A() + P, x + y); }
            }
            """
        );
}
