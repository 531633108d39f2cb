namespace Slipstream.Lake.Text;

/// <summary>Why a text is no number on the grid.</summary>
internal enum NumberFault
{
    None,
    Missing,
    NotANumber,
    TooLarge,
}
