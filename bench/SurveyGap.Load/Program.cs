using System.Globalization;

namespace SurveyGap.Load;

/// <summary>Plays respondents against the real application on this machine: how fast, and whether anything gets lost.</summary>
internal static class Program
{
    private const string Usage = """
        journeys [PEOPLE] [AT-ONCE]   whole journeys a second, beside bare inserts of the same row (default 4000, 32)
        mails    [MAILS] [LINES]      invitations a second, beside a bare client at the same mail server (default 5000, 16)
        mail-faults                   a mail server that misbehaves and a sender that is killed, prints the ledger
        pair     [PEOPLE]             two instances behind nginx and PgBouncer, each killed once, prints the ledger (default 6000)
        faults   [SUBMITS] [KILLS]    kills the app and PostgreSQL in the middle of submits, prints the ledger (default 20000, 50)
        """;

    public static async Task<int> Main(string[] args)
    {
        int? first = Number(args, 1), second = Number(args, 2);
        switch (args.FirstOrDefault())
        {
            case "journeys":
                return await Journeys.Run(first ?? 4000, second ?? 32);
            case "mails":
                return await Mails.Run(first ?? 5000, second ?? 16);
            case "mail-faults":
                return await MailFaults.Run();
            case "pair":
                return await Pair.Run(first ?? 6000);
            case "faults":
                return await Faults.Run(first ?? 20_000, second ?? 50);
            default:
                await Console.Error.WriteLineAsync(Usage);
                return 2;
        }
    }

    private static int? Number(string[] args, int index) =>
        args.Length > index ? int.Parse(args[index], CultureInfo.InvariantCulture) : null;
}
