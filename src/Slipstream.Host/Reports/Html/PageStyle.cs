namespace Slipstream.Host.Reports.Html;

/// <summary>The page's looks: light and dark by the reader's setting, always light on paper. Colours after Okabe and Ito (2008), told apart by the color-blind.</summary>
internal static class PageStyle
{
    public static Markup Text { get; } = new(
        """

        :root{--bg:#f4f6f8;--card:#fff;--ink:#151b23;--muted:#5d6876;--rule:#e2e6eb;--s1:#0072b2;--s2:#7d8794;--s4:#56a9d8;--gain:#0072b2;--loss:#c8500a;
        --gain-rgb:0,114,178;--loss-rgb:213,94,0;--shadow:0 1px 2px rgba(20,30,45,.06),0 2px 10px rgba(20,30,45,.04)}
        @media screen and (prefers-color-scheme:dark){:root{--bg:#0e1217;--card:#161c24;--ink:#e6eaf0;--muted:#98a3b1;--rule:#2a333f;--s1:#5ab4ec;--s2:#8e99a8;--s4:#3c7ea8;
        --gain:#5ab4ec;--loss:#f28c45;--gain-rgb:64,160,224;--loss-rgb:232,120,48;--shadow:none}}
        *{box-sizing:border-box}
        html{-webkit-text-size-adjust:100%}
        body{margin:0;background:var(--bg);color:var(--ink);font:14px/1.45 system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif}
        main{max-width:1120px;margin:0 auto;padding:28px 20px 48px}
        .shapes{position:absolute}
        .brand{display:flex;align-items:center;gap:8px;color:var(--s1);font-weight:650;letter-spacing:.02em}
        .brand path{fill:none;stroke:currentColor;stroke-width:2;stroke-linecap:round}
        h1{font-size:30px;line-height:1.15;margin:10px 0 8px;font-weight:680;letter-spacing:-.015em;overflow-wrap:anywhere}
        h2{font-size:15px;margin:0 0 10px;font-weight:650}
        .chips{display:flex;flex-wrap:wrap;gap:6px;margin:0 0 12px}
        .chip{border:1px solid var(--rule);background:var(--card);border-radius:99px;padding:2px 11px;font-size:13px;overflow-wrap:anywhere}
        .chip.mode{background:var(--s1);border-color:var(--s1);color:var(--card);font-weight:600;letter-spacing:.03em;font-size:12px;line-height:19px}
        .parameters{display:flex;flex-wrap:wrap;gap:4px 18px;margin:0 0 18px;font-size:13px}
        .parameters div{display:flex;gap:6px}
        dt{color:var(--muted)}
        dd{margin:0;font-variant-numeric:tabular-nums;overflow-wrap:anywhere}
        .tiles{display:grid;grid-template-columns:repeat(4,1fr);gap:12px;margin:0 0 16px}
        .tile,.card{background:var(--card);border:1px solid var(--rule);border-radius:10px;box-shadow:var(--shadow)}
        .tile{padding:12px 14px;display:flex;flex-direction:column;min-width:0}
        .tile .name,.tile .below{color:var(--muted);font-size:12.5px}
        .tile .value{font-size:22px;font-weight:650;letter-spacing:-.01em;font-variant-numeric:tabular-nums;line-height:1.3;overflow-wrap:anywhere}
        .gain{color:var(--gain)}
        .loss{color:var(--loss)}
        .card{padding:16px 18px;margin:0 0 16px;min-width:0}
        .pair{display:grid;grid-template-columns:minmax(0,1fr) minmax(0,1fr);gap:16px;align-items:stretch;margin:0 0 16px}
        .pair .card{margin:0}
        .stack{display:flex;flex-direction:column;gap:16px;min-width:0}
        .stack .card:last-child{flex:1}
        .split{display:grid;grid-template-columns:minmax(0,1fr) minmax(0,1fr);gap:28px;align-items:center}
        .legend{display:flex;flex-wrap:wrap;gap:3px 16px;align-items:center;margin:0 0 8px;font-size:12.5px;color:var(--muted)}
        .legend span{display:inline-flex;align-items:center;gap:6px;overflow-wrap:anywhere}
        .legend strong{color:var(--ink);font-size:14px}
        .legend .unit{margin-left:auto}
        .legend i{display:inline-block;width:18px;flex:none}
        i.line{height:0;border-top:2.5px solid}
        i.line.s2{border-top-style:dashed;border-top-width:2px}
        i.fill{height:10px;width:12px;border-radius:2px;background:currentColor;opacity:.75}
        i.s1{color:var(--s1)}
        i.s2{color:var(--s2)}
        i.s4{color:var(--s4)}
        .plot{padding:10px 12px 26px 56px;position:relative}
        .plot svg{display:block;overflow:visible}
        .plot text{font-size:11.5px;fill:var(--muted);font-variant-numeric:tabular-nums}
        .yl{text-anchor:end}
        .xl,.note{text-anchor:middle}
        .grid{stroke:var(--rule);shape-rendering:crispEdges}
        .tick{stroke:var(--s2);shape-rendering:crispEdges}
        .zero{stroke:var(--muted);shape-rendering:crispEdges}
        .mark{stroke:var(--ink);stroke-dasharray:3 3;opacity:.7}
        .curve{fill:none;stroke-width:1.6;stroke-linejoin:round;vector-effect:non-scaling-stroke}
        .curve.s1{stroke:var(--s1)}
        .curve.s2{stroke:var(--s2);stroke-dasharray:5 3;stroke-width:1.4}
        .curve.thin{stroke-width:1.1}
        .curve.loss{stroke:var(--loss);stroke-width:1.2}
        .curve.price{stroke:var(--muted);stroke-width:1.1}
        .curve.wick{stroke:var(--muted);stroke-width:1}
        .curve.candle{stroke:var(--muted);stroke-width:1;stroke-linejoin:miter}
        .candle.up{fill:var(--card)}
        .candle.down{fill:var(--muted)}
        .band{fill:var(--s2);opacity:.28}
        .area.s4{fill:var(--s4);opacity:.45}
        .area.loss{fill:var(--loss);opacity:.22}
        rect.gain{fill:var(--gain)}
        rect.loss{fill:var(--loss)}
        rect.s4{fill:var(--s4)}
        rect.bar{opacity:.8}
        #buy{fill:var(--gain);stroke:var(--card);stroke-width:.7}
        #sell{fill:var(--loss);stroke:var(--card);stroke-width:.7}
        #dot{fill:var(--s1);stroke:var(--card);stroke-width:1.2}
        .dense{opacity:.75}
        figure{margin:0 0 14px}
        figure:last-of-type{margin-bottom:0}
        .caption,.empty{color:var(--muted);font-size:12.5px;margin:10px 0 0;overflow-wrap:anywhere}
        .scroll{overflow-x:auto}
        table{border-collapse:collapse;width:100%;font-size:13px;font-variant-numeric:tabular-nums}
        th{font-weight:600;color:var(--muted);text-align:left;font-size:12px}
        th,td{padding:4.5px 8px;border-bottom:1px solid var(--rule);white-space:nowrap}
        tbody tr:last-child td,tbody tr:last-child th{border-bottom:0}
        tfoot td{border-top:1px solid var(--rule);border-bottom:0;font-weight:600}
        th:first-child,td:first-child{padding-left:0}
        th:last-child,td:last-child{padding-right:0}
        .n{text-align:right}
        .n.left{text-align:left}
        .muted{color:var(--muted)}
        td.bar,th.bar{width:32%;min-width:70px}
        svg.cell{display:block;overflow:visible}
        .monthly{font-size:12.5px}
        .monthly td,.monthly th{padding:5px 6px;border-bottom:2px solid var(--card)}
        .monthly td{border-right:2px solid var(--card);border-radius:3px}
        .monthly .total{font-weight:650}
        .counts{display:flex;flex-wrap:wrap;gap:4px 22px;margin:0 0 12px;color:var(--muted)}
        .counts b{color:var(--ink);font-variant-numeric:tabular-nums}
        .hashes{margin:0;font-size:12.5px;display:grid;gap:3px}
        .hashes div{display:grid;grid-template-columns:70px minmax(0,1fr)}
        .hashes dd,code{font-family:ui-monospace,SFMono-Regular,Menlo,Consolas,"DejaVu Sans Mono",monospace;font-size:12px}
        ul{margin:0;padding-left:18px}
        li{margin:0 0 5px;overflow-wrap:anywhere}
        .hair{stroke:var(--muted);stroke-dasharray:2 2}
        .readout{position:absolute;top:2px;z-index:2;pointer-events:none;background:var(--card);border:1px solid var(--rule);border-radius:6px;box-shadow:0 2px 8px rgba(0,0,0,.16);
        padding:5px 9px;font-size:12px;white-space:nowrap;font-variant-numeric:tabular-nums}
        .readout b{display:block;font-weight:600}
        .readout span{display:flex;justify-content:space-between;gap:14px;color:var(--muted)}
        .readout em{font-style:normal;color:var(--ink)}
        @media screen and (max-width:760px){.split{display:block}.pair{grid-template-columns:minmax(0,1fr)}.tiles{grid-template-columns:repeat(2,1fr)}main{padding:18px 12px 32px}.card{padding:14px 12px}
        .plot{padding-left:46px;padding-right:6px}.tile .value{font-size:19px}.alt{display:none}.legend .unit{margin-left:0}.split table{margin-top:12px}}
        @page{size:A4;margin:13mm 12mm}
        @media print{*{-webkit-print-color-adjust:exact;print-color-adjust:exact}
        :root{color-scheme:light;--bg:#fff;--rule:#d0d7de;--shadow:none}
        body{font-size:9.5pt}
        main{max-width:none;padding:0 1px}
        .card,.tile{border-radius:4px}
        .card{padding:10px 12px;margin-bottom:10px}
        .pair,.tiles{gap:10px;margin-bottom:10px}
        .pair{grid-template-columns:minmax(0,1fr) minmax(0,1fr)}
        .stack{gap:10px}
        .tiles{grid-template-columns:repeat(4,1fr)}
        .tile{padding:8px 10px}
        .tile .value{font-size:15pt}
        .card,figure,.tile,tr{break-inside:avoid}
        #trades,#drawdown{break-inside:auto}
        .plot,.scroll,.split{break-inside:avoid}
        h2{break-after:avoid}
        table{font-size:8.5pt}
        .monthly{font-size:8pt}
        th,td{padding:3px 5px}
        .monthly td,.monthly th{padding:3.5px 3px}
        .plot{padding-left:46px}
        .plot text{font-size:10px}
        .pair .alt{display:none}
        .scroll{overflow:visible}
        .readout,.hair{display:none}}

        """);
}
