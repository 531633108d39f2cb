namespace Slipstream.Lake.Reading;

/// <summary>A price level in a message.</summary>
internal readonly record struct FeedLevel(bool IsBid, long Price, double Size);
