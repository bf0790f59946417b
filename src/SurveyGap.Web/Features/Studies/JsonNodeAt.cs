using System.Text.Json;
using SurveyGap.Web.Features.Shared;

namespace SurveyGap.Web.Features.Studies;

/// <summary>A piece of JSON that knows its path, and where to tell a fault. A fault reads as null, so that the reading goes on and finds the next.</summary>
internal sealed class JsonNodeAt(JsonElement element, string path, List<QuestionnaireFault> faults)
{
    public void Fault(QuestionnaireFaultKind kind, params ReadOnlySpan<object> details) => faults.Add(new QuestionnaireFault(path, kind, [.. details]));

    /// <summary>The members that are allowed here; anything else is a fault, since it is probably a misspelt name.</summary>
    public bool IsObjectOf(params ReadOnlySpan<string> names)
    {
        if (element.ValueKind != JsonValueKind.Object)
        {
            Fault(QuestionnaireFaultKind.NoObject);
            return false;
        }

        HashSet<string> seen = [];
        foreach (var member in element.EnumerateObject())
        {
            if (!names.Contains(member.Name))
                At(member.Name, member.Value).Fault(QuestionnaireFaultKind.UnknownName, string.Join(", ", names));
            else if (!seen.Add(member.Name))
                At(member.Name, member.Value).Fault(QuestionnaireFaultKind.NameTwice);
        }

        return true;
    }

    public JsonNodeAt? Optional(string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? At(name, value) : null;

    public JsonNodeAt? Required(string name)
    {
        var node = Optional(name);
        if (node is null)
            At(name, default).Fault(QuestionnaireFaultKind.Missing);
        return node;
    }

    public IReadOnlyList<JsonNodeAt> Items()
    {
        if (element.ValueKind == JsonValueKind.Array)
            return [.. element.EnumerateArray().Select((item, index) => new JsonNodeAt(item, $"{path}[{index}]", faults))];
        Fault(QuestionnaireFaultKind.NoList);
        return [];
    }

    public string? Text(int maximum)
    {
        var text = element.ValueKind == JsonValueKind.String ? PlainText.Of(element.GetString()!).Trim() : null;
        if (!PlainText.IsVisible(text))
            Fault(QuestionnaireFaultKind.NoText);
        else if (text.Length > maximum)
            Fault(QuestionnaireFaultKind.TooLong, text.Length, maximum);
        return text;
    }

    private JsonNodeAt At(string name, JsonElement value) =>
        new(value, path.Length == 0 ? name : $"{path}.{name}", faults);
}
