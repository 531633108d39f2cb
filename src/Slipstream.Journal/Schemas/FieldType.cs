namespace Slipstream.Journal;

/// <summary>How a field lies in the payload: little-endian, one after another, no padding.</summary>
public enum FieldType
{
    /// <summary>One byte, 0 or 1.</summary>
    Boolean = 1,

    /// <summary>One byte that stands for a name.</summary>
    Enum8,

    /// <summary>Two bytes that stand for a name.</summary>
    Enum16,

    /// <summary>Two bytes, unsigned: an instrument's place in the universe of the run's header.</summary>
    Instrument,

    /// <summary>Four bytes, signed.</summary>
    Int32,

    /// <summary>Eight bytes, signed.</summary>
    Int64,

    /// <summary>Eight bytes, unsigned.</summary>
    UInt64,

    /// <summary>Eight bytes, IEEE 754.</summary>
    Double,

    /// <summary>Eight bytes, signed, a count of 1e-8; a decimal text in JSON.</summary>
    Decimal,

    /// <summary>Sixteen bytes, signed, a count of 1e-8; a decimal text in JSON.</summary>
    Decimal128,

    /// <summary>Eight bytes, signed, nanoseconds since the Unix epoch; ISO 8601 in JSON.</summary>
    Instant,

    /// <summary>Four bytes of length, then UTF-8.</summary>
    Text,

    /// <summary>As <see cref="Text"/>; the text is JSON and stands as such in JSON.</summary>
    Json,

    /// <summary>Two bytes of count, then each as <see cref="Text"/>.</summary>
    Texts,

    /// <summary>32 bytes; hexadecimal in JSON.</summary>
    Hash,

    /// <summary>The fields of the group, in order.</summary>
    Group,

    /// <summary>Two bytes of count, then each as <see cref="Group"/>.</summary>
    Groups,
}
