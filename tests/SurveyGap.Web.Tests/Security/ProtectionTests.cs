using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;

namespace SurveyGap.Web.Tests.Security;

public sealed class ProtectionTests
{
    [Fact]
    public async Task Cookies_and_forms_outlive_a_restart()
    {
        var data = Directory.CreateTempSubdirectory("surveygap-keys-").FullName;
        await using var before = SurveyGapApp.Create([$"--data={data}"]);
        await using var after = SurveyGapApp.Create([$"--data={data}"]);

        var sealedText = Protector(before).Protect("Ana");

        Assert.Equal("Ana", Protector(after).Unprotect(sealedText));
        var key = Assert.Single(Directory.EnumerateFiles(Path.Combine(data, "keys", "protection")));
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(key));
        Directory.Delete(data, recursive: true);
    }

    private static IDataProtector Protector(Microsoft.AspNetCore.Builder.WebApplication app) =>
        app.Services.GetRequiredService<IDataProtectionProvider>().CreateProtector("test");
}
