using Npgsql;

namespace SurveyGap.Load.Faults;

/// <summary>Far more people at once than there are connections to the database.</summary>
internal static class PoolFault
{
    private const int Connections = 5;
    private const int AtOnce = 200;

    public static async Task<IReadOnlyList<Fault>> Play(int submits)
    {
        await using var crowd = await Crowd.Invite(submits);
        await using var postgres = await crowd.Postgres();
        using var site = crowd.Site($"--ConnectionStrings:SurveyGap={new NpgsqlConnectionStringBuilder(postgres.App.ConnectionString) { MaxPoolSize = Connections }}");
        await site.Start();
        using Respondents people = new(crowd, site.Address, AtOnce);
        await people.Answer(() => Task.CompletedTask);
        return [await people.Ledger($"a pool of {Connections} connections", $"{AtOnce} people at once") with { Seen = $"{people.Refusals}; p95 of a request {people.Refusals.Percentile(0.95):0} ms" }];
    }
}
