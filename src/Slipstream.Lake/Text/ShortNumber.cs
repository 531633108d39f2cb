using System.Numerics;
using System.Runtime.CompilerServices;

namespace Slipstream.Lake.Text;

/// <summary>Reads the usual decimals, up to 7 digits before the point and 8 behind it, eight bytes at a time.</summary>
/// <remarks>Eight digits in three multiplications: Johnny Lee's and Wojciech Muła's SWAR conversion (2014). Little-endian machines only, as the tape format is.</remarks>
internal static class ShortNumber
{
    private const ulong Zeros = 0x3030303030303030;

    /// <summary>Reads a number onto the 1e-8 grid.</summary>
    /// <param name="p">Its first byte; sixteen more must be readable.</param>
    /// <param name="raw">Count of 1e-8.</param>
    /// <param name="length">Bytes of it. What follows is for the caller to judge.</param>
    /// <returns>False if it is spelt in another way.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryRead(ref byte p, out long raw, out int length)
    {
        var head = Unsafe.ReadUnaligned<ulong>(ref p) ^ Zeros;
        var whole = DigitsIn(head);
        length = whole;
        raw = 0;
        if (whole is 0 or 8)
        {
            return false;
        }

        raw = (long)EightDigits(head << (64 - (8 * whole))) * Domain.Grid.UnitsPerOne;
        if (Unsafe.Add(ref p, whole) != (byte)'.')
        {
            return true;
        }

        var tail = Unsafe.ReadUnaligned<ulong>(ref Unsafe.Add(ref p, whole + 1)) ^ Zeros;
        var fraction = DigitsIn(tail);
        length = whole + 1 + fraction;
        raw += (long)EightDigits(fraction == 8 ? tail : tail & ((1UL << (8 * fraction)) - 1));
        return true;
    }

    // Leading bytes that are at most 9; a byte beyond carries only into those behind it.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int DigitsIn(ulong word) => BitOperations.TrailingZeroCount((word | (word + 0x7676767676767676)) & 0x8080808080808080) >> 3;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong EightDigits(ulong word)
    {
        word = (word * 10) + (word >> 8);
        return (((word & 0x000000FF000000FF) * 0x000F424000000064) + (((word >> 16) & 0x000000FF000000FF) * 0x0000271000000001)) >> 32;
    }
}
