using System.Net;
using System.Text.RegularExpressions;
using Dapper;
using SurveyGap.Web.Features.Accounts;
using SurveyGap.Web.Platform.Audit;
using SurveyGap.Web.Platform.Database;

namespace SurveyGap.Load;

/// <summary>Somebody who looks after the client of a crowd, signed in at its application.</summary>
internal sealed partial class Consultant(HttpClient http)
{
    private const string Email = "ana@example.org";
    private const string Password = "drei Ziegen im Garten";

    private const string AccountSql = """
        insert into account (account_id, email, name, password_hash, security_stamp, language, created_at)
        values (@account, @Email, 'Ana', @hash, @stamp, 'de', now());
        """;

    private const string MemberSql = "insert into membership (client_id, account_id, role, created_at) values (@Client, @account, 'consultant', now())";

    // By hand: they are Secure, and HttpClient would not send them to loopback as browsers do.
    private readonly Dictionary<string, string> _cookies = [];

    public static async Task<Consultant> SignIn(Crowd crowd, HttpClient http)
    {
        var (account, hash) = (Guid.NewGuid(), crowd.Service<Passwords>().Hash(Password));
        await crowd.Service<ClientScope>().Run(AuditLine.Installation, db => db.ExecuteAsync(AccountSql, new { account, Email, hash, stamp = PasswordLink.NewStamp() }));
        await crowd.Service<ClientScope>().Run(crowd.Client, db => db.ExecuteAsync(MemberSql, new { crowd.Client, account }));

        var consultant = new Consultant(http);
        var form = await consultant.Read("/sign-in");
        using var sent = await consultant.Send(HttpMethod.Post, "/sign-in", new FormUrlEncodedContent(
        [
            new("form-token", FormToken().Match(form).Groups["value"].Value), new("email", Email), new("password", Password),
        ]));
        return sent.StatusCode is HttpStatusCode.Redirect ? consultant : throw new InvalidOperationException($"Signing in: {sent.StatusCode}.");
    }

    /// <summary>A page that this person may see.</summary>
    public async Task<string> Read(string path)
    {
        using var response = await Send(HttpMethod.Get, path, null);
        return await response.EnsureSuccessStatusCode().Content.ReadAsStringAsync();
    }

    private async Task<HttpResponseMessage> Send(HttpMethod method, string path, HttpContent? content)
    {
        using var request = new HttpRequestMessage(method, new Uri(path, UriKind.Relative)) { Content = content };
        if (_cookies.Count > 0)
            request.Headers.Add("Cookie", string.Join("; ", _cookies.Select(cookie => $"{cookie.Key}={cookie.Value}")));
        var response = await http.SendAsync(request);
        if (response.Headers.TryGetValues("Set-Cookie", out var set))
        {
            foreach (var cookie in set.Select(line => line.Split(';')[0].Split('=', 2)))
                _cookies[cookie[0]] = cookie[1];
        }

        return response;
    }

    [GeneratedRegex("name=\"form-token\"[^>]* value=\"(?<value>[^\"]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex FormToken();
}
