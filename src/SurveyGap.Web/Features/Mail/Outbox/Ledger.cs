namespace SurveyGap.Web.Features.Mail.Outbox;

/// <summary>
/// What the lines of one round write down about a client's mails. What comes while a transaction runs goes together into the
/// next one: a commit costs the disk as much for one mail as for twenty.
/// </summary>
internal sealed class Ledger(OutboxStore outbox, Guid client)
{
    private readonly Lock _lock = new();
    private readonly List<Task> _outcomes = [];
    private List<Entry> _waiting = [];
    private bool _isWriting;

    /// <summary>Marks a mail as leaving, and is done when that is committed; false if it was paused, cancelled or taken over since it was claimed.</summary>
    public Task<bool> Begin(Letter letter, DateTimeOffset lostAt) => Write(letter, Outcome.Leaving(lostAt));

    /// <summary>Writes down how an attempt ended, while the line goes on with the next mail.</summary>
    public void Record(Letter letter, Outcome outcome)
    {
        var written = Write(letter, outcome);
        lock (_lock)
            _outcomes.Add(written);
    }

    /// <summary>Waits until every outcome is written; throws if one could not be.</summary>
    public Task Settle()
    {
        lock (_lock)
            return Task.WhenAll(_outcomes);
    }

    private Task<bool> Write(Letter letter, Outcome outcome)
    {
        var entry = new Entry(letter, outcome, new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously));
        var isFirst = false;
        lock (_lock)
        {
            _waiting.Add(entry);
            if (!_isWriting)
                _isWriting = isFirst = true;
        }

        if (isFirst)
            _ = WriteAll();
        return entry.Written.Task;
    }

    private async Task WriteAll()
    {
        while (Take() is { Count: > 0 } entries)
        {
            try
            {
                var written = await outbox.Write(client, [.. entries.Select(entry => (entry.Letter, entry.Outcome))]);
                foreach (var entry in entries)
                    entry.Written.SetResult(written.Contains(entry.Letter.MailId));
            }
            catch (Exception fault)
            {
                // Whoever waits for the entry hears of it.
                foreach (var entry in entries)
                    entry.Written.SetException(fault);
            }
        }
    }

    private List<Entry> Take()
    {
        lock (_lock)
        {
            var taken = _waiting;
            _waiting = [];
            _isWriting = taken.Count > 0;
            return taken;
        }
    }

    private sealed record Entry(Letter Letter, Outcome Outcome, TaskCompletionSource<bool> Written);
}
