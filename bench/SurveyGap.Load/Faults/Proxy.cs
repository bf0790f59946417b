using System.Text.RegularExpressions;

namespace SurveyGap.Load.Faults;

/// <summary>nginx with the configuration that deploy/ recommends, without TLS and with the ports of this run.</summary>
internal static partial class Proxy
{
    public static async Task<Daemon> Start(string folder, int port, params IEnumerable<Uri> instances)
    {
        var examples = Path.Combine(AppContext.BaseDirectory, "deploy");
        var servers = string.Concat(instances.Select(instance => $"server {instance.Authority} max_fails=1 fail_timeout=2s;\n"));
        var site = (await File.ReadAllTextAsync(Path.Combine(examples, "nginx.conf")))
            .Replace("listen 443 ssl;", $"listen 127.0.0.1:{port};", StringComparison.Ordinal)
            .Replace("/etc/nginx/surveygap-proxy.conf", Path.Combine(examples, "surveygap-proxy.conf"), StringComparison.Ordinal)
            .Replace("/var/log/nginx", folder, StringComparison.Ordinal);
        site = Tls().Replace(Servers().Replace(site, servers), "");

        var settings = Path.Combine(folder, "nginx.conf");
        await File.WriteAllTextAsync(settings, $$"""
            daemon off;
            worker_processes 1;
            pid {{folder}}/nginx.pid;
            error_log {{folder}}/nginx-error.log;
            events { worker_connections 1024; }
            http {
                client_body_temp_path {{folder}}/nginx-body; proxy_temp_path {{folder}}/nginx-proxy;
                fastcgi_temp_path {{folder}}/nginx-fastcgi; uwsgi_temp_path {{folder}}/nginx-uwsgi; scgi_temp_path {{folder}}/nginx-scgi;
            {{site}}
            }
            """);
        return await Daemon.Start(port, "nginx", "-c", settings, "-p", folder, "-e", $"{folder}/nginx-error.log");
    }

    [GeneratedRegex(@"^ *server 127\.0\.0\.1:5080.*\n.*another instance\n", RegexOptions.Multiline, 1000)]
    private static partial Regex Servers();

    [GeneratedRegex(@"^ *(http2|ssl_certificate(_key)?) .*\n", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Tls();
}
