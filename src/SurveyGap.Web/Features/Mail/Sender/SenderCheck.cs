namespace SurveyGap.Web.Features.Mail.Sender;

/// <summary>Reads what the sender's domain says about its mails, as a receiver does: SPF (RFC 7208), DKIM (RFC 6376), DMARC (RFC 7489).</summary>
public sealed class SenderCheck(MailSettings settings, NameServer names)
{
    private const string Spf = "v=spf1";
    private const string Dmarc = "v=DMARC1";

    /// <summary>The domain in From.</summary>
    public string Domain => settings.From.Domain;

    /// <summary>Whether there is a domain in the world to ask about.</summary>
    public bool HasDomain => Domain.Contains('.', StringComparison.Ordinal);

    public async Task<IReadOnlyList<SenderFinding>> Findings(CancellationToken cancellation) =>
        await Task.WhenAll(OfSpf(cancellation), OfDkim(cancellation), OfDmarc(cancellation));

    // It is asked of the address that bounces go to.
    private async Task<SenderFinding> OfSpf(CancellationToken cancellation)
    {
        var name = settings.Bounces.Domain;
        var wanted = settings.Smtp is { Host: var host } && Uri.CheckHostName(host) is UriHostNameType.Dns ? $"{Spf} a:{host} -all" : $"{Spf} mx -all";
        if (await names.Texts(name, cancellation) is not { } texts)
            return new SenderFinding("spf", SenderVerdict.NoAnswer, name, []);
        var found = texts.Where(text => text == Spf || text.StartsWith($"{Spf} ", StringComparison.OrdinalIgnoreCase)).ToList();
        var verdict = found.Count == 0 ? SenderVerdict.Missing
            : found.Count > 1 ? SenderVerdict.Several
            : Refuses(found[0]) ? IsOurs(name) ? SenderVerdict.Fine : SenderVerdict.OtherDomain
            : SenderVerdict.Weak;
        return new SenderFinding("spf", verdict, name, found, verdict is SenderVerdict.Missing ? wanted : null);
    }

    // «-all» and «~all» refuse the rest of the world; another domain's entry does so in its stead.
    private static bool Refuses(string spf) =>
        spf.Split(' ').Any(term => term is "-all" or "~all" || term.StartsWith("redirect=", StringComparison.OrdinalIgnoreCase));

    private async Task<SenderFinding> OfDkim(CancellationToken cancellation)
    {
        if (settings.Dkim is not { } dkim)
            return new SenderFinding("dkim", SenderVerdict.NotSigned, $"…._domainkey.{Domain}", []);
        var name = $"{dkim.Selector}._domainkey.{dkim.Domain}";
        using var key = dkim.Key();
        var ours = Convert.ToBase64String(key.ExportSubjectPublicKeyInfo());
        if (await names.Texts(name, cancellation) is not { } found)
            return new SenderFinding("dkim", SenderVerdict.NoAnswer, name, []);
        var verdict = found.Count == 0 ? SenderVerdict.Missing
            : found.Count > 1 ? SenderVerdict.Several
            : Tag(found[0], "p") != ours ? SenderVerdict.Wrong
            : IsOurs(dkim.Domain) ? SenderVerdict.Fine
            : SenderVerdict.OtherDomain;
        return new SenderFinding("dkim", verdict, name, found, verdict is SenderVerdict.Missing or SenderVerdict.Wrong ? $"v=DKIM1; k=rsa; p={ours}" : null);
    }

    // A domain without an entry of its own follows the one above it.
    private async Task<SenderFinding> OfDmarc(CancellationToken cancellation)
    {
        for (var domain = Domain; domain.Contains('.', StringComparison.Ordinal); domain = domain[(domain.IndexOf('.', StringComparison.Ordinal) + 1)..])
        {
            var name = $"_dmarc.{domain}";
            if (await names.Texts(name, cancellation) is not { } texts)
                return new SenderFinding("dmarc", SenderVerdict.NoAnswer, name, []);
            var found = texts.Where(text => text.StartsWith(Dmarc, StringComparison.Ordinal)).ToList();
            if (found.Count == 0)
                continue;
            var verdict = found.Count > 1 ? SenderVerdict.Several : Tag(found[0], "p") switch
            {
                "quarantine" or "reject" => SenderVerdict.Fine,
                "none" => SenderVerdict.Weak,
                _ => SenderVerdict.Wrong,
            };
            return new SenderFinding("dmarc", verdict, name, found, verdict is SenderVerdict.Wrong ? Quarantine : null);
        }

        return new SenderFinding("dmarc", SenderVerdict.Missing, $"_dmarc.{Domain}", [], Quarantine);
    }

    private string Quarantine => $"{Dmarc}; p=quarantine; rua=mailto:postmaster@{Domain}";

    // DMARC's relaxed alignment: the same domain, or one below the other.
    private bool IsOurs(string domain) =>
        domain.Equals(Domain, StringComparison.OrdinalIgnoreCase)
        || domain.EndsWith($".{Domain}", StringComparison.OrdinalIgnoreCase)
        || Domain.EndsWith($".{domain}", StringComparison.OrdinalIgnoreCase);

    // «p=…»; keys may be broken by blanks.
    private static string? Tag(string record, string tag) => record.Split(';')
        .Select(part => part.Split('=', 2))
        .Where(pair => pair.Length == 2 && pair[0].Trim() == tag)
        .Select(pair => string.Concat(pair[1].Where(letter => !char.IsWhiteSpace(letter))))
        .FirstOrDefault();
}
