namespace Slipstream.Lake.Recognise;

/// <summary>The names that columns of price files go by; case, blanks and punctuation do not matter.</summary>
internal static class ColumnNames
{
    private static readonly Dictionary<string, Meaning> Known = Make();

    /// <summary>Returns what a name says.</summary>
    public static Meaning Of(string name)
    {
        var bare = string.Concat(name.Where(char.IsAsciiLetterOrDigit)).ToLowerInvariant();
        return Known.TryGetValue(bare, out var meaning) ? meaning
            : bare.StartsWith("volume", StringComparison.Ordinal) ? Meaning.Volume
            : Meaning.Unknown;
    }

    private static Dictionary<string, Meaning> Make()
    {
        (Meaning Meaning, string Names)[] names =
        [
            (Meaning.OpenTime, "opentime start starttime startdate opendate candlebegintime periodstart timeperiodstart"),
            (Meaning.Time, "timestamp timestampms timestamputc unix unixtime unixtimestamp epoch ts t datetime datetimeutc dateandtime gmttime localtime transacttime tradetime eventtime exchtime timeutc"),
            (Meaning.Date, "date dateutc day tradingday tradedate dt period"),
            (Meaning.ClockTime, "time timeofday clock"),
            (Meaning.CloseTime, "closetime endtime end enddate closedate barend periodend timeperiodend"),
            (Meaning.Received, "localtimestamp localtime received receivedtime receiptts receipttimestamp recvtime"),
            (Meaning.Open, "open o openprice priceopen first openbid bidopen"),
            (Meaning.High, "high h highprice pricehigh max highbid bidhigh"),
            (Meaning.Low, "low l lowprice pricelow min lowbid bidlow"),
            (Meaning.Close, "close c closeprice priceclose last lastprice closelast closebid bidclose settle"),
            (Meaning.AdjustedClose, "adjclose adjustedclose adjcloseprice closeadj closeadjusted"),
            (Meaning.Volume, "volume vol v basevolume volumetraded tickvol tickvolume totalvolume"),
            (Meaning.QuoteVolume, "quotevolume quoteassetvolume quotevol quoteqty turnover bv volumeusd volumeusdt volumequote"),
            (Meaning.Symbol, "symbol ticker pair instrument market sym code asset product productid instrumentid"),
            (Meaning.Price, "price p px tradeprice rate"),
            (Meaning.Size, "size qty quantity amount q tradesize tradeqty lastsize sz"),
            (Meaning.Side, "side takerside direction aggressor aggressorside takerorder"),
            (Meaning.BuyerMaker, "isbuyermaker buyermaker m wasbuyermaker"),
            (Meaning.Id, "id tradeid aggtradeid aggregatetradeid tid trdmatchid"),
            (Meaning.Bid, "bid bidprice bestbid bestbidprice bidpx b bid1 bidprice1"),
            (Meaning.Ask, "ask askprice bestask bestaskprice askpx a offer offerprice ask1 askprice1"),
            (Meaning.BidSize, "bidsize bidqty bidamount bestbidqty bestbidsize bidvolume bidquantity bidsz bidvol"),
            (Meaning.AskSize, "asksize askqty askamount bestaskqty bestasksize askvolume askquantity asksz askvol offersize"),
            (Meaning.FundingRate, "fundingrate lastfundingrate realizedrate"),
        ];
        return names.SelectMany(n => n.Names.Split(' ').Select(name => (name, n.Meaning)))
            .DistinctBy(n => n.name)
            .ToDictionary(n => n.name, n => n.Meaning, StringComparer.Ordinal);
    }
}
