namespace SurveyGap.Web.Features.Mail.Letters;

/// <summary>A letter to one person outside of any wave, in the words of <c>templates/emails</c>.</summary>
public sealed record SingleLetter
{
    // Pages and mails over all clients are navy.
    private const string Navy = "#0F2E4C";
    private const string Product = "SurveyGap";

    private SingleLetter()
    {
    }

    public required MailKind Kind { get; init; }

    /// <summary>The language of the person's account; without a text in it, English.</summary>
    public required string Language { get; init; }

    public required string Name { get; init; }

    public required string Address { get; init; }

    /// <summary>In whose name it goes, and in whose colour.</summary>
    public required string ClientName { get; init; }

    public required string Colour { get; init; }

    /// <summary>A value for each further placeholder of the kind.</summary>
    public required IReadOnlyDictionary<string, string> Values { get; init; }

    /// <summary>The link with which somebody sets their first password, or another one.</summary>
    /// <param name="name">The account's name.</param>
    /// <param name="address">The account's address.</param>
    /// <param name="language">The account's language.</param>
    /// <param name="link">The one-time link.</param>
    /// <param name="valid">How long the link works.</param>
    public static SingleLetter SetPassword(string name, string address, string language, Uri link, TimeSpan valid) => new()
    {
        Kind = MailKind.SetPassword,
        Language = language,
        Name = name,
        Address = address,
        ClientName = Product,
        Colour = Navy,
        Values = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["link"] = link.AbsoluteUri,
            ["hours"] = ((int)valid.TotalHours).ToString(System.Globalization.CultureInfo.InvariantCulture),
        },
    };

    /// <summary>Something that a consultant should know about a client's wave.</summary>
    /// <param name="name">The consultant's name.</param>
    /// <param name="address">The consultant's address.</param>
    /// <param name="language">The consultant's language.</param>
    /// <param name="client">The client's name and colour.</param>
    /// <param name="title">The subject, in that language.</param>
    /// <param name="notice">One paragraph, in that language.</param>
    /// <param name="link">Where to look.</param>
    public static SingleLetter Notice(string name, string address, string language, (string Name, string Colour) client, string title, string notice, Uri link) => new()
    {
        Kind = MailKind.Notice,
        Language = language,
        Name = name,
        Address = address,
        ClientName = client.Name,
        Colour = client.Colour,
        Values = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["title"] = title,
            ["notice"] = notice,
            ["link"] = link.AbsoluteUri,
        },
    };
}
