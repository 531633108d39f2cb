using Slipstream.Domain;
using Slipstream.Engine.Risk;

namespace Slipstream.Engine.Core;

/// <summary>The effects of one input, in order. The caller owns it, carries the effects out, and clears it; the core only adds.</summary>
public sealed class EffectBuffer
{
    private Slab<(EffectKind Kind, int Index)> _order = new();
    private Slab<Decision> _decisions = new();
    private Slab<Intent> _intents = new();
    private Slab<RefusedIntent> _refused = new();
    private Slab<ApprovedOrder> _sends = new();
    private Slab<CancelOrder> _cancels = new();
    private Slab<ReplaceOrder> _replaces = new();
    private Slab<Fill> _fills = new();
    private Slab<AnomalousReport> _anomalies = new();
    private Slab<KillSwitchMove> _switches = new();

    /// <summary>How many effects there are.</summary>
    public int Count => _order.Count;

    /// <summary>Returns the kind of an effect.</summary>
    public EffectKind Kind(int effect) => _order[effect].Kind;

    /// <summary>Reads an effect as a decision.</summary>
    public ref readonly Decision Decision(int effect) => ref _decisions[IndexOf(effect, EffectKind.Decision)];

    /// <summary>Reads an effect as an intent.</summary>
    public ref readonly Intent Intent(int effect) => ref _intents[IndexOf(effect, EffectKind.Intent)];

    /// <summary>Reads an effect as a refusal.</summary>
    public ref readonly RefusedIntent Refused(int effect) => ref _refused[IndexOf(effect, EffectKind.Refused)];

    /// <summary>Reads an effect as an order to send.</summary>
    public ApprovedOrder Send(int effect) => _sends[IndexOf(effect, EffectKind.Send)];

    /// <summary>Reads an effect as a cancel to send.</summary>
    public ref readonly CancelOrder Cancel(int effect) => ref _cancels[IndexOf(effect, EffectKind.Cancel)];

    /// <summary>Reads an effect as a replace to send.</summary>
    public ref readonly ReplaceOrder Replace(int effect) => ref _replaces[IndexOf(effect, EffectKind.Replace)];

    /// <summary>Reads an effect as a counted fill.</summary>
    public ref readonly Fill Fill(int effect) => ref _fills[IndexOf(effect, EffectKind.Fill)];

    /// <summary>Reads an effect as an anomalous report.</summary>
    public ref readonly AnomalousReport Anomaly(int effect) => ref _anomalies[IndexOf(effect, EffectKind.Anomaly)];

    /// <summary>Reads an effect as a move of the kill switch.</summary>
    public ref readonly KillSwitchMove KillSwitch(int effect) => ref _switches[IndexOf(effect, EffectKind.KillSwitch)];

    /// <summary>Forgets all effects; the memory is used again.</summary>
    public void Clear()
    {
        _order.Clear();
        _decisions.Clear();
        _intents.Clear();
        _refused.Clear();
        _sends.Clear();
        _cancels.Clear();
        _replaces.Clear();
        _fills.Clear();
        _anomalies.Clear();
        _switches.Clear();
    }

    internal void Add(in Decision decision) => _order.Add((EffectKind.Decision, _decisions.Add(in decision)));

    internal void Add(in Intent intent) => _order.Add((EffectKind.Intent, _intents.Add(in intent)));

    internal void Add(in RefusedIntent refused) => _order.Add((EffectKind.Refused, _refused.Add(in refused)));

    internal void Add(ApprovedOrder order) => _order.Add((EffectKind.Send, _sends.Add(in order)));

    internal void Add(in CancelOrder cancel) => _order.Add((EffectKind.Cancel, _cancels.Add(in cancel)));

    internal void Add(in ReplaceOrder replace) => _order.Add((EffectKind.Replace, _replaces.Add(in replace)));

    internal void Add(in Fill fill) => _order.Add((EffectKind.Fill, _fills.Add(in fill)));

    internal void Add(in AnomalousReport anomaly) => _order.Add((EffectKind.Anomaly, _anomalies.Add(in anomaly)));

    internal void Add(in KillSwitchMove move) => _order.Add((EffectKind.KillSwitch, _switches.Add(in move)));

    private int IndexOf(int effect, EffectKind kind)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)effect, (uint)Count);
        var (found, index) = _order[effect];
        return found == kind ? index : throw new InvalidOperationException($"A {found} effect was read as a {kind}: look at its Kind first.");
    }
}
