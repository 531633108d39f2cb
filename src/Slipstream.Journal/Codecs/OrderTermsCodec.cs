using Slipstream.Domain;

namespace Slipstream.Journal;

/// <summary>The terms of an order within intents and orders. The rationale is left out: it stands in the decision.</summary>
internal static class OrderTermsCodec
{
    public static int MaxSize(in OrderRequest terms) => 64 + PayloadWriter.MaxSize(terms.RiskTags);

    public static void Write(ref PayloadWriter writer, in OrderRequest terms)
    {
        writer.UInt16(terms.Instrument.Index);
        writer.Byte((byte)terms.Side);
        writer.Int64(terms.Quantity.Raw);
        writer.Byte((byte)terms.Type);
        writer.Optional(terms.LimitPrice?.Raw);
        writer.Optional(terms.StopPrice?.Raw);
        writer.Optional(terms.TrailingOffset?.Raw);
        writer.Byte((byte)terms.TimeInForce);
        writer.Bool(terms.PostOnly);
        writer.Bool(terms.ReduceOnly);
        writer.Byte((byte)terms.Urgency);
        writer.Bool(terms.Bracket is not null);
        if (terms.Bracket is { } bracket)
        {
            writer.Optional(bracket.TakeProfit?.Raw);
            writer.Optional(bracket.StopLoss?.Raw);
        }

        writer.Texts(terms.RiskTags);
    }

    public static OrderRequest Read(ref PayloadReader reader) => new()
    {
        Instrument = new(reader.UInt16()),
        Side = (Side)reader.Byte(),
        Quantity = Quantity.FromRaw(reader.Int64()),
        Type = (OrderType)reader.Byte(),
        LimitPrice = reader.OptionalPrice(),
        StopPrice = reader.OptionalPrice(),
        TrailingOffset = reader.Optional() is { } offset ? PriceMove.FromRaw(offset) : null,
        TimeInForce = (TimeInForce)reader.Byte(),
        PostOnly = reader.Bool(),
        ReduceOnly = reader.Bool(),
        Urgency = (Urgency)reader.Byte(),
        Bracket = reader.Bool() ? new Bracket(reader.OptionalPrice(), reader.OptionalPrice()) : null,
        RiskTags = reader.Texts(),
    };
}
