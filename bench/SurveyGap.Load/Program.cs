using System.Globalization;
using SurveyGap.Load.Faults;

namespace SurveyGap.Load;

/// <summary>Measures the real application on this machine, and plays what may befall it.</summary>
internal static class Program
{
    private const string Usage = """
        bench   [ITEM …]              answer, open, links, results, import, closing, mail, start, memory, analysis, report (default: all)
        bench   closing BALLOTS       a wave of this size alone
        answer  [PEOPLE] [AT-ONCE]    whole journeys a second, beside bare inserts of the same row (default 5000, 32)
        faults  NAME [DOSE]           answers, restart, disk, pool, clock, report, import, mail, proxy, pair, burst: what it survives
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
        ["links"] = LinkBench.Measure,
        ["mail"] = () => Mails.Measure(),
        ["import"] = () => ImportBench.Measure(),
        ["closing"] = () => ClosingBench.Measure(ClosingBench.Sizes),
    };

    // The dose that is played where none is given: all of them together in less than twenty minutes.
    private static readonly Dictionary<string, (int Dose, Func<int, Task<IReadOnlyList<Fault>>> Play)> Trials = new()
    {
        ["answers"] = (20, kills => AnswerFaults.Killed(submits: 400 * kills, kills)),
        ["restart"] = (5, restarts => AnswerFaults.Restarted(submits: 1000 * restarts, restarts)),
        ["disk"] = (8000, DiskFault.Play),
        ["pool"] = (5000, PoolFault.Play),
        ["clock"] = (3000, ClockFault.Play),
        ["report"] = (100, ReportFault.Play),
        ["import"] = (1, _ => ImportFault.Play()),
        ["mail"] = (1, _ => MailFaults.Play()),
        ["proxy"] = (1, _ => ProxyFault.Play()),
        ["pair"] = (6000, PairFaults.Play),
        ["burst"] = (1000, Burst.Play),
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
            case "faults" when args.Length > 1 && Trials.TryGetValue(args[1], out var fault):
                return await FaultTable.Add(args[1], await fault.Play(numbers.ElementAtOrDefault(0, fault.Dose))) ? 0 : 1;
            default:
                await Console.Error.WriteLineAsync(Usage);
                return 2;
        }
    }

    private static int ElementAtOrDefault(this List<int> numbers, int index, int otherwise) => index < numbers.Count ? numbers[index] : otherwise;
}
