namespace Slipstream.Lake.Bytes;

/// <summary>The CRC-32 of zip and gzip, eight bytes a step.</summary>
/// <remarks>Source: Kounavis and Berry (2005), "A systematic approach to building high performance software-based CRC generators" (slicing by 8).</remarks>
internal static class Crc32
{
    private static readonly uint[] Table = MakeTable();

    public static uint Append(uint crc, ReadOnlySpan<byte> bytes)
    {
        var c = ~crc;
        var t = Table;
        while (bytes.Length >= 8)
        {
            c ^= (uint)(bytes[0] | (bytes[1] << 8) | (bytes[2] << 16) | (bytes[3] << 24));
            c = t[1792 + (c & 255)] ^ t[1536 + ((c >> 8) & 255)] ^ t[1280 + ((c >> 16) & 255)] ^ t[1024 + (c >> 24)]
                ^ t[768 + bytes[4]] ^ t[512 + bytes[5]] ^ t[256 + bytes[6]] ^ t[bytes[7]];
            bytes = bytes[8..];
        }

        foreach (var b in bytes)
        {
            c = t[(c ^ b) & 255] ^ (c >> 8);
        }

        return ~c;
    }

    private static uint[] MakeTable()
    {
        var table = new uint[8 * 256];
        for (var i = 0u; i < 256; i++)
        {
            var c = i;
            for (var k = 0; k < 8; k++)
            {
                c = (c & 1) != 0 ? 0xEDB88320u ^ (c >> 1) : c >> 1;
            }

            table[i] = c;
        }

        for (var i = 256; i < table.Length; i++)
        {
            var before = table[i - 256];
            table[i] = table[before & 255] ^ (before >> 8);
        }

        return table;
    }
}
