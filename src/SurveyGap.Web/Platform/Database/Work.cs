using Npgsql;

namespace SurveyGap.Web.Platform.Database;

internal static class Work
{
    public static Func<NpgsqlConnection, Task<bool>> WithoutResult(this Func<NpgsqlConnection, Task> work) => async connection =>
    {
        await work(connection);
        return true;
    };
}
