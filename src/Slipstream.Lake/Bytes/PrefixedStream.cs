namespace Slipstream.Lake.Bytes;

/// <summary>Gives back bytes that were looked at already, then goes on with the rest.</summary>
internal sealed class PrefixedStream(byte[] prefix, Stream rest) : ForwardStream
{
    private int _given;

    public override int Read(Span<byte> buffer)
    {
        if (_given == prefix.Length)
        {
            return rest.Read(buffer);
        }

        var n = Math.Min(buffer.Length, prefix.Length - _given);
        prefix.AsSpan(_given, n).CopyTo(buffer);
        _given += n;
        return n;
    }

    protected override void Dispose(bool disposing)
    {
        rest.Dispose();
        base.Dispose(disposing);
    }
}
