using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.DataProtection;

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
        if (configuration["Protection:Certificate"] is { Length: > 0 } certificate)
            protection.ProtectKeysWithCertificate(X509CertificateLoader.LoadPkcs12FromFile(certificate, configuration["Protection:CertificatePassword"]));
        return services;
    }

    /// <summary>Where the key ring lies.</summary>
    public static string Folder(IConfiguration configuration) =>
        Path.GetFullPath(Path.Combine(configuration["data"] ?? "data", "keys", "protection"));
}
