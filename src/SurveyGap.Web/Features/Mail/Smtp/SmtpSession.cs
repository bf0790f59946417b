using System.Net.Sockets;
using System.Security.Authentication;
using System.Text;

namespace SurveyGap.Web.Features.Mail.Smtp;

/// <summary>A session with a mail server (RFC 5321): greeted, secured, signed in, and good for many mails.</summary>
public sealed class SmtpSession : IAsyncDisposable
{
    private const int HangingUp = 421;

    private static readonly byte[] End = "\r\n.\r\n"u8.ToArray();
    private static readonly string[] Afresh = ["RSET"];

    private readonly SmtpLine _line;
    private HashSet<string> _abilities = [];
    private bool _startAfresh;

    private SmtpSession(SmtpLine line) => _line = line;

    /// <summary>False once the line has failed or the server has said goodbye: open another.</summary>
    public bool IsUsable { get; private set; } = true;

    /// <exception cref="SmtpException">The server cannot be reached, or does not want us; the message says why.</exception>
    public static async Task<SmtpSession> Open(SmtpSettings settings, string ourName, TimeProvider clock, CancellationToken stop)
    {
        SmtpLine? line = null;
        try
        {
            line = await SmtpLine.Connect(settings, clock, stop);
            var session = new SmtpSession(line);
            await session.Begin(settings, ourName, stop);
            return session;
        }
        catch (Exception failure) when (IsLineFailure(failure, stop))
        {
            if (line is not null)
                await line.DisposeAsync();
            throw new SmtpException(Reason(failure), failure);
        }
    }

    /// <summary>Sends one mail to one recipient.</summary>
    /// <param name="envelopeFrom">Where a bounce goes.</param>
    /// <param name="to">The recipient's address.</param>
    /// <param name="message">The mail as bytes with CRLF.</param>
    /// <param name="aboutToSend">
    /// Asked while sender and recipient are told, and awaited before the message begins; false withdraws the mail.
    /// Whatever the outcome, it is done when this is.
    /// </param>
    /// <param name="stop">Stops waiting; the outcome is then what is known at that moment.</param>
    public async Task<Delivery> Send(string envelopeFrom, string to, byte[] message, Func<Task<bool>> aboutToSend, CancellationToken stop)
    {
        var complete = false;
        var begun = aboutToSend();
        try
        {
            if (await FirstNo([.. _startAfresh ? Afresh : [], $"MAIL FROM:<{envelopeFrom}>", $"RCPT TO:<{to}>"], stop) is { } no)
                return No(no.IsLast ? new Delivery.RecipientRefused(no.Reply) : new Delivery.Refused(no.Reply), no.Reply);
            _startAfresh = false;
            if (!await begun)
                return No(new Delivery.Withdrawn(), reply: null);

            if (await _line.Ask("DATA", stop) is { Code: not 354 } notReady)
                return No(new Delivery.Refused(notReady), notReady);
            await _line.Send(DotStuffed(message), stop);

            // Without these five bytes the server must not deliver; from here on it may have.
            complete = true;
            await _line.Send(End, stop);
            var reply = await _line.Hear(stop);
            return reply.IsPositive ? new Delivery.Accepted(reply) : No(new Delivery.Refused(reply), reply);
        }
        catch (Exception failure) when (IsLineFailure(failure, stop) || failure is OperationCanceledException)
        {
            IsUsable = false;
            return complete ? new Delivery.Unknown(Reason(failure)) : new Delivery.LineFailed(Reason(failure));
        }
        finally
        {
            await begun;
        }
    }

    /// <summary>Says goodbye if the server still listens.</summary>
    public async ValueTask DisposeAsync()
    {
        if (IsUsable)
        {
            try
            {
                await _line.Send("QUIT\r\n"u8.ToArray(), CancellationToken.None);
            }
            catch (Exception failure) when (IsLineFailure(failure, CancellationToken.None))
            {
                // The mails are delivered; that the server did not wait for the goodbye changes nothing.
                IsUsable = false;
            }
        }

        await _line.DisposeAsync();
    }

    // In one breath where the server allows it (RFC 2920): over a long way each question costs as much as the whole mail.
    private async Task<(bool IsLast, SmtpReply Reply)?> FirstNo(string[] commands, CancellationToken stop)
    {
        var together = _abilities.Contains("PIPELINING");
        if (together)
            await _line.Say(commands, stop);
        (bool, SmtpReply)? no = null;
        for (var i = 0; i < commands.Length; i++)
        {
            var reply = together ? await _line.Hear(stop) : await _line.Ask(commands[i], stop);
            if (reply.IsPositive)
                continue;
            no ??= (i == commands.Length - 1, reply);
            // What was said already is answered too, unless the server hangs up.
            if (!together || reply.Code == HangingUp)
                break;
        }

        return no;
    }

    private async Task Begin(SmtpSettings settings, string ourName, CancellationToken stop)
    {
        if (settings.Security == SmtpSecurity.Implicit)
            await _line.Secure(settings, stop);
        Expect(await _line.Hear(stop), 220);
        await Greet(ourName, stop);

        if (settings.Security == SmtpSecurity.StartTls)
        {
            if (!_abilities.Contains("STARTTLS"))
                throw new SmtpException("The server offers no STARTTLS.");
            Expect(await _line.Ask("STARTTLS", stop), 220);
            await _line.Secure(settings, stop);
            await Greet(ourName, stop);
        }

        if (settings.User is { } user)
            await SignIn(user, settings.Password ?? "", stop);
    }

    private async Task Greet(string ourName, CancellationToken stop)
    {
        var reply = Expect(await _line.Ask($"EHLO {ourName}", stop), 250);
        _abilities = reply.Lines.Skip(1).Select(line => line.ToUpperInvariant()).ToHashSet();
    }

    private async Task SignIn(string user, string password, CancellationToken stop)
    {
        var ways = _abilities.FirstOrDefault(line => line.StartsWith("AUTH ", StringComparison.Ordinal))?.Split(' ') ?? [];
        if (ways.Contains("PLAIN"))
        {
            Expect(await _line.Ask($"AUTH PLAIN {Base64($"\0{user}\0{password}")}", stop), 235);
        }
        else if (ways.Contains("LOGIN"))
        {
            Expect(await _line.Ask("AUTH LOGIN", stop), 334);
            Expect(await _line.Ask(Base64(user), stop), 334);
            Expect(await _line.Ask(Base64(password), stop), 235);
        }
        else
        {
            throw new SmtpException("The server offers neither AUTH PLAIN nor AUTH LOGIN.");
        }
    }

    // After a no the next mail starts afresh.
    private Delivery No(Delivery outcome, SmtpReply? reply)
    {
        _startAfresh = true;
        IsUsable = reply?.Code != HangingUp;
        return outcome;
    }

    private static SmtpReply Expect(SmtpReply reply, int code) =>
        reply.Code == code ? reply : throw new SmtpException($"The server said: {reply}");

    // RFC 5321, 4.5.2: a line that begins with a dot gets a second one.
    private static ReadOnlyMemory<byte> DotStuffed(byte[] message)
    {
        if (message.AsSpan().StartsWith("."u8) || message.AsSpan().IndexOf("\r\n."u8) >= 0)
        {
            var text = Encoding.Latin1.GetString(message).Replace("\r\n.", "\r\n..", StringComparison.Ordinal);
            message = Encoding.Latin1.GetBytes(text.StartsWith('.') ? $".{text}" : text);
        }

        // The end mark brings the last line's break.
        return message.AsSpan().EndsWith("\r\n"u8) ? message.AsMemory(..^2) : message;
    }

    private static bool IsLineFailure(Exception failure, CancellationToken stop) =>
        failure is IOException or SocketException or AuthenticationException or ObjectDisposedException
        || (failure is OperationCanceledException && !stop.IsCancellationRequested);

    private static string Reason(Exception failure) => failure switch
    {
        SmtpException => failure.Message,
        OperationCanceledException => "Interrupted while waiting for the server.",
        _ => $"The line failed: {(failure.InnerException ?? failure).Message}",
    };

    private static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));
}
