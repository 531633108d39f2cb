namespace Slipstream.Lake.Reading;

/// <summary>Counts a file's bad rows and refuses it when there are too many.</summary>
internal sealed class BadRows(string name, DoorState door)
{
    private long _bad;
    private QuarantinedRow? _first;

    /// <summary>Rows read.</summary>
    public long Rows { get; private set; }

    /// <summary>Counts a row.</summary>
    public void Count()
    {
        Rows++;
        if ((Rows & 0xFFFF) == 0)
        {
            Check();
        }
    }

    /// <summary>Counts a row as not used.</summary>
    public void Add(QuarantineReason reason, Func<QuarantinedRow> row)
    {
        if (Quarantine.IsBad(reason))
        {
            _bad++;
            _first ??= row();
        }

        door.Quarantine.Add(reason, row);
    }

    /// <summary>Judges the file at its end.</summary>
    public void Finish()
    {
        door.Quarantine.RowsRead += Rows;
        if (Rows == 0)
        {
            throw new DataException($"{name}: holds no rows, only a header.");
        }

        if (_bad == Rows)
        {
            throw new DataException($"{Text(_first!)}. No row of the file can be used.");
        }

        Check();
    }

    private static string Text(QuarantinedRow row) => $"{row.File}:{row.Line}: {row.Detail} ({row.Text})";

    private void Check()
    {
        if (_bad > door.Options.AlwaysTolerated && _bad > door.Options.MaxQuarantinedFraction * Rows)
        {
            throw new DataException($"{Text(_first!)}; {_bad} of {Rows} rows are bad, more than the {door.Options.MaxQuarantinedFraction * 100:0.###} % that are allowed: mend the file or allow more.");
        }
    }
}
