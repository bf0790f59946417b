using System.Globalization;

namespace SurveyGap.Load;

/// <summary>Measures the real application on this machine, and plays what may befall it.</summary>
internal static class Program
{
    private const string Usage = """
        bench   [ITEM …]              answer, open, results, import, closing, mail, start, memory, analysis, report (default: all)
        bench   closing BALLOTS       a wave of this size: 1000000 takes minutes and 12 GB of disk
        answer  [PEOPLE] [AT-ONCE]    whole journeys a second, beside bare inserts of the same row (default 5000, 32)
        mail-faults                   a mail server that misbehaves and a sender that is killed, prints the ledger
        pair    [PEOPLE]              two instances behind nginx and PgBouncer, each killed once, prints the ledger (default 6000)
        faults  [SUBMITS] [KILLS]     kills the app and PostgreSQL in the middle of submits, prints the ledger (default 20000, 50)
        """;

    private static readonly Dictionary<string, Func<Task<IReadOnlyList<Figure>>>> Items = new()
    {
        ["analysis"] = () => Task.FromResult(PaperBench.Analysis()),
        ["report"] = PaperBench.Report,
        ["start"] = StartBench.Measure,
        ["memory"] = MemoryBench.Measure,
        ["open"] = OpenBench.Measure,
        ["results"] = ResultsBench.Measure,
        ["answer"] = () => AnswerBench.Measure(),
        ["mail"] = () => Mails.Measure(),
        ["import"] = () => ImportBench.Measure(),
        ["closing"] = () => ClosingBench.Measure(ClosingBench.Sizes),
    };

    public static async Task<int> Main(string[] args)
    {
        List<int> numbers = [.. args.Skip(1).Where(arg => char.IsAsciiDigit(arg[0])).Select(arg => int.Parse(arg, CultureInfo.InvariantCulture))];
        switch (args.FirstOrDefault())
        {
            case "bench" when args is [_, "closing", _] && numbers is [var ballots]:
                await Results.Add($"closing {ballots}", await ClosingBench.Measure(numbers));
                return 0;
            case "bench" when args.Skip(1).All(Items.ContainsKey):
                foreach (var item in Items.Where(item => args.Length == 1 || args.Contains(item.Key)))
                    await Results.Add(item.Key, await item.Value());
                return 0;
            case "answer":
                await Results.Add("answer", await AnswerBench.Measure(numbers.ElementAtOrDefault(0, 5000), numbers.ElementAtOrDefault(1, 32)));
                return 0;
            case "mail-faults":
                return await MailFaults.Run();
            case "pair":
                return await Pair.Run(numbers.ElementAtOrDefault(0, 6000));
            case "faults":
                return await Faults.Run(numbers.ElementAtOrDefault(0, 20_000), numbers.ElementAtOrDefault(1, 50));
            default:
                await Console.Error.WriteLineAsync(Usage);
                return 2;
        }
    }

    private static int ElementAtOrDefault(this List<int> numbers, int index, int otherwise) => index < numbers.Count ? numbers[index] : otherwise;
}
