using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.RegularExpressions;

namespace SurveyGap.Load.Faults;

/// <summary>nginx with the configuration that deploy/ recommends, on the ports of this run.</summary>
internal static partial class Proxy
{
    public static async Task<Daemon> Start(string folder, int port, params IEnumerable<Uri> instances)
    {
        var site = await Example(folder, port, Daemon.FreePort(), instances);
        return await Run(folder, port, Tls().Replace(site, ""));
    }

    /// <summary>The same as it is written, with a certificate of its own; who comes to <paramref name="plainPort"/> without TLS is sent on.</summary>
    public static async Task<Daemon> StartWithTls(string folder, int port, int plainPort, params IEnumerable<Uri> instances)
    {
        using var key = RSA.Create(2048);
        using var certificate = new CertificateRequest("CN=survey.example.org", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            .CreateSelfSigned(DateTimeOffset.UtcNow, DateTimeOffset.UtcNow.AddDays(1));
        var (chain, secret) = (Path.Combine(folder, "chain.pem"), Path.Combine(folder, "key.pem"));
        await File.WriteAllTextAsync(chain, certificate.ExportCertificatePem());
        await File.WriteAllTextAsync(secret, key.ExportPkcs8PrivateKeyPem());
        var site = await Example(folder, port, plainPort, instances);
        return await Run(folder, port, site
            .Replace("/etc/ssl/survey.example.org.pem", chain, StringComparison.Ordinal)
            .Replace("/etc/ssl/private/survey.example.org.key", secret, StringComparison.Ordinal));
    }

    private static async Task<string> Example(string folder, int port, int plainPort, IEnumerable<Uri> instances)
    {
        var examples = Path.Combine(AppContext.BaseDirectory, "deploy");
        var servers = string.Concat(instances.Select(instance => $"server {instance.Authority} max_fails=1 fail_timeout=2s;\n"));
        var site = (await File.ReadAllTextAsync(Path.Combine(examples, "nginx.conf")))
            .Replace("listen 443 ", $"listen 127.0.0.1:{port} ", StringComparison.Ordinal)
            .Replace("listen 80;", $"listen 127.0.0.1:{plainPort};", StringComparison.Ordinal)
            .Replace("/etc/nginx/surveygap-proxy.conf", Path.Combine(examples, "surveygap-proxy.conf"), StringComparison.Ordinal)
            .Replace("/var/log/nginx", folder, StringComparison.Ordinal);
        return Servers().Replace(site, servers);
    }

    private static async Task<Daemon> Run(string folder, int port, string site)
    {
        var settings = Path.Combine(folder, "nginx.conf");
        await File.WriteAllTextAsync(settings, string.Create(CultureInfo.InvariantCulture, $$"""
            daemon off;
            worker_processes 1;
            pid {{folder}}/nginx.pid;
            error_log {{folder}}/nginx-error.log;
            events { worker_connections 1024; }
            http {
                access_log {{folder}}/nginx-access.log;
                client_body_temp_path {{folder}}/nginx-body; proxy_temp_path {{folder}}/nginx-proxy;
                fastcgi_temp_path {{folder}}/nginx-fastcgi; uwsgi_temp_path {{folder}}/nginx-uwsgi; scgi_temp_path {{folder}}/nginx-scgi;
            {{site}}
            }
            """));
        return await Daemon.Start(port, "nginx", "-c", settings, "-p", folder, "-e", $"{folder}/nginx-error.log");
    }

    [GeneratedRegex(@"^ *server 127\.0\.0\.1:5080.*\n.*Another instance:\n.*5081.*\n", RegexOptions.Multiline, 1000)]
    private static partial Regex Servers();

    [GeneratedRegex(@" ssl http2(?=;)|^ *ssl_certificate(_key)? .*\n", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Tls();
}
