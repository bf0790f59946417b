using System.Net;

namespace SurveyGap.Web.Features.Mail.Words;

/// <summary>What stands around the words of each HTML mail: the client's name as text, its colour as an edge, 600 points, no picture.</summary>
public sealed class MailLayout(Stencil frame, string language, string client, string colour)
{
    public string Around(string subject, string body) => frame.Fill(new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["language"] = WebUtility.HtmlEncode(language),
        ["subject"] = WebUtility.HtmlEncode(subject),
        ["client"] = WebUtility.HtmlEncode(client),
        ["colour"] = WebUtility.HtmlEncode(colour),
        ["body"] = body,
    }, value => value);
}
