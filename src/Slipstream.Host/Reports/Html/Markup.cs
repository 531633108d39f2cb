namespace Slipstream.Host.Reports.Html;

/// <summary>Text that is markup already: written in this program, holding nothing from outside.</summary>
internal readonly record struct Markup(string Text)
{
    public override string ToString() => Text;
}
