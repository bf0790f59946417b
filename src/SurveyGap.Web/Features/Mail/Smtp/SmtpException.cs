namespace SurveyGap.Web.Features.Mail.Smtp;

/// <summary>The line to the mail server is of no use any more, for the reason in the message.</summary>
public sealed class SmtpException : IOException
{
    public SmtpException(string message)
        : base(message)
    {
    }

    public SmtpException(string message, Exception cause)
        : base(message, cause)
    {
    }

    public SmtpException()
    {
    }
}
