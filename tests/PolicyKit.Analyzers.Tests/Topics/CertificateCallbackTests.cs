using PolicyKit.Analyzers.Tests.Engine;

namespace PolicyKit.Analyzers.Tests.Topics;

/// <summary>Functions that are asked whether a certificate will do, and settings that take their place.</summary>
public sealed class CertificateCallbackTests
{
    private static readonly Check Rule = new("PK6205");

    private const string Handler =
        "class C { object M(HttpClientHandler h, bool known) => h.ServerCertificateCustomValidationCallback = ";

    [Theory]
    [InlineData("(_, _, _, e) => e == SslPolicyErrors.None || e == SslPolicyErrors.RemoteCertificateNameMismatch")]
    [InlineData("(_, _, _, e) => (e & ~SslPolicyErrors.RemoteCertificateChainErrors) == SslPolicyErrors.None")]
    [InlineData("(_, _, _, e) => e != SslPolicyErrors.RemoteCertificateNotAvailable")]
    [InlineData("(_, _, _, e) => !e.HasFlag(SslPolicyErrors.RemoteCertificateNotAvailable)")]
    [InlineData("(_, _, _, e) => e is SslPolicyErrors.None or SslPolicyErrors.RemoteCertificateChainErrors")]
    [InlineData(
        "(_, _, _, e) => { if (e == SslPolicyErrors.RemoteCertificateNameMismatch) return true; return e == SslPolicyErrors.None; }"
    )]
    [InlineData(
        "(_, _, _, e) => { var fine = e == SslPolicyErrors.None; if (!fine) Console.WriteLine(e); return true; }"
    )]
    [InlineData("(_, _, _, e) => { try { Console.WriteLine(e); } catch { } return true; }")]
    [InlineData(
        "(_, _, _, e) => e switch { SslPolicyErrors.None => true, SslPolicyErrors.RemoteCertificateNameMismatch => true, _ => false }"
    )]
    public Task Reports_a_callback_that_lets_an_error_pass(string callback) =>
        Rule.Reports($$"""using System.Net.Security; {{Handler}}[|{{callback}}|]; }""", Files.All);

    [Theory]
    [InlineData("(_, _, _, e) => e == SslPolicyErrors.None || known")]
    [InlineData("(_, c, _, e) => e == SslPolicyErrors.None || c!.GetCertHashString() == \"AB\"")]
    [InlineData(
        "(_, _, _, e) => { if (e != SslPolicyErrors.None) { Console.WriteLine(e); return false; } return true; }"
    )]
    [InlineData("(_, _, _, e) => e is SslPolicyErrors.None")]
    [InlineData("(_, _, _, e) => e switch { SslPolicyErrors.None => true, _ => false }")]
    [InlineData("(_, _, _, e) => { var fine = e == SslPolicyErrors.None; return fine; }")]
    [InlineData(
        "(_, _, chain, e) => { foreach (var s in chain!.ChainStatus) if (s.StatusInformation.Length > 0) return false; return true; }"
    )]
    public Task Is_silent_about_one_that_refuses_or_looks_at_the_certificate(string callback) =>
        Rule.IsSilent($$"""using System.Net.Security; {{Handler}}{{callback}}; }""", Files.All);

    [Fact]
    public Task Reports_a_callback_that_asks_a_function_which_always_says_yes() =>
        Rule.Reports(
            """
            using System.Net.Security;
            class C
            {
                object M(HttpClientHandler h) => h.ServerCertificateCustomValidationCallback = [|(_, _, _, e) => IsFine(e)|];
                object N(HttpClientHandler h) => h.ServerCertificateCustomValidationCallback = (_, _, _, e) => IsClean(e);
                static bool IsFine(SslPolicyErrors problems) => problems != SslPolicyErrors.RemoteCertificateNotAvailable;
                static bool IsClean(SslPolicyErrors problems) => problems == SslPolicyErrors.None;
            }
            """,
            Files.All
        );

    [Fact]
    public Task Ends_where_a_function_asks_itself() =>
        Rule.IsSilent(
            """
            using System.Net.Security;

            class C
            {
                object M(HttpClientHandler h) =>
                    h.ServerCertificateCustomValidationCallback = (_, _, _, e) => Again(e);

                static bool Again(SslPolicyErrors e) => Again(e) || Again(e);
            }
            """,
            Files.All
        );

    [Fact]
    public Task Reports_a_callback_with_another_type_of_delegate() =>
        Rule.Reports(
            """
            using System.Security.Cryptography.X509Certificates;
            delegate bool VerifyServerCertificateCallback(object connection, X509Certificate certificate);
            class Directory { public VerifyServerCertificateCallback? VerifyServerCertificate { get; set; } }
            class C { void M(Directory d) => d.VerifyServerCertificate = [|(_, _) => true|]; }
            """,
            Files.All
        );

    [Fact]
    public Task Is_silent_about_a_delegate_that_chooses_certificates() =>
        Rule.IsSilent(
            """
            using System.Security.Cryptography.X509Certificates;

            class C
            {
                bool M(X509Certificate2Collection all) => all.Any(c => true) && Has(all, c => true);

                static bool Has(IEnumerable<X509Certificate2> all, Func<X509Certificate2, bool> filter) =>
                    all.Any(filter);
            }
            """,
            Files.All
        );

    [Fact]
    public Task Reports_the_old_policy_of_ServicePointManager() =>
        Rule.Reports(
            """
            using System.Security.Cryptography.X509Certificates;

            class TrustAll : System.Net.ICertificatePolicy
            {
                public bool [|CheckValidationResult|](
                    System.Net.ServicePoint? p,
                    X509Certificate? c,
                    System.Net.WebRequest? r,
                    int problem
                ) => true;
            }

            namespace System.Net
            {
                public interface ICertificatePolicy
                {
                    bool CheckValidationResult(
                        ServicePoint? p,
                        X509Certificate? c,
                        WebRequest? r,
                        int problem
                    );
                }
            }
            """,
            Files.All
        );

    [Fact]
    public Task Reports_a_chain_that_lets_everything_pass() =>
        Rule.Reports(
            """
            using System.Security.Cryptography.X509Certificates;

            class C
            {
                bool M(X509Certificate2 c)
                {
                    using var chain = new X509Chain();
                    chain.ChainPolicy.VerificationFlags = [|X509VerificationFlags.AllFlags|];
                    return chain.Build(c);
                }
            }
            """,
            Files.All
        );

    [Fact]
    public Task Is_silent_about_a_chain_whose_root_is_compared() =>
        Rule.IsSilent(
            """
            using System.Security.Cryptography.X509Certificates;

            class C
            {
                bool M(X509Certificate2 c, string root)
                {
                    using var chain = new X509Chain();
                    chain.ChainPolicy.VerificationFlags =
                        X509VerificationFlags.AllowUnknownCertificateAuthority;
                    return chain.Build(c) && chain.ChainElements[^1].Certificate.Thumbprint == root;
                }
            }
            """,
            Files.All
        );

    [Theory]
    [InlineData(
        "class Options { public bool IgnoreCertificateErrors { get; set; } } class C { void M(Options o) => [|o.IgnoreCertificateErrors = true|]; }"
    )]
    [InlineData(
        """
            class Consumer
            {
                public bool EnableSslCertificateVerification { get; set; }
            }

            class C
            {
                object M() => new Consumer { [|EnableSslCertificateVerification = false|] };
            }
            """
    )]
    public Task Reports_a_switch_by_the_words_of_its_name(string source) => Rule.Reports(source, Files.All);

    [Theory]
    [InlineData(
        """
            class Options
            {
                public bool IgnoreCertificateErrors { get; set; }
            }

            class C
            {
                void M(Options o, bool b)
                {
                    o.IgnoreCertificateErrors = false;
                    o.IgnoreCertificateErrors = b;
                }
            }
            """
    )]
    [InlineData(
        "class Options { public bool UseCertificate { get; set; } } class C { void M(Options o) => o.UseCertificate = false; }"
    )]
    public Task Is_silent_about_one_that_is_off_unknown_or_about_something_else(string source) =>
        Rule.IsSilent(source, Files.All);

    [Fact]
    public Task Is_silent_in_development_alone() =>
        Rule.IsSilent(
            """
            class C
            {
                void M(HttpClientHandler h, IHostEnvironment env)
                {
                    if (env.IsDevelopment())
                        h.ServerCertificateCustomValidationCallback =
                            HttpClientHandler.DangerousAcceptAnyServerCertificateValidator;
                    if (env.IsDevelopment())
                        h.ServerCertificateCustomValidationCallback = (_, _, _, _) => true;
                }
            }
            """,
            Files.All
        );
}
