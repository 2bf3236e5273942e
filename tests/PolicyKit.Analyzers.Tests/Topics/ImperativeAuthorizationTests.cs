using PolicyKit.Analyzers.Tests.Engine;

namespace PolicyKit.Analyzers.Tests.Topics;

/// <summary>Endpoints that ask by themselves who is there, and modules that nobody in the project calls.</summary>
public sealed class ImperativeAuthorizationTests
{
    private static readonly Check Rule = new("PK6001");

    public static Cases Reported { get; } =
        new()
        {
            {
                "a result of authorization that decides nothing",
                """
                    using Microsoft.AspNetCore.Authorization;
                    using Microsoft.AspNetCore.Mvc;

                    public class BillsController(IAuthorizationService authorization) : Controller
                    {
                        public async Task<IActionResult> [|Show|](int id)
                        {
                            var result = await authorization.AuthorizeAsync(User, id, "bills");
                            ViewBag.Allowed = result.Succeeded;
                            return View(id);
                        }
                    }
                    """
            },
            {
                "a result of authorization that is thrown away",
                """
                    using Microsoft.AspNetCore.Authorization;
                    using Microsoft.AspNetCore.Mvc;

                    public class BillsController(IAuthorizationService authorization) : Controller
                    {
                        public async Task<IActionResult> [|Show|](int id)
                        {
                            await authorization.AuthorizeAsync(User, id, "bills");
                            return View(id);
                        }
                    }
                    """
            },
            {
                "a base that only logs beforehand",
                """
                    using Microsoft.AspNetCore.Authorization;
                    using Microsoft.AspNetCore.Mvc;

                    using Microsoft.AspNetCore.Mvc.Filters;

                    public abstract class LoggedController : Controller
                    {
                        public override void OnActionExecuting(ActionExecutingContext context) =>
                            Console.WriteLine(context.ActionDescriptor);
                    }

                    public class BillsController : LoggedController
                    {
                        public IActionResult [|Index|]() => View();
                    }
                    """
            },
            {
                "a role that only changes what is shown",
                """
                    using Microsoft.AspNetCore.Authorization;
                    using Microsoft.AspNetCore.Mvc;

                    public class BillsController : Controller
                    {
                        public IActionResult [|Show|]()
                        {
                            if (User.IsInRole("kanri"))
                                ViewBag.Menu = "kanri";
                            return View();
                        }
                    }
                    """
            },
            {
                "a sign-in whose failure is told",
                """
                    using Microsoft.AspNetCore.Authorization;
                    using Microsoft.AspNetCore.Mvc;

                    using Microsoft.AspNetCore.Identity;

                    public class AccountController(SignInManager<IdentityUser> manager) : Controller
                    {
                        public async Task<IActionResult> [|Login|](string id, string pw)
                        {
                            var result = await manager.PasswordSignInAsync(id, pw, false, true);
                            if (!result.Succeeded)
                                return Unauthorized();
                            return Ok();
                        }
                    }
                    """
            },
            {
                "a module of the application that nobody calls",
                """
                    public static class Bills
                    {
                        public static void MapBills(this IEndpointRouteBuilder app) =>
                            app.[|MapGet|]("/bills", () => 1);
                    }
                    """
            },
            {
                "a component of a library",
                """
                    using Microsoft.AspNetCore.Components;

                    [Route([|"/bills"|])]
                    public class Bills : ComponentBase { }
                    """
            },
            {
                "a class that is a controller by its name, behind a conventional route",
                """
                    public static class Host
                    {
                        public static void Run(WebApplication app) => app.MapDefaultControllerRoute();
                    }

                    public class BillsController
                    {
                        public string [|Index|]() => "bills";
                    }
                    """
            },
            {
                "a convention that authorizes nothing",
                """
                    using Microsoft.AspNetCore.Authorization;
                    using Microsoft.AspNetCore.Mvc;

                    using Microsoft.AspNetCore.Mvc.ApplicationModels;

                    public class LowerCase : IControllerModelConvention
                    {
                        public void Apply(ControllerModel controller) =>
                            controller.ControllerName = controller.ControllerName.ToLowerInvariant();
                    }

                    public static class Host
                    {
                        public static void Run(MvcOptions options) => options.Conventions.Add(new LowerCase());
                    }

                    public class BillsController : Controller
                    {
                        public IActionResult [|Index|]() => View();
                    }
                    """
            },
        };

    [Theory]
    [MemberData(nameof(Reported))]
    public Task Reports_an_endpoint_that_refuses_nobody(string name) => Rule.Reports(Reported[name], Files.All);

    public static Cases Silent { get; } =
        new()
        {
            {
                "a role without which nothing is given",
                """
                    using Microsoft.AspNetCore.Authorization;
                    using Microsoft.AspNetCore.Mvc;

                    public class BillsController : Controller
                    {
                        public IActionResult Show()
                        {
                            if (!User.IsInRole("kanri"))
                                return Forbid();
                            return View();
                        }

                        public IActionResult Short() => User.HasClaim("ka", "zeimu") ? View() : Forbid();
                    }
                    """
            },
            {
                "a result of authorization that decides",
                """
                    using Microsoft.AspNetCore.Authorization;
                    using Microsoft.AspNetCore.Mvc;

                    public class BillsController(IAuthorizationService authorization) : Controller
                    {
                        public async Task<IActionResult> Show(int id)
                        {
                            var result = await authorization.AuthorizeAsync(User, id, "bills");
                            return result.Succeeded ? View(id) : Forbid();
                        }
                    }
                    """
            },
            {
                "a base that refuses beforehand",
                """
                    using Microsoft.AspNetCore.Authorization;
                    using Microsoft.AspNetCore.Mvc;

                    using Microsoft.AspNetCore.Mvc.Filters;

                    public abstract class SignedInController : Controller
                    {
                        public override void OnActionExecuting(ActionExecutingContext context)
                        {
                            if (context.HttpContext.User.Identity?.IsAuthenticated != true)
                                context.Result = new UnauthorizedResult();
                        }
                    }

                    public class BillsController : SignedInController
                    {
                        public IActionResult Index() => View();
                    }
                    """
            },
            {
                "a lambda that asks",
                """
                    using Microsoft.AspNetCore.Authorization;
                    using Microsoft.AspNetCore.Mvc;

                    using System.Security.Claims;

                    public static class Host
                    {
                        public static void Run(WebApplication app)
                        {
                            app.MapGet("/a", (ClaimsPrincipal user) =>
                            {
                                if (user.Identity is not { IsAuthenticated: true })
                                    return Results.Unauthorized();
                                return Results.Ok();
                            });
                            app.MapGet("/b", async (HttpContext c, IAuthorizationService authorization) =>
                            {
                                var result = await authorization.AuthorizeAsync(c.User, "kanri");
                                if (!result.Succeeded)
                                    return Results.Forbid();
                                return Results.Ok();
                            });
                        }
                    }
                    """
            },
            {
                "a convention that authorizes",
                """
                    using Microsoft.AspNetCore.Authorization;
                    using Microsoft.AspNetCore.Mvc;

                    using Microsoft.AspNetCore.Mvc.ApplicationModels;
                    using Microsoft.AspNetCore.Mvc.Authorization;

                    public class Everywhere : IControllerModelConvention
                    {
                        public void Apply(ControllerModel controller) => controller.Filters.Add(new AuthorizeFilter());
                    }

                    public static class Host
                    {
                        public static void Run(MvcOptions options) => options.Conventions.Add(new Everywhere());
                    }

                    public class BillsController : Controller
                    {
                        public IActionResult Index() => View();
                    }
                    """
            },
            {
                "a class of that name without a conventional route",
                """
                    public class MotorController
                    {
                        public void Start() { }
                    }
                    """
            },
            {
                "a module whose caller authorizes",
                """
                    public static class Bills
                    {
                        public static void MapBills(this IEndpointRouteBuilder app) => app.MapGet("/bills", () => 1);

                        public static void Run(WebApplication app) =>
                            app.MapGroup("/x").RequireAuthorization().MapBills();
                    }
                    """
            },
        };

    [Theory]
    [MemberData(nameof(Silent))]
    public Task Leaves_an_endpoint_alone_that_asks_who_is_there(string name) => Rule.IsSilent(Silent[name], Files.All);
}
