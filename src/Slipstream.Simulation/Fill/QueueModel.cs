namespace Slipstream.Simulation;

/// <summary>Where in the queue others cancel when a level shrinks without a trade.</summary>
public enum QueueModel
{
    /// <summary>Behind one's own order as long as that is possible: what is ahead shrinks only when the level is smaller than it.</summary>
    Pessimistic = 1,

    /// <summary>Everywhere alike: what is ahead shrinks by its share of the level.</summary>
    Proportional = 2,
}
