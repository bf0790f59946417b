using SurveyGap.Web.Features.Mail.Outbox;
using SurveyGap.Web.Platform.Erasures;

namespace SurveyGap.Web.Features.PersonalData;

/// <summary>Deletes a person at a client: first the promise to do so again should a backup bring them back, then the rows, then the files.</summary>
public sealed class PersonErasure(SpellingStore spellings, WaitingImportStore imports, PersonErasureStore store, MailFolder mails, ErasureLog log)
{
    /// <summary>Deletes whatever is stored on an address at one client; nothing at another one.</summary>
    public async Task Erase(Guid client, byte[] hash, Guid by, CancellationToken cancellation)
    {
        log.Person(client, hash);
        await Delete(client, hash, await spellings.Of(client, hash, cancellation), by, cancellation);
    }

    /// <summary>Deletes again whom a database does not know to be deleted, because it was restored or because the program died before it got to it.</summary>
    public async Task Repeat(CancellationToken cancellation)
    {
        foreach (var client in log.Since(DateTimeOffset.MinValue).Where(erasure => erasure.AddressHash is not null).GroupBy(erasure => erasure.Client, erasure => erasure.AddressHash!))
        {
            // The people themselves are looked at too: a mark tells that somebody was looked for, perhaps with another key, or too early.
            byte[][] hashes = [.. client.DistinctBy(SpellingStore.KeyOf)];
            var written = await spellings.Of(client.Key, hashes, cancellation);
            HashSet<string> missing = [.. (await store.Missing(client.Key, hashes, cancellation)).Select(SpellingStore.KeyOf)];
            foreach (var hash in hashes)
            {
                var key = SpellingStore.KeyOf(hash);
                if (missing.Contains(key) || written.Contains(key))
                    await Delete(client.Key, hash, [.. written[key]], by: null, cancellation);
            }
        }
    }

    private async Task Delete(Guid client, byte[] hash, string[] written, Guid? by, CancellationToken cancellation)
    {
        PersonToErase person = new(client, hash, written, [.. (await imports.With(client, hash, cancellation)).Select(import => import.File.ImportId)]);
        mails.Forget([], [.. await store.Erase(person, by, cancellation)]);
    }
}
