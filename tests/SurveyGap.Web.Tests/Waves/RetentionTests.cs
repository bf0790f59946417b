using Microsoft.Extensions.Configuration;
using SurveyGap.Web.Features.Waves;
using SurveyGap.Web.Platform;

namespace SurveyGap.Web.Tests.Waves;

public sealed class RetentionTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(-5)]
    public void A_backup_that_is_kept_for_less_than_a_day_is_none(int days)
    {
        var settings = new ConfigurationBuilder().AddInMemoryCollection([new("Backups:KeepDays", $"{days}")]).Build();

        var fault = Assert.Throws<SetupException>(() => Retention.Of(settings));

        Assert.Equal($"Backups:KeepDays is {days}: a backup is kept for a day at least.", fault.Message);
    }
}
