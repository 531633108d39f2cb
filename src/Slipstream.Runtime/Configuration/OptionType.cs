namespace Slipstream.Runtime.Configuration;

/// <summary>What a configuration option holds.</summary>
public enum OptionType
{
    /// <summary>Words.</summary>
    Text,

    /// <summary>A decimal number.</summary>
    Number,

    /// <summary>A whole number.</summary>
    Integer,

    /// <summary>true or false.</summary>
    Flag,

    /// <summary>A date or time, ISO 8601, UTC unless it has an offset.</summary>
    Time,
}
