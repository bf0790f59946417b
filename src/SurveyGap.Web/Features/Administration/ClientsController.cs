using Microsoft.AspNetCore.Mvc;
using SurveyGap.Web.Features.Clients;
using SurveyGap.Web.Features.Shared;
using SurveyGap.Web.Platform.Security;

namespace SurveyGap.Web.Features.Administration;

/// <summary>All clients: creating them, and who belongs to them. Their content stays closed to whoever does not.</summary>
[Administrator, Route("/administration/clients")]
public sealed class ClientsController(ClientListStore list, AccountListStore accounts, MemberStore members, ClientSettingsStore settings) : Controller
{
    [HttpGet]
    public async Task<IActionResult> Index(CancellationToken cancellation) => View("Clients", await list.All(Me, cancellation));

    [HttpGet("new")]
    public async Task<IActionResult> New(CancellationToken cancellation) => View("NewClient", await Page(new NewClientForm { Consultant = Me }, cancellation));

    [HttpPost]
    public async Task<IActionResult> Add(NewClientForm form, CancellationToken cancellation)
    {
        if (!PlainText.IsName(form.Name, ClientForm.LongestName))
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return View("NewClient", await Page(form with { IsNameMissing = true }, cancellation));
        }

        var client = Guid.NewGuid();
        await settings.Add(client, form.Name.Trim(), Me, cancellation);
        if (form.Consultant is { } consultant)
            await members.Give(client, consultant, Role.Consultant, Me, cancellation);
        return Redirect($"~/administration/clients/{client}");
    }

    [HttpGet("{tenant:guid}")]
    public async Task<IActionResult> Show(Guid tenant, CancellationToken cancellation) =>
        await list.Find(Me, tenant, cancellation) is { } found
            ? View("Client", new ClientPage(found, await members.OfClient(tenant, cancellation), await accounts.All(Me, cancellation), Me))
            : NotFound();

    private Guid Me => AccountClaims.IdOf(User)!.Value;

    private async Task<NewClientPage> Page(NewClientForm form, CancellationToken cancellation) => new(form, await accounts.All(Me, cancellation));
}

/// <summary>A client that is to be; whoever looks after it sets the rest.</summary>
public sealed record NewClientForm
{
    public string Name { get; init; } = "";

    /// <summary>Who looks after it; null for nobody yet.</summary>
    public Guid? Consultant { get; init; }

    [Microsoft.AspNetCore.Mvc.ModelBinding.BindNever]
    public bool IsNameMissing { get; init; }
}

/// <param name="Form">What was typed.</param>
/// <param name="Accounts">Who could look after it.</param>
public sealed record NewClientPage(NewClientForm Form, IReadOnlyList<AccountLine> Accounts);

/// <param name="Client">Which.</param>
/// <param name="Members">Who belongs to it.</param>
/// <param name="Accounts">Everybody.</param>
/// <param name="Me">The administrator.</param>
public sealed record ClientPage(AdministeredClient Client, IReadOnlyList<Member> Members, IReadOnlyList<AccountLine> Accounts, Guid Me);
