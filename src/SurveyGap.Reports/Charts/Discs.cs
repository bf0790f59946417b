namespace SurveyGap.Reports.Charts;

/// <summary>Pushes numbered points apart that would cover each other; the same points give the same places.</summary>
internal static class Discs
{
    private const int Rounds = 120;

    /// <summary>Places near the given ones, at least so far from each other if the frame has the room.</summary>
    public static (double X, double Y)[] Apart(
        (double X, double Y)[] points, double distance, (double Left, double Top, double Right, double Bottom) frame)
    {
        var placed = ((double X, double Y)[])points.Clone();
        for (var round = 0; round < Rounds; round++)
        {
            var moved = false;
            for (var i = 0; i < placed.Length; i++)
            {
                for (var j = i + 1; j < placed.Length; j++)
                    moved |= Push(ref placed[i], ref placed[j], distance, i + j);
            }

            for (var i = 0; i < placed.Length; i++)
                placed[i] = (Math.Clamp(placed[i].X, frame.Left, frame.Right), Math.Clamp(placed[i].Y, frame.Top, frame.Bottom));
            if (!moved)
                break;
        }

        return placed;
    }

    private static bool Push(ref (double X, double Y) one, ref (double X, double Y) other, double distance, int turn)
    {
        var (x, y) = (other.X - one.X, other.Y - one.Y);
        var apart = Math.Sqrt((x * x) + (y * y));
        if (apart >= distance)
            return false;

        // Points on one spot leave it in directions that differ, the same ones each time.
        if (apart < 0.01)
            (x, y, apart) = (Math.Cos(turn * 2.4), Math.Sin(turn * 2.4), 1);
        var half = (distance - apart + 0.05) / 2;
        one = (one.X - (x / apart * half), one.Y - (y / apart * half));
        other = (other.X + (x / apart * half), other.Y + (y / apart * half));
        return true;
    }
}
