namespace SurveyGap.Migrations;

/// <summary>What a start compares with the database: nothing here loads EF Core.</summary>
public static class Schema
{
    public const string HistoryTable = "migration_history";

    /// <summary>The app's login: owns nothing, has no BYPASSRLS.</summary>
    public const string AppRole = "surveygap_app";

    /// <summary>Owns the few functions that look across clients; nobody can sign in as it.</summary>
    public const string ResolverRole = "surveygap_resolver";

    /// <summary>Every step in order; a test compares the list with the classes.</summary>
    public static IReadOnlyList<string> Steps { get; } =
    [
        Migrations.Steps.Roles.Id,
        Migrations.Steps.Clients.Id,
        Migrations.Steps.Studies.Id,
        Migrations.Steps.Invitations.Id,
        Migrations.Steps.Answers.Id,
        Migrations.Steps.Results.Id,
        Migrations.Steps.Mail.Id,
        Migrations.Steps.Audit.Id,
        Migrations.Steps.Resolver.Id,
        Migrations.Steps.SecondFactor.Id,
        Migrations.Steps.Administration.Id,
        Migrations.Steps.CosmeticWordings.Id,
        Migrations.Steps.WavePlans.Id,
        Migrations.Steps.PeopleImports.Id,
        Migrations.Steps.WaveNotices.Id,
        Migrations.Steps.FirstAnswer.Id,
        Migrations.Steps.Benchmarks.Id,
        Migrations.Steps.Operations.Id,
        Migrations.Steps.ApiKeys.Id,
        Migrations.Steps.Retention.Id,
        Migrations.Steps.CustomerMinimum.Id,
        Migrations.Steps.ClientTimeZone.Id,
        Migrations.Steps.BallotRows.Id,
        Migrations.Steps.IndexOrder.Id,
    ];
}
