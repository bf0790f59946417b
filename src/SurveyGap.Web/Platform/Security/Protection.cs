using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.DataProtection;
using SurveyGap.Web.Platform.Settings;

namespace SurveyGap.Web.Platform.Security;

/// <summary>
/// The key ring behind cookies, forms and set-password links: kept on disk, or each restart would break every open form,
/// and under a fixed name, or another folder could not read it. Encrypted where a certificate is configured.
/// </summary>
internal static class Protection
{
    public static IServiceCollection AddProtection(this IServiceCollection services, IConfiguration configuration)
    {
        var protection = services.AddDataProtection()
            .SetApplicationName("SurveyGap")
            .PersistKeysToFileSystem(new DirectoryInfo(Folder(configuration)));
        if (Certificate(configuration) is { } certificate)
            protection.ProtectKeysWithCertificate(certificate);
        return services.AddSingleton(new KeptPlace("data", Folder(configuration)));
    }

    /// <summary>Where the key ring lies.</summary>
    public static string Folder(IConfiguration configuration) => Path.Combine(configuration.Place("data"), "keys", "protection");

    private static X509Certificate2? Certificate(IConfiguration configuration) => configuration.Read<X509Certificate2?>(
        "Protection:Certificate", null, "a PKCS #12 file that this user may read and Protection:CertificatePassword opens",
        file => X509CertificateLoader.LoadPkcs12FromFile(file, configuration.Text("Protection:CertificatePassword")));
}
