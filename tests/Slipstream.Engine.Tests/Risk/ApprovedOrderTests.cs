using System.Reflection;
using Slipstream.Engine.Risk;

namespace Slipstream.Engine.Tests.Risk;

/// <summary>The proof that an order was approved can't be made but by the gate.</summary>
public class ApprovedOrderTests
{
    private const BindingFlags All = BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic;

    [Fact]
    public void Nobody_else_can_construct_one()
    {
        Assert.True(typeof(ApprovedOrder).IsSealed);
        Assert.All(typeof(ApprovedOrder).GetConstructors(All), c => Assert.True(c.IsPrivate));
        Assert.All(typeof(ApprovedOrder.Issuer).GetConstructors(All), c => Assert.True(c.IsFamilyAndAssembly));
        Assert.All(typeof(ApprovedOrder).GetMethods(All).Where(m => m.IsStatic), m => Assert.NotEqual(typeof(ApprovedOrder), m.ReturnType));
    }

    [Fact]
    public void The_gate_alone_issues_them_and_the_engine_alone_makes_gates()
    {
        var issuers = typeof(ApprovedOrder).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(ApprovedOrder.Issuer)));
        Assert.Equal([typeof(RiskGate)], issuers);
        Assert.True(typeof(RiskGate).IsSealed);
        Assert.All(typeof(RiskGate).GetConstructors(All), c => Assert.True(c.IsAssembly));
        Assert.All(typeof(GateVerdict).GetConstructors(All), c => Assert.True(c.IsAssembly));
    }

    [Fact]
    public void A_verdict_that_no_gate_gave_is_neither()
    {
        Assert.Throws<InvalidOperationException>(() => default(GateVerdict).Match(_ => 1, _ => 2));
        Assert.False(default(GateVerdict).IsApproved(out _, out _));
    }
}
