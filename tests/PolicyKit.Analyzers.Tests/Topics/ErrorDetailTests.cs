using PolicyKit.Analyzers.Tests.Engine;

namespace PolicyKit.Analyzers.Tests.Topics;

/// <summary>The places beside responses where users see what an exception says.</summary>
public sealed class ErrorDetailTests
{
    private static readonly Check Rule = new("PK6501");

    private const string WebForms =
        " namespace System.Web.UI.WebControls { public class Label { public string Text { get; set; } = \"\"; } }";

    [Theory]
    [InlineData(
        """
            public class BillModel : Microsoft.AspNetCore.Mvc.RazorPages.PageModel
            {
                public string? ErrorMessage { get; set; }

                public void OnGet()
                {
                    try { }
                    catch (Exception e)
                    {
                        ErrorMessage = [|e.Message|];
                    }
                }
            }
            """
    )]
    [InlineData(
        """
            public class Bills : Microsoft.AspNetCore.Components.ComponentBase
            {
                string? _error;

                void Load()
                {
                    try { }
                    catch (Exception e)
                    {
                        _error = [|e.ToString()|];
                    }
                }
            }
            """
    )]
    [InlineData("class C { void M(HttpResponse r, Exception e) => r.Headers[\"X-Error\"] = [|e.Message|]; }")]
    [InlineData("class C { void M(HttpResponse r, Exception e) => r.Headers.Append(\"X-Error\", [|e.ToString()|]); }")]
    [InlineData(
        "public class C : Microsoft.AspNetCore.Mvc.Controller { public void M(Exception e) => TempData[\"error\"] = [|e.Message|]; }"
    )]
    [InlineData(
        """
            class C
            {
                object M(
                    Microsoft.AspNetCore.Mvc.Infrastructure.ProblemDetailsFactory f,
                    HttpContext c,
                    Exception e
                ) => f.CreateProblemDetails(c, detail: [|e.ToString()|]);
            }
            """
    )]
    [InlineData(
        """
            public class C : Microsoft.AspNetCore.Mvc.ControllerBase
            {
                public object M()
                {
                    try
                    {
                        return 1;
                    }
                    catch (System.Xml.XmlException e)
                    {
                        return BadRequest([|e.Message|]);
                    }
                }
            }
            """
    )]
    [InlineData(
        "class C { void M(System.Web.UI.WebControls.Label l, Exception e) => l.Text = [|e.Message|]; }" + WebForms
    )]
    public Task Reports_what_goes_to(string source) => Rule.Reports(source, Files.All);

    [Theory]
    [InlineData(
        """
            public class BillModel : Microsoft.AspNetCore.Mvc.RazorPages.PageModel
            {
                private string? _lastError;

                public void OnGet()
                {
                    try { }
                    catch (Exception e)
                    {
                        _lastError = e.Message;
                        Console.WriteLine(_lastError);
                    }
                }
            }
            """
    )]
    [InlineData(
        "class Job { public string? ErrorMessage { get; set; } void M(Exception e) => ErrorMessage = e.Message; }"
    )]
    [InlineData("class C { void M(HttpRequestMessage r, Exception e) => r.Headers.Add(\"X-Error\", e.Message); }")]
    public Task Is_silent_about_what_users_do_not_see(string source) => Rule.IsSilent(source, Files.All);

    [Theory]
    [InlineData(
        "var app = WebApplication.CreateBuilder(args).Build(); if (app.Environment.IsProduction() == false) app.[|UseDeveloperExceptionPage|](); app.Run();"
    )]
    [InlineData(
        "var app = WebApplication.CreateBuilder(args).Build(); if (false == app.Environment.IsProduction()) app.[|UseDeveloperExceptionPage|](); app.Run();"
    )]
    [InlineData(
        "var app = WebApplication.CreateBuilder(args).Build(); if (!app.Environment.IsProduction()) app.[|UseDeveloperExceptionPage|](); app.Run();"
    )]
    public Task Reports_what_every_environment_but_production_shows(string source) => Rule.Reports(source, Files.All);

    [Theory]
    [InlineData(
        "var app = WebApplication.CreateBuilder(args).Build(); if (app.Environment.IsDevelopment() == true) app.UseDeveloperExceptionPage(); app.Run();"
    )]
    [InlineData(
        "class StartupDevelopment { void Configure(IApplicationBuilder app) => app.UseDeveloperExceptionPage(); }"
    )]
    public Task Is_silent_in_development(string source) => Rule.IsSilent(source, Files.All);

    [Fact]
    public Task Reports_in_production_alone() =>
        Rule.Reports(
            """
            var app = WebApplication.CreateBuilder(args).Build();
            if (app.Environment.IsDevelopment() == false)
                app.[|UseDeveloperExceptionPage|]();
            app.Run();
            """,
            Files.All
        );

    [Fact]
    public Task Reports_a_service_that_tells_its_faults() =>
        Rule.Reports(
            """
            [[|System.ServiceModel.ServiceBehavior(IncludeExceptionDetailInFaults = true)|]]
            class Service { }

            namespace System.ServiceModel
            {
                public class ServiceBehaviorAttribute : Attribute
                {
                    public bool IncludeExceptionDetailInFaults { get; set; }
                }
            }
            """,
            Files.All
        );
}
