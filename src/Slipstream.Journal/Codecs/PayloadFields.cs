using Slipstream.Domain;

namespace Slipstream.Journal;

/// <summary>Domain values that several records share.</summary>
internal static class PayloadFields
{
    public const int MaxMoneySize = 16 + 4 + 16;

    public static int MaxSize(Refusal? refusal) => refusal is null
        ? 0
        : 2 + PayloadWriter.MaxSize(refusal.Rule) + PayloadWriter.MaxSize(refusal.Observed) + PayloadWriter.MaxSize(refusal.Allowed);

    public static void Money(this ref PayloadWriter writer, in Money money)
    {
        writer.Int128(money.Raw);
        writer.Text(money.Currency.Code);
    }

    public static Money Money(this ref PayloadReader reader)
    {
        var raw = reader.Int128();
        return Domain.Money.FromRaw(raw, Currency.Of(reader.Text()));
    }

    public static void Costs(this ref PayloadWriter writer, in ExecutionCosts costs)
    {
        writer.Double(costs.Spread);
        writer.Double(costs.TemporaryImpact);
        writer.Double(costs.PermanentImpact);
        writer.Double(costs.Delay);
    }

    public static ExecutionCosts Costs(this ref PayloadReader reader) => new(reader.Double(), reader.Double(), reader.Double(), reader.Double());

    public static void Refusal(this ref PayloadWriter writer, Refusal refusal)
    {
        writer.UInt16((ushort)refusal.Code);
        writer.Text(refusal.Rule);
        writer.Text(refusal.Observed);
        writer.Text(refusal.Allowed);
    }

    public static Refusal Refusal(this ref PayloadReader reader) => new((FaultCode)reader.UInt16(), reader.Text(), reader.Text(), reader.Text());

    public static Price? OptionalPrice(this ref PayloadReader reader) => reader.Optional() is { } raw ? Price.FromRaw(raw) : null;
}
