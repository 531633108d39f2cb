using Slipstream.Domain;

namespace Slipstream.Engine.Risk;

/// <summary>The proof that the risk gate let an order pass. Nothing else can make one, and ports that place orders ask for it.</summary>
public sealed class ApprovedOrder
{
    private readonly Order _order;

    private ApprovedOrder(in Order order) => _order = order;

    /// <summary>The order that was approved.</summary>
    public ref readonly Order Order => ref _order;

    /// <summary>The one place where approvals are made; <see cref="RiskGate"/> alone derives from it, and a test holds that.</summary>
    public abstract class Issuer
    {
        private protected Issuer()
        {
        }

        private protected static ApprovedOrder Approve(in Order order) => new(in order);
    }
}
