using PolicyKit.Analyzers.Tests.Engine;

namespace PolicyKit.Analyzers.Tests.Rules;

public sealed class PK6501_ErrorDetailShownTests
{
    private const string Usings =
        "using Microsoft.AspNetCore.Mvc; using Microsoft.AspNetCore.Mvc.RazorPages; using Microsoft.AspNetCore.SignalR; ";

    private const string Library = """

        namespace Lib
        {
            public static class SwaggerExtensions
            {
                public static IApplicationBuilder UseSwagger(this IApplicationBuilder a) => a;

                public static IApplicationBuilder UseSwaggerUI(this IApplicationBuilder a) => a;

                public static Microsoft.AspNetCore.Builder.IEndpointConventionBuilder MapOpenApi(
                    this IEndpointRouteBuilder r,
                    string pattern = "/openapi/v1.json"
                ) => throw new NotSupportedException();
            }
        }

        public class NotEnoughWater : Exception { }
        """;

    private static readonly Check Rule = new("PK6501");

    [Theory]
    [InlineData(
        "class C : ControllerBase { IActionResult M() { try { return Ok(); } catch (Exception e) { return BadRequest(e.Message); } } }",
        "例外の内容 `e.Message` を、利用者への応答に含めています",
        "`e.Message` of the exception is included in the response to the user"
    )]
    [InlineData(
        "class C { void M(IApplicationBuilder a) => a.UseDeveloperExceptionPage(); }",
        "開発者向けの `UseDeveloperExceptionPage` が、開発環境以外でも有効です",
        "`UseDeveloperExceptionPage`, which is for developers, is also enabled outside development"
    )]
    [InlineData(
        "class C { void M(HubOptions o) => o.EnableDetailedErrors = true; }",
        "設定 `EnableDetailedErrors` により、エラーの詳細が利用者に表示されます",
        "The setting `EnableDetailedErrors` shows error details to users"
    )]
    public async Task Says_it_in_both_languages(string source, string japanese, string english)
    {
        Assert.Equal(
            japanese + " 〔基本方針 6(6)・対策基準 6.2-04〕",
            Assert.Single(await Rule.Of(Files.All, Usings + source)).GetMessage()
        );
        Assert.Equal(
            english + " 〔基本方針 6(6)・対策基準 6.2-04〕",
            Assert
                .Single(await Rule.Of(Files.All.WithProperty("PolicyKitLanguage", "en"), Usings + source))
                .GetMessage()
        );
    }

    public static Cases Reported { get; } =
        new()
        {
            {
                "a page for developers in every environment but production",
                """
                    class C
                    {
                        void M(WebApplication a)
                        {
                            if (!a.Environment.IsProduction())
                                a.[|UseDeveloperExceptionPage|]();
                        }
                    }
                    """
            },
            {
                "a page for developers in staging, by a comparison",
                """
                    class C
                    {
                        void M(WebApplication a)
                        {
                            if (a.Environment.IsProduction() == false)
                                a.[|UseDeveloperExceptionPage|]();
                        }
                    }
                    """
            },
            {
                "a page for developers in development or staging",
                """
                    class C
                    {
                        void M(WebApplication a)
                        {
                            if (a.Environment.IsDevelopment() || a.Environment.IsStaging())
                                a.[|UseDeveloperExceptionPage|]();
                        }
                    }
                    """
            },
            {
                "what a method of the system makes of an exception",
                """
                    class C : ControllerBase
                    {
                        static string Tell(Exception e) => $"{e.GetType().Name}: {e.Message}";

                        IActionResult M()
                        {
                            try
                            {
                                return Ok();
                            }
                            catch (Exception e)
                            {
                                return StatusCode(500, [|Tell(e)|]);
                            }
                        }
                    }
                    """
            },
            {
                "a part of the message, encoded, in a header",
                """
                    class C
                    {
                        void M(HttpContext c, Exception e) =>
                            c.Response.Headers["X-Error"] = Uri.EscapeDataString([|e.Message|].Replace("a", "b"));
                    }
                    """
            },
            {
                "the setting of the host for detailed errors",
                """
                    class C
                    {
                        void M(IWebHostBuilder b) => b.[|UseSetting|]("detailedErrors", "true");
                    }
                    """
            },
            {
                "an exception as text",
                """
                    class C : ControllerBase
                    {
                        IActionResult M(Exception e) => StatusCode(500, [|e.ToString()|]);
                    }
                    """
            },
            {
                "an exception as it is",
                """
                    class C : ControllerBase
                    {
                        IActionResult M(Exception e) => StatusCode(500, [|e|]);
                    }
                    """
            },
            {
                "a message in an interpolation",
                """
                    class C : ControllerBase
                    {
                        IActionResult M(Exception e) => StatusCode(500, $"失敗: {[|e.Message|]}");
                    }
                    """
            },
            {
                "a message and a trace in an object",
                """
                    class C : ControllerBase
                    {
                        IActionResult M(Exception e) => BadRequest(new { error = [|e.Message|], trace = [|e.StackTrace|] });
                    }
                    """
            },
            {
                "the message of a database exception as an argument by name",
                """
                    class C : ControllerBase
                    {
                        IActionResult M(System.Data.Common.DbException e) => Problem(detail: [|e.Message|]);
                    }
                    """
            },
            {
                "a message in a variable",
                """
                    class C : ControllerBase
                    {
                        IActionResult M(Exception e)
                        {
                            var text = "error: " + [|e.Message|];
                            return Content(text);
                        }
                    }
                    """
            },
            {
                "a text that is put together in variables",
                """
                    class C : ControllerBase
                    {
                        IActionResult M(Exception e)
                        {
                            var text = [|e.Message|];
                            text = text + [|e.StackTrace|];
                            var shown = text;
                            return Content(shown + text);
                        }
                    }
                    """
            },
            {
                "the trace of an exception of one's own",
                """
                    class C : ControllerBase
                    {
                        IActionResult M(NotEnoughWater e) => Problem([|e.StackTrace|]);
                    }
                    """
            },
            {
                "a message that is narrowed to the wrong type",
                """
                    class C : ControllerBase
                    {
                        IActionResult M(Exception e, Exception other)
                        {
                            if (e is System.IO.IOException)
                                return Problem([|e.Message|]);
                            if (other is NotEnoughWater || e is not NotEnoughWater)
                                return Problem([|e.Message|]);
                            return Problem(e is NotEnoughWater ? null : [|e.Message|]);
                        }
                    }
                    """
            },
            {
                "the message of an inner exception",
                """
                    class C : ControllerBase
                    {
                        IActionResult M(Exception e) => Problem([|e.InnerException?.Message|]);
                    }
                    """
            },
            {
                "messages for a view",
                """
                    class C : Controller
                    {
                        IActionResult M(Exception e)
                        {
                            ViewBag.Error = [|e.Message|];
                            ViewData["trace"] = [|e.ToString()|];
                            TempData["m"] = [|e.Message|];
                            return View();
                        }
                    }
                    """
            },
            {
                "messages of the model and of JSON",
                """
                    class C : Controller
                    {
                        IActionResult M(Exception e)
                        {
                            ModelState.AddModelError("", [|e.Message|]);
                            return Json(new { e = [|e.Message|] });
                        }
                    }
                    """
            },
            {
                "a text of a Razor page",
                """
                    class P : PageModel
                    {
                        IActionResult OnPost(Exception e) => Content([|e.ToString()|]);
                    }
                    """
            },
            {
                "results of a minimal API",
                """
                    class C
                    {
                        IResult M(Exception e) => Results.Problem([|e.Message|]);

                        IResult N(Exception e) => TypedResults.BadRequest([|e.Message|]);
                    }
                    """
            },
            {
                "a result in the function of a route",
                """
                    var app = WebApplication.CreateBuilder(args).Build();
                    app.MapGet(
                        "/",
                        () =>
                        {
                            try
                            {
                                return Results.Ok();
                            }
                            catch (Exception e)
                            {
                                return Results.Json(new { message = [|e.Message|] }, statusCode: 500);
                            }
                        }
                    );
                    """
            },
            {
                "texts and JSON of the response",
                """
                    class C
                    {
                        Task M(HttpContext c, Exception e) => c.Response.WriteAsync([|e.Message|]);

                        Task N(HttpContext c, Exception e) =>
                            c.Response.WriteAsJsonAsync(new { error = [|e.Message|] });
                    }
                    """
            },
            {
                "serialized text of the response",
                """
                    class C
                    {
                        Task M(HttpContext c, Exception e) =>
                            c.Response.WriteAsync(
                                System.Text.Json.JsonSerializer.Serialize(new { error = [|e.StackTrace|] })
                            );
                    }
                    """
            },
            {
                "problem details in an initializer",
                """
                    class C
                    {
                        object M(Exception e) =>
                            new ProblemDetails
                            {
                                Title = "error",
                                Detail = [|e.Message|],
                                Status = 500,
                            };
                    }
                    """
            },
            {
                "problem details in statements",
                """
                    class C
                    {
                        void M(ProblemDetails d, Exception e)
                        {
                            d.Detail = [|e.ToString()|];
                            d.Extensions["trace"] = [|e.StackTrace|];
                        }
                    }
                    """
            },
            {
                "the result of a filter",
                """
                    class C
                    {
                        void M(Microsoft.AspNetCore.Mvc.Filters.ExceptionContext c) =>
                            c.Result = new ObjectResult(new { error = [|c.Exception.Message|] }) { StatusCode = 500 };
                    }
                    """
            },
            {
                "an exception for the clients of a hub",
                """
                    class H : Hub
                    {
                        Task M(Exception e) => throw new HubException([|e.Message|]);
                    }
                    """
            },
            {
                "the error of the handler's feature",
                """
                    class C
                    {
                        void M(HttpContext c, Microsoft.AspNetCore.Diagnostics.IExceptionHandlerFeature f) =>
                            c.Response.WriteAsync([|f.Error.Message|]);
                    }
                    """
            },
            {
                "the developer's page",
                """
                    var app = WebApplication.CreateBuilder(args).Build();
                    app.[|UseDeveloperExceptionPage|]();
                    app.Run();
                    """
            },
            {
                "the developer's page in production",
                """
                    var app = WebApplication.CreateBuilder(args).Build();
                    if (app.Environment.IsProduction())
                    {
                        app.[|UseDeveloperExceptionPage|]();
                    }
                    app.Run();
                    """
            },
            {
                "the developer's page outside development",
                """
                    var app = WebApplication.CreateBuilder(args).Build();
                    if (app.Environment.IsDevelopment())
                    {
                        app.UseHsts();
                    }
                    else
                    {
                        app.[|UseDeveloperExceptionPage|]();
                    }
                    """
            },
            {
                "the description of the interface",
                """
                    using Lib;

                    class C
                    {
                        void M(IApplicationBuilder a)
                        {
                            a.[|UseSwagger|]();
                            a.[|UseSwaggerUI|]();
                        }
                    }
                    """
            },
            {
                "the description that the platform makes",
                """
                    using Lib;

                    class C
                    {
                        void M(IEndpointRouteBuilder r) => r.[|MapOpenApi|]();
                    }
                    """
            },
            {
                "details of a hub",
                """
                    class C
                    {
                        void M(IServiceCollection s) =>
                            s.AddSignalR(o =>
                            {
                                [|o.EnableDetailedErrors = true|];
                            });
                    }
                    """
            },
        };

    [Theory]
    [MemberData(nameof(Reported))]
    public Task Reports_detail_that_users_see(string name) =>
        Rule.Reports(
            Reported[name].StartsWith("using Lib;", StringComparison.Ordinal)
                ? "using Lib; " + Usings + Reported[name][10..] + Library
                : Usings + Reported[name] + Library,
            Files.All
        );

    public static Cases Silent { get; } =
        new()
        {
            {
                "the description of the interface in staging",
                """
                    using Lib;

                    class C
                    {
                        void M(WebApplication a)
                        {
                            if (!a.Environment.IsProduction())
                                a.UseSwagger();
                        }
                    }
                    """
            },
            {
                "a method of the system that tells the number of the error alone",
                """
                    class C : ControllerBase
                    {
                        static string Tell(Exception e) => "error " + e.HResult;

                        IActionResult M(Exception e) => StatusCode(500, Tell(e));
                    }
                    """
            },
            {
                "the setting of the host for detailed errors in development",
                """
                    class C
                    {
                        void M(IWebHostBuilder b, IHostEnvironment e)
                        {
                            b.UseSetting("detailedErrors", "false");
                            if (e.IsDevelopment())
                                b.UseSetting("detailedErrors", "true");
                        }
                    }
                    """
            },
            {
                "a message in the log",
                """
                    class C : ControllerBase
                    {
                        IActionResult M(Exception e, ILogger l)
                        {
                            l.LogError(e, "failed {Message}", e.Message);
                            return StatusCode(500, "失敗しました");
                        }
                    }
                    """
            },
            {
                "the message of an exception of one's own",
                """
                    class C : ControllerBase
                    {
                        IActionResult M(NotEnoughWater e) => BadRequest(e.Message);
                    }
                    """
            },
            {
                "the message of an argument's exception",
                """
                    class C : ControllerBase
                    {
                        IActionResult M(ArgumentException e) => BadRequest(e.Message);
                    }
                    """
            },
            {
                "a message that is narrowed by patterns",
                """
                    class C : ControllerBase
                    {
                        IActionResult M(Exception e)
                        {
                            if (e is NotEnoughWater)
                                return Problem(e.Message);
                            if (e is ArgumentException or NotEnoughWater && e.HResult > 0)
                                return Problem(detail: e.Message);
                            return Problem();
                        }
                    }
                    """
            },
            {
                "a message that is narrowed by a filter",
                """
                    class C : ControllerBase
                    {
                        IActionResult M()
                        {
                            try
                            {
                                return Ok();
                            }
                            catch (Exception e) when (e is NotEnoughWater or ArgumentException)
                            {
                                return BadRequest(e.Message);
                            }
                        }
                    }
                    """
            },
            {
                "a message that is narrowed by arms",
                """
                    class C
                    {
                        IResult M(Exception e) =>
                            Results.Problem(
                                e switch
                                {
                                    NotEnoughWater => e.Message,
                                    ArgumentException { HResult: 1 } a => a.Message,
                                    _ => "失敗しました",
                                }
                            );
                    }
                    """
            },
            {
                "the message of a bad request",
                """
                    class C : ControllerBase
                    {
                        IActionResult M(BadHttpRequestException e) => BadRequest(e.Message);
                    }
                    """
            },
            {
                "the message of a validation",
                """
                    class C : ControllerBase
                    {
                        IActionResult M(System.ComponentModel.DataAnnotations.ValidationException e) =>
                            BadRequest(new { error = e.Message });
                    }
                    """
            },
            {
                "a text in development",
                """
                    class C : ControllerBase
                    {
                        IActionResult M(Exception e, IHostEnvironment env) =>
                            Problem(env.IsDevelopment() ? e.ToString() : "失敗しました");
                    }
                    """
            },
            {
                "a text inside a block for development",
                """
                    class C : ControllerBase
                    {
                        IActionResult M(Exception e, IHostEnvironment env)
                        {
                            if (env.IsDevelopment())
                                return Problem(e.ToString());
                            return Problem();
                        }
                    }
                    """
            },
            {
                "a text after what leaves outside development",
                """
                    class C : ControllerBase
                    {
                        IActionResult M(Exception e, IHostEnvironment env)
                        {
                            if (!env.IsDevelopment())
                                return Problem();
                            return Problem(detail: e.StackTrace);
                        }
                    }
                    """
            },
            {
                "a text by a variable for development",
                """
                    class C : ControllerBase
                    {
                        IActionResult M(Exception e, IHostEnvironment env)
                        {
                            var isDevelopment = env.IsDevelopment();
                            return Problem(isDevelopment ? e.Message : null);
                        }
                    }
                    """
            },
            {
                "the name of a type and a number",
                """
                    class C : ControllerBase
                    {
                        IActionResult M(Exception e) => StatusCode(500, e.GetType().Name);

                        IActionResult N(Exception e) => StatusCode(e.HResult);
                    }
                    """
            },
            {
                "a message that nobody shows",
                """
                    class C
                    {
                        string M(Exception e) => e.Message;

                        void N(Exception e) => Console.Error.WriteLine(e);
                    }
                    """
            },
            {
                "a message of another exception",
                """
                    class C
                    {
                        void M(Exception e) => throw new InvalidOperationException(e.Message, e);
                    }
                    """
            },
            {
                "a message of another type",
                """
                    record Mail(string Message);

                    class C : ControllerBase
                    {
                        IActionResult M(Mail m) => Ok(m.Message);
                    }
                    """
            },
            {
                "the developer's page in development",
                """
                    var app = WebApplication.CreateBuilder(args).Build();
                    if (app.Environment.IsDevelopment())
                        app.UseDeveloperExceptionPage();
                    app.Run();
                    """
            },
            {
                "the developer's page in the other branch",
                """
                    var app = WebApplication.CreateBuilder(args).Build();
                    if (!app.Environment.IsDevelopment())
                    {
                        app.UseExceptionHandler("/error");
                    }
                    else
                    {
                        app.UseDeveloperExceptionPage();
                    }
                    """
            },
            {
                "the description in development and in staging",
                """
                    using Lib;

                    class C
                    {
                        void M(IApplicationBuilder a, IHostEnvironment e)
                        {
                            if (e.IsDevelopment() || e.IsStaging())
                            {
                                a.UseSwagger();
                                a.UseSwaggerUI();
                            }
                        }
                    }
                    """
            },
            {
                "the description outside production",
                """
                    using Lib;

                    class C
                    {
                        void M(IApplicationBuilder a, IHostEnvironment e)
                        {
                            if (!e.IsProduction())
                                a.UseSwagger();
                        }
                    }
                    """
            },
            {
                "the description by names of environments",
                """
                    using Lib;

                    class C
                    {
                        void M(IApplicationBuilder a, IHostEnvironment e)
                        {
                            if (e.EnvironmentName == "Local")
                                a.UseSwagger();
                            if (e.EnvironmentName != Environments.Production)
                                a.UseSwaggerUI();
                        }
                    }
                    """
            },
            {
                "the description by a setting",
                """
                    using Lib;

                    class C
                    {
                        void M(IApplicationBuilder a, IConfiguration c)
                        {
                            if (c.GetValue<bool>("ShowSwagger"))
                                a.UseSwagger();
                        }
                    }
                    """
            },
            {
                "the description behind authorization",
                """
                    using Lib;

                    class C
                    {
                        void M(IEndpointRouteBuilder r) => r.MapOpenApi().RequireAuthorization();
                    }
                    """
            },
            {
                "the description in debug builds",
                """
                    #define DEBUG
                    using Lib;

                    class C
                    {
                        void M(IApplicationBuilder a)
                        {
                    #if DEBUG
                            a.UseSwagger();
                    #endif
                        }
                    }
                    """
            },
            {
                "a start-up method for development",
                """
                    using Lib;

                    class Startup
                    {
                        public void ConfigureDevelopment(IApplicationBuilder a) => a.UseSwagger();
                    }
                    """
            },
            {
                "an extension that only passes it on",
                """
                    using Lib;

                    static class E
                    {
                        public static IApplicationBuilder UseOpenApi(this IApplicationBuilder a) => a.UseSwagger();
                    }
                    """
            },
            {
                "details of a hub in development",
                """
                    class C
                    {
                        void M(IServiceCollection s, IHostEnvironment e) =>
                            s.AddSignalR(o => o.EnableDetailedErrors = e.IsDevelopment());
                    }
                    """
            },
            {
                "a setting of another type",
                """
                    class Log
                    {
                        public bool DetailedErrors { get; set; }
                    }

                    class C
                    {
                        object M() => new Log { DetailedErrors = true };
                    }
                    """
            },
        };

    [Theory]
    [MemberData(nameof(Silent))]
    public Task Is_silent_on_what_users_do_not_see(string name) =>
        Rule.IsSilent(
            Silent[name].StartsWith("using Lib;", StringComparison.Ordinal)
                    ? "using Lib; " + Usings + Silent[name][10..] + Library
                : Silent[name][0] == '#' ? Silent[name] + Library
                : Usings + Silent[name] + Library,
            Files.All
        );

    [Theory]
    [InlineData("""{ "DetailedErrors": [|true|] }""", "appsettings.json")]
    [InlineData("""{ "DetailedErrors": true }""", "appsettings.Development.json")]
    [InlineData("""{ "DetailedErrors": false, "Logging": { "DetailedErrors": true } }""", "appsettings.json")]
    [InlineData(
        """<configuration><system.web><customErrors mode="[|Off|]" /><compilation debug="[|true|]" targetFramework="4.8" /></system.web></configuration>""",
        "web.config"
    )]
    [InlineData(
        """<configuration><system.web><customErrors mode="RemoteOnly" /></system.web></configuration>""",
        "web.config"
    )]
    [InlineData(
        """
            <configuration>
            <system.webServer>
            <aspNetCore processPath="dotnet">
            <environmentVariables>
            <environmentVariable name="ASPNETCORE_ENVIRONMENT" value="[|Development|]" />
            </environmentVariables>
            </aspNetCore>
            </system.webServer>
            </configuration>
            """,
        "web.config"
    )]
    public Task Looks_at_configuration(string text, string name) => Rule.Configuration(text, name);

    [Fact]
    public Task Is_silent_where_the_type_that_is_asked_for_cannot_be_found() =>
        Rule.IsSilentUnbound(
            Usings
                + """
                class C : ControllerBase
                {
                    IActionResult M()
                    {
                        try
                        {
                            return Ok();
                        }
                        catch (Exception e) when (e is Unknown.MeterException)
                        {
                            return BadRequest(e.Message);
                        }
                    }
                }
                """,
            Files.All
        );
}
