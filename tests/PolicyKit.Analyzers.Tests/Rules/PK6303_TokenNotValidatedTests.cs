using PolicyKit.Analyzers.Tests.Engine;

namespace PolicyKit.Analyzers.Tests.Rules;

public sealed class PK6303_TokenNotValidatedTests
{
    private const string Library = """

        namespace Microsoft.IdentityModel.Tokens
        {
            public class TokenValidationParameters
            {
                public bool ValidateIssuer { get; set; }
                public bool ValidateAudience { get; set; }
                public bool ValidateLifetime { get; set; }
                public bool ValidateIssuerSigningKey { get; set; }
                public bool RequireExpirationTime { get; set; }
                public bool RequireSignedTokens { get; set; }
                public string? ValidIssuer { get; set; }
                public Func<string, object, object, string>? IssuerValidator { get; set; }
                public Func<object, object, object, bool>? AudienceValidator { get; set; }
                public Func<object, object, object, object, bool>? LifetimeValidator { get; set; }
                public Func<string, object, object>? SignatureValidator { get; set; }
            }
        }

        namespace Microsoft.AspNetCore.Authentication.JwtBearer
        {
            public class JwtBearerOptions
            {
                public bool RequireHttpsMetadata { get; set; }
                public Microsoft.IdentityModel.Tokens.TokenValidationParameters TokenValidationParameters { get; set; } =
                    new();
            }
        }

        namespace System.IdentityModel.Tokens.Jwt
        {
            public class JwtSecurityToken
            {
                public JwtSecurityToken(string t) { }

                public string Subject => "";
                public DateTime ValidTo => default;
            }

            public class JwtSecurityTokenHandler
            {
                public JwtSecurityToken ReadJwtToken(string t) => new(t);

                public object ValidateToken(string t, object p) => t;
            }
        }
        """;

    private static readonly Check Rule = new("PK6303");

    [Fact]
    public async Task Says_it_in_both_languages()
    {
        const string Source =
            "class C { object M() => new Microsoft.IdentityModel.Tokens.TokenValidationParameters { ValidateIssuer = false }; }"
            + Library;
        Assert.Equal(
            "トークンの検証 `ValidateIssuer` を止めています 〔基本方針 6(6)・対策基準 6.2-04〕",
            Assert.Single(await Rule.Of(Files.All, Source)).GetMessage()
        );
        Assert.Equal(
            "Token validation `ValidateIssuer` is disabled 〔基本方針 6(6)・対策基準 6.2-04〕",
            Assert.Single(await Rule.Of(Files.All.WithProperty("PolicyKitLanguage", "en"), Source)).GetMessage()
        );
    }

    public static Cases Reported { get; } =
        new()
        {
            {
                "a check that is switched off beside another",
                """
                    class C
                    {
                        void M(Microsoft.IdentityModel.Tokens.TokenValidationParameters p, bool b) =>
                            (p.ValidateAudience, [|p.ValidateLifetime|]) = (b, false);
                    }
                    """
            },
            {
                "a token that is only read says who the user is",
                """
                    class C
                    {
                        string M(HttpRequest r)
                        {
                            var raw = r.Headers.Authorization.ToString()["Bearer ".Length..];
                            var jwt =
                                new System.IdentityModel.Tokens.Jwt.JwtSecurityTokenHandler().[|ReadJwtToken|](raw);
                            return jwt.Subject;
                        }
                    }
                    """
            },
            {
                "the issuer",
                """
                    class C
                    {
                        object M() =>
                            new Microsoft.IdentityModel.Tokens.TokenValidationParameters { [|ValidateIssuer = false|] };
                    }
                    """
            },
            {
                "the audience",
                """
                    class C
                    {
                        object M() =>
                            new Microsoft.IdentityModel.Tokens.TokenValidationParameters
                            {
                                [|ValidateAudience = false|],
                            };
                    }
                    """
            },
            {
                "the lifetime",
                """
                    class C
                    {
                        object M() =>
                            new Microsoft.IdentityModel.Tokens.TokenValidationParameters
                            {
                                [|ValidateLifetime = false|],
                            };
                    }
                    """
            },
            {
                "the requirement of an end",
                """
                    class C
                    {
                        object M() =>
                            new Microsoft.IdentityModel.Tokens.TokenValidationParameters
                            {
                                [|RequireExpirationTime = false|],
                            };
                    }
                    """
            },
            {
                "the requirement of a signature",
                """
                    class C
                    {
                        object M() =>
                            new Microsoft.IdentityModel.Tokens.TokenValidationParameters
                            {
                                [|RequireSignedTokens = false|],
                            };
                    }
                    """
            },
            {
                "the issuer in a statement",
                """
                    class C
                    {
                        void M(Microsoft.IdentityModel.Tokens.TokenValidationParameters p) =>
                            [|p.ValidateIssuer = false|];
                    }
                    """
            },
            {
                "the audience, and not the issuer that is on",
                """
                    class C
                    {
                        void M(Microsoft.IdentityModel.Tokens.TokenValidationParameters p)
                        {
                            [|p.ValidateAudience = false|];
                            p.ValidateIssuer = true;
                        }
                    }
                    """
            },
            {
                "metadata without HTTPS",
                """
                    class C
                    {
                        void M(Microsoft.AspNetCore.Authentication.JwtBearer.JwtBearerOptions o) =>
                            [|o.RequireHttpsMetadata = false|];
                    }
                    """
            },
            {
                "the lifetime of nested parameters",
                """
                    class C
                    {
                        void M(Microsoft.AspNetCore.Authentication.JwtBearer.JwtBearerOptions o) =>
                            [|o.TokenValidationParameters.ValidateLifetime = false|];
                    }
                    """
            },
            {
                "a constant that is off",
                """
                    class C
                    {
                        const bool Off = false;

                        object M() =>
                            new Microsoft.IdentityModel.Tokens.TokenValidationParameters { [|ValidateIssuer = Off|] };
                    }
                    """
            },
            {
                "a lifetime validator that accepts everything",
                """
                    class C
                    {
                        object M() =>
                            new Microsoft.IdentityModel.Tokens.TokenValidationParameters
                            {
                                [|LifetimeValidator = (_, _, _, _) => true|],
                            };
                    }
                    """
            },
            {
                "an audience validator that accepts everything",
                """
                    class C
                    {
                        object M() =>
                            new Microsoft.IdentityModel.Tokens.TokenValidationParameters
                            {
                                [|AudienceValidator = (a, t, p) => true|],
                            };
                    }
                    """
            },
            {
                "an issuer validator that gives back what it gets",
                """
                    class C
                    {
                        object M() =>
                            new Microsoft.IdentityModel.Tokens.TokenValidationParameters
                            {
                                [|IssuerValidator = (issuer, t, p) => issuer|],
                            };
                    }
                    """
            },
            {
                "a signature validator that only reads",
                """
                    class C
                    {
                        object M() =>
                            new Microsoft.IdentityModel.Tokens.TokenValidationParameters
                            {
                                [|SignatureValidator = (token, p) =>
                                    new System.IdentityModel.Tokens.Jwt.JwtSecurityToken(token)|],
                            };
                    }
                    """
            },
            {
                "metadata without HTTPS in a block",
                """
                    class C
                    {
                        void M(IServiceCollection s) =>
                            s.Configure<Microsoft.AspNetCore.Authentication.JwtBearer.JwtBearerOptions>(o =>
                            {
                                [|o.RequireHttpsMetadata = false|];
                            });
                    }
                    """
            },
            {
                "the issuer of an expired token, and not its lifetime",
                """
                    class C
                    {
                        object GetPrincipalFromExpiredToken() =>
                            new Microsoft.IdentityModel.Tokens.TokenValidationParameters
                            {
                                [|ValidateIssuer = false|],
                                ValidateLifetime = false,
                            };
                    }
                    """
            },
            {
                "the issuer beside the name of one",
                """
                    class C
                    {
                        object M() =>
                            new Microsoft.IdentityModel.Tokens.TokenValidationParameters
                            {
                                [|ValidateIssuer = false|],
                                ValidIssuer = "a",
                            };
                    }
                    """
            },
        };

    [Theory]
    [MemberData(nameof(Reported))]
    public Task Reports_a_validation_that_is_off(string name) => Rule.Reports(Reported[name] + Library, Files.All);

    public static Cases Silent { get; } =
        new()
        {
            {
                "a token that is read for its time, and one that is validated before",
                """
                    class C
                    {
                        DateTime A(HttpRequest r) =>
                            new System.IdentityModel.Tokens.Jwt.JwtSecurityTokenHandler()
                                .ReadJwtToken(r.Headers.Authorization.ToString())
                                .ValidTo;

                        string B(HttpRequest r, object p)
                        {
                            var handler = new System.IdentityModel.Tokens.Jwt.JwtSecurityTokenHandler();
                            handler.ValidateToken(r.Headers.Authorization.ToString(), p);
                            return handler.ReadJwtToken(r.Headers.Authorization.ToString()).Subject;
                        }

                        string C2(string own) =>
                            new System.IdentityModel.Tokens.Jwt.JwtSecurityTokenHandler().ReadJwtToken(own).Subject;
                    }
                    """
            },
            {
                "validations that are on",
                """
                    class C
                    {
                        object M() =>
                            new Microsoft.IdentityModel.Tokens.TokenValidationParameters
                            {
                                ValidateIssuer = true,
                                ValidateAudience = true,
                            };
                    }
                    """
            },
            {
                "parameters with their defaults",
                """
                    class C
                    {
                        object M() => new Microsoft.IdentityModel.Tokens.TokenValidationParameters();
                    }
                    """
            },
            {
                "a validation that is not known",
                """
                    class C
                    {
                        object M(bool v) =>
                            new Microsoft.IdentityModel.Tokens.TokenValidationParameters { ValidateIssuer = v };
                    }
                    """
            },
            {
                "the key of the signature, whose default is off",
                """
                    class C
                    {
                        object M() =>
                            new Microsoft.IdentityModel.Tokens.TokenValidationParameters
                            {
                                ValidateIssuerSigningKey = false,
                            };
                    }
                    """
            },
            {
                "the lifetime of an expired token",
                """
                    class C
                    {
                        object GetPrincipalFromExpiredToken() =>
                            new Microsoft.IdentityModel.Tokens.TokenValidationParameters
                            {
                                ValidateLifetime = false,
                            };
                    }
                    """
            },
            {
                "the lifetime where a token is refreshed",
                """
                    class C
                    {
                        object Refresh() =>
                            new Microsoft.IdentityModel.Tokens.TokenValidationParameters
                            {
                                ValidateLifetime = false,
                            };
                    }
                    """
            },
            {
                "a validator of one's own for the issuer",
                """
                    class C
                    {
                        object M() =>
                            new Microsoft.IdentityModel.Tokens.TokenValidationParameters
                            {
                                ValidateIssuer = false,
                                IssuerValidator = (i, t, p) => i == "a" ? i : throw new Exception(),
                            };
                    }
                    """
            },
            {
                "a validator of one's own for the audience",
                """
                    class C
                    {
                        object M() =>
                            new Microsoft.IdentityModel.Tokens.TokenValidationParameters
                            {
                                ValidateAudience = false,
                                AudienceValidator = (a, t, p) => a.Equals("x"),
                            };
                    }
                    """
            },
            {
                "a validator of one's own for the lifetime",
                """
                    class C
                    {
                        object M() =>
                            new Microsoft.IdentityModel.Tokens.TokenValidationParameters
                            {
                                LifetimeValidator = (a, b, c, d) => a != b,
                            };
                    }
                    """
            },
            {
                "HTTPS outside development",
                """
                    class C
                    {
                        void M(
                            Microsoft.AspNetCore.Authentication.JwtBearer.JwtBearerOptions o,
                            IHostEnvironment e
                        ) => o.RequireHttpsMetadata = !e.IsDevelopment();
                    }
                    """
            },
            {
                "HTTPS that is required",
                """
                    class C
                    {
                        void M(Microsoft.AspNetCore.Authentication.JwtBearer.JwtBearerOptions o) =>
                            o.RequireHttpsMetadata = true;
                    }
                    """
            },
            {
                "a property of another type with the same name",
                """
                    class Form
                    {
                        public bool ValidateIssuer { get; set; }
                    }

                    class C
                    {
                        object M() => new Form { ValidateIssuer = false };
                    }
                    """
            },
            {
                "fields with the same names",
                """
                    class C
                    {
                        bool ValidateLifetime = false;
                        bool RequireHttpsMetadata = false;
                    }
                    """
            },
            {
                "a comparison",
                """
                    class C
                    {
                        bool M(Microsoft.IdentityModel.Tokens.TokenValidationParameters p) =>
                            p.ValidateIssuer == false;
                    }
                    """
            },
            {
                "a signature validator that checks",
                """
                    class C
                    {
                        object M() =>
                            new Microsoft.IdentityModel.Tokens.TokenValidationParameters
                            {
                                SignatureValidator = (token, p) => Check(token),
                            };

                        static object Check(string t) => t;
                    }
                    """
            },
            {
                "an issuer validator that calls something",
                """
                    class C
                    {
                        object M() =>
                            new Microsoft.IdentityModel.Tokens.TokenValidationParameters
                            {
                                IssuerValidator = (issuer, t, p) => issuer.Trim(),
                            };
                    }
                    """
            },
        };

    [Theory]
    [MemberData(nameof(Silent))]
    public Task Is_silent_on_a_validation_that_is_on_or_unknown(string name) =>
        Rule.IsSilent(Silent[name] + Library, Files.All);

    [Theory]
    [InlineData(
        """{ "Authentication": { "Schemes": { "Bearer": { "ValidateAudience": [|false|] } } } }""",
        "appsettings.json"
    )]
    [InlineData("""{ "Oidc": { "RequireHttpsMetadata": [|"False"|] } }""", "appsettings.Production.json")]
    [InlineData("""{ "Oidc": { "RequireHttpsMetadata": false } }""", "appsettings.Development.json")]
    [InlineData(
        """{ "Oidc": { "RequireHttpsMetadata": true, "ValidateIssuer": true, "ValidateForm": false } }""",
        "appsettings.json"
    )]
    public Task Looks_at_configuration(string text, string name) => Rule.Configuration(text, name);
}
