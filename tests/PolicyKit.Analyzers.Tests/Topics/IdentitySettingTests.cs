using PolicyKit.Analyzers.Tests.Engine;

namespace PolicyKit.Analyzers.Tests.Topics;

/// <summary>Settings of authentication beside those of ASP.NET Core Identity's options.</summary>
public sealed class IdentitySettingTests
{
    private static readonly Check Rule = new("PK6301");

    [Theory]
    [InlineData(
        """
            class Register
            {
                [
                    System.ComponentModel.DataAnnotations.Required,
                    [|System.ComponentModel.DataAnnotations.StringLength(100, MinimumLength = 6)|]
                ]
                public string Password { get; set; } = "";
            }
            """
    )]
    [InlineData(
        "class Register { [[|System.ComponentModel.DataAnnotations.MinLength(4)|]] public string NewPassword { get; set; } = \"\"; }"
    )]
    public Task Reports_a_short_password_of_a_model(string source) => Rule.Reports(source, Files.All);

    [Theory]
    [InlineData(
        "class Register { [System.ComponentModel.DataAnnotations.StringLength(100, MinimumLength = 12)] public string Password { get; set; } = \"\"; }"
    )]
    [InlineData(
        "class Register { [System.ComponentModel.DataAnnotations.StringLength(100, MinimumLength = 2)] public string Name { get; set; } = \"\"; }"
    )]
    [InlineData(
        "class Login { [System.ComponentModel.DataAnnotations.MinLength(1)] public string Password { get; set; } = \"\"; }"
    )]
    public Task Is_silent_about_long_ones_and_other_texts(string source) => Rule.IsSilent(source, Files.All);

    [Theory]
    [InlineData(
        "class PasswordValidator { public int RequiredLength { get; set; } } class C { object M() => new PasswordValidator { RequiredLength = 1 }; }"
    )]
    [InlineData(
        """
            class LockoutOptions { public int MaxFailedAccessAttempts { get; set; } } class C { object M() =>
            new LockoutOptions { MaxFailedAccessAttempts = 900 }; }
            """
    )]
    public Task Is_silent_about_a_class_that_only_bears_the_name(string source) => Rule.IsSilent(source, Files.All);

    [Fact]
    public Task Reports_a_lockout_of_no_time() =>
        Rule.Reports(
            "class C { void M(Microsoft.AspNetCore.Identity.IdentityOptions o) => [|o.Lockout.DefaultLockoutTimeSpan = TimeSpan.Zero|]; }",
            Files.All
        );

    [Fact]
    public Task Reports_sign_in_without_lockout_in_the_older_library() =>
        Rule.Reports(
            """
            class SignIn
            {
                public Task PasswordSignInAsync(
                    string u,
                    string p,
                    bool isPersistent,
                    bool shouldLockout
                ) => Task.CompletedTask;
            }

            class C
            {
                Task M(SignIn s, string u, string p) =>
                    s.PasswordSignInAsync(u, p, false, [|shouldLockout: false|]);
            }
            """,
            Files.All
        );
}
