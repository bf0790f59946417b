using SurveyGap.Web.Platform.Errors;

namespace SurveyGap.Web.Features.Waves;

/// <summary>An open wave has no key here: the folder is not mounted, or the file is lost. Nothing can be answered or closed until it is back.</summary>
public sealed class WaveKeyMissingException(Guid wave)
    : UnavailableException($"The key of wave {wave} is missing: mount the folder of the keys, or restore the key from its backup.");
