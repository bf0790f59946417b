using System.Threading.Channels;
using SurveyGap.Web.Platform.Audit;

namespace SurveyGap.Web.Features.Invitations.Import;

/// <summary>
/// Carries out confirmed imports, one after the other. Its progress stands in the database: it is seen on any instance, and
/// survives a reload of the page. If the process dies, nothing was added, and the page offers to begin again.
/// </summary>
public sealed partial class PeopleImporter(ImportStore store, ArrivalStore people, AddressRules rules, TimeProvider clock, ILogger<PeopleImporter> log) : BackgroundService
{
    private readonly Channel<(ImportOrder Order, Actor By, TaskCompletionSource Done)> _orders = Channel.CreateUnbounded<(ImportOrder, Actor, TaskCompletionSource)>();

    /// <summary>Takes an order; the task ends with the import.</summary>
    public Task Begin(ImportOrder order, Actor by)
    {
        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _orders.Writer.TryWrite((order, by, done));
        return done.Task;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var (order, by, done) in _orders.Reader.ReadAllAsync(stoppingToken))
        {
            await Run(order, by, stoppingToken);
            done.SetResult();
        }
    }

    private async Task Run(ImportOrder order, Actor by, CancellationToken cancellation)
    {
        try
        {
            if (await store.Start(order, cancellation))
                await Import(order, by, cancellation);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            // The kind of fault alone: its message may quote an address.
            Failed(order.Import, fault.GetType().Name);
            await GiveUp(order);
        }
    }

    private async Task Import(ImportOrder order, Actor by, CancellationToken cancellation)
    {
        var added = await Add(order, by, cancellation);
        await store.End(order, added is null ? ImportState.Failed : ImportState.Done, added ?? 0);
    }

    private async Task<int?> Add(ImportOrder order, Actor by, CancellationToken cancellation)
    {
        if (await store.Find(order.Client, order.Wave, order.Import, cancellation) is not { } import
            || await store.Content(order.Client, order.Wave, order.Import, cancellation) is not { } content)
            return null;

        var table = PeopleTable.Read(content);
        var arriving = new NewPeople(
            order.Client, order.Wave, import.SegmentNames(table), context => PeopleReading.Of(table, import.Choice, context, rules), clock.GetUtcNow(), by);
        await store.Progress(order, table.LastLine, 0);
        return await people.Add(arriving, line => store.Progress(order, table.LastLine, line), cancellation);
    }

    private async Task GiveUp(ImportOrder order)
    {
        try
        {
            await store.End(order, ImportState.Failed, 0);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            // The database is away: after two minutes of silence the page says that the import was cut off.
            Failed(order.Import, fault.GetType().Name);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Import {Import} failed ({Fault}); nobody was added.")]
    private partial void Failed(Guid import, string fault);
}
