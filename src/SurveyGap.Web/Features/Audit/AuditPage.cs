using System.Globalization;
using System.Text.Json;
using SurveyGap.Web.Platform.Audit;

namespace SurveyGap.Web.Features.Audit;

/// <summary>Which lines somebody wants to see; null for all.</summary>
public sealed record AuditFilter
{
    public Guid? Account { get; init; }

    /// <summary>Which client; at a client's own page always that one.</summary>
    public Guid? Tenant { get; init; }

    /// <summary>What was done. Not «action»: the framework would fill that in by itself.</summary>
    public string? Deed { get; init; }

    /// <summary>Only what is older than this line.</summary>
    public DateTimeOffset? Before { get; init; }

    public Guid? BeforeId { get; init; }
}

/// <summary>What somebody did.</summary>
public sealed record AuditEntry
{
    private static readonly string[] Named = ["account", "wave"];

    // What the program does by itself when its day has come. Whatever else nobody signed did was typed into the command line, or refused.
    private static readonly string[] OnTheirDay = ["wave opening", "wave closing", "people deleted"];

    public required Guid AuditId { get; init; }

    public required DateTimeOffset At { get; init; }

    public required string Action { get; init; }

    /// <summary>On what, as JSON.</summary>
    public required string Subject { get; init; }

    public required Guid? AccountId { get; init; }

    /// <summary>The name of whoever did it; null for the command line and jobs.</summary>
    public required string? Account { get; init; }

    /// <summary>The key of the program that did it, if one did.</summary>
    public required Guid? KeyId { get; init; }

    /// <summary>The key's name, where it may be named.</summary>
    public required string? Key { get; init; }

    /// <summary>The name of the account that it was done to, if it was done to one.</summary>
    public required string? SubjectAccount { get; init; }

    public required Guid ClientId { get; init; }

    /// <summary>Null once the client is deleted, and for what belongs to none.</summary>
    public required string? Client { get; init; }

    /// <summary>The wave that it was done to, if there is one and it may be named.</summary>
    public required string? Wave { get; init; }

    public bool IsOfInstallation => ClientId == AuditLine.Installation;

    /// <summary>Whether no person and no other program did it, but a date.</summary>
    public bool IsByCalendar => AccountId is null && KeyId is null && OnTheirDay.Contains(Action, StringComparer.Ordinal);

    /// <summary>What has no name of its own: numbers and short words.</summary>
    public IEnumerable<(string Key, string Value)> Details => JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(Subject)!
        .Where(pair => !Named.Contains(pair.Key, StringComparer.Ordinal) && pair.Value.ValueKind != JsonValueKind.Null && !Guid.TryParse(pair.Value.ToString(), out _))
        .Select(pair => (pair.Key, pair.Value.ToString()));
}

/// <summary>An action and a person that occur.</summary>
public sealed record AuditChoice
{
    public required string Action { get; init; }

    public required Guid? AccountId { get; init; }

    public required string? Account { get; init; }
}

/// <param name="Filter">What was asked for.</param>
/// <param name="Entries">The newest first.</param>
/// <param name="HasOlder">Whether there is another page.</param>
/// <param name="Choices">What occurs at all.</param>
public sealed record AuditPage(AuditFilter Filter, IReadOnlyList<AuditEntry> Entries, bool HasOlder, IReadOnlyList<AuditChoice> Choices)
{
    public IEnumerable<string> Actions => Choices.Select(choice => choice.Action).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);

    public IEnumerable<(Guid Id, string Name)> Accounts => Choices
        .Where(choice => choice is { AccountId: not null, Account: not null })
        .Select(choice => (choice.AccountId!.Value, choice.Account!))
        .Distinct()
        .OrderBy(account => account.Item2, StringComparer.CurrentCulture);

    /// <summary>The query of the next page.</summary>
    public string Older => string.Create(
        CultureInfo.InvariantCulture,
        $"?account={Filter.Account}&tenant={Filter.Tenant}&deed={Uri.EscapeDataString(Filter.Deed ?? "")}&before={Entries[^1].At.UtcDateTime:O}&beforeId={Entries[^1].AuditId}");
}
