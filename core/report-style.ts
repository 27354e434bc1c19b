/** How a report looks in a file of its own: on screen in both schemes, and on paper. The same classes are dressed by our own pages. */
export const reportStyle = `:root{color-scheme:light dark;--bg:#fff;--text:#14201f;--muted:#54615f;--line:#dfe3e3;--soft:#eef0f0;--one:#0b6b62;--two:#9aa6a4;--three:#3b4543;--band:#0b6b6226;--good:#0b6b62;--bad:#b3261e}
@media (prefers-color-scheme:dark){:root{--bg:#0f1514;--text:#e8efee;--muted:#a0b0ad;--line:#2c3837;--soft:#1f2928;--one:#4fd1c0;--two:#7d8a88;--three:#c9d3d1;--band:#4fd1c033;--good:#4fd1c0;--bad:#ff8f86}}
@media print{:root{color-scheme:light;--bg:#fff;--text:#000;--muted:#444;--line:#ccc;--soft:#eee;--one:#0b6b62;--two:#9aa6a4;--three:#3b4543;--band:#0b6b6226;--good:#0b6b62;--bad:#b3261e}}
*{box-sizing:border-box}
html{background:var(--bg);color:var(--text)}
body{margin:0 auto;max-width:820px;padding:32px 24px 64px;font:400 14px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue","Noto Sans",sans-serif}
h1{margin:0;font-size:26px;line-height:1.2;letter-spacing:-.02em}
h2{margin:26px 0 8px;font-size:16px;line-height:1.3}
h3{margin:0 0 4px;font-size:13.5px}
p{margin:0 0 8px;white-space:pre-line;overflow-wrap:anywhere}
.lead,.note,.by,footer{color:var(--muted);font-size:12.5px}
ul{margin:0;padding:0;list-style:none}
.outcomes>li{display:grid;grid-template-columns:minmax(0,1fr) fit-content(45%);gap:0 16px;padding:8px 0;border-top:1px solid var(--line)}
.outcomes>li>*{overflow-wrap:anywhere}
.outcomes .state{font-weight:600;text-align:end}
.outcomes .reached,.outcomes .on-course{color:var(--good)}
.outcomes .missed{color:var(--bad)}
.outcomes .standing{grid-column:1/-1;font-variant-numeric:tabular-nums}
.outcomes .note{grid-column:1/-1;margin:0}
table{width:100%;border-collapse:collapse;font-variant-numeric:tabular-nums}
caption{text-align:start;color:var(--muted);font-size:12.5px}
th,td{padding:5px 8px;border-top:1px solid var(--line);text-align:start;vertical-align:top;overflow-wrap:anywhere}
th:first-child,td:first-child{padding-left:0}
thead th{color:var(--muted);font-size:12px;font-weight:600}
thead th,td:nth-child(2),td:nth-child(3){overflow-wrap:normal}
td:nth-child(2),td:nth-child(3){white-space:nowrap}
@media (max-width:560px){th,td{padding:5px 4px}table{font-size:12.5px}thead th{font-size:11px}}
tbody th{font-weight:500}
figure{margin:20px 0 0}
figure .chart{display:block;width:100%;height:auto}
figure .narrow{display:none}
@media (max-width:560px){body{padding:20px 16px 40px}figure .wide{display:none}figure .narrow{display:block}.figures tr{display:grid;grid-template-columns:minmax(0,1fr) 72px 72px 76px;border-top:1px solid var(--line)}.figures thead tr{border-top:0}.figures th,.figures td{padding:4px 4px 4px 0;border:0}.figures td:nth-child(2),.figures td:nth-child(3){white-space:pre-line}.figures td:nth-child(4):last-child{grid-column:1/-1;padding-top:0;color:var(--muted)}.figures td:nth-child(5){grid-column:1/-1;padding-top:0;color:var(--muted)}.figures thead th:nth-child(4):last-child,.figures thead th:nth-child(5){display:none}}
details{color:var(--muted);font-size:12px}
summary{width:fit-content;cursor:pointer}
blockquote{margin:0 0 12px;padding:2px 0 2px 14px;border-left:3px solid var(--one)}
blockquote p{margin:0}
a{color:var(--one)}
footer{margin-top:28px;padding-top:10px;border-top:1px solid var(--line)}
.chart text{fill:var(--text);font:12px system-ui,-apple-system,"Segoe UI",Roboto,sans-serif}
.chart .scale{fill:var(--muted);font-size:11px}
.chart .strong{font-weight:650}
.chart .grid{stroke:var(--line)}
.chart .band{fill:var(--band)}
.chart .line-1{fill:none;stroke:var(--one);stroke-width:2;stroke-linejoin:round}
.chart .dot-1,.chart .bar-1{fill:var(--one)}
.chart .bar-2{fill:var(--two)}
.chart .bar-3{fill:var(--three)}
.chart .edge{stroke:var(--two)}
.chart .gap{opacity:.45}
.chart .hatch-ground,.chart .label-ground{fill:var(--bg)}
.chart .hatch-line{stroke:var(--two);stroke-width:2}
@media print{figure .wide{display:block}figure .narrow{display:none}body{max-width:none;padding:0;font-size:10px;line-height:1.27}main{display:grid;grid-template-columns:minmax(0,1fr) minmax(0,1fr);grid-auto-flow:row dense;gap:0 22px}main>*{grid-column:1/-1}h1{font-size:18px}h2{margin:4px 0 1px;font-size:12px;break-after:avoid}p{margin-bottom:4px}.lead,.note,.by,footer{font-size:9px}.outcomes{display:grid;grid-template-columns:minmax(0,1fr) minmax(0,1fr);gap:0 22px}.outcomes>li{display:block;padding:2px 0;font-size:9px;line-height:1.25}.outcomes>li>strong{font-size:10px}.outcomes .state{margin-inline-start:8px}.outcomes .state::after{content:"\\a";white-space:pre}.outcomes>li>.standing,.outcomes>li>.note{display:inline;margin:0;line-height:inherit}.outcomes .note:not(:empty)::before{content:" · "}th,td{padding:1px 8px 1px 0}thead th{font-size:9px;white-space:nowrap}td:last-child{font-size:9px}details{display:none}figure,blockquote,.outcomes>li,tr{break-inside:avoid}.charts{display:contents}.charts>figure{grid-column:2}.charts>figure:first-child,.charts+section{grid-column:1}.charts+section{grid-row:span 2}.charts+section+.figures{grid-column:2}.charts+section+.figures tr{display:grid;grid-template-columns:minmax(0,1fr) 60px 60px}.charts+section+.figures td:last-child{grid-column:1/-1;border:0;padding-top:0;overflow:hidden;text-overflow:ellipsis;white-space:nowrap}.charts+section+.figures th:nth-child(4){display:none}figure{margin-top:8px}figure h3{margin:0;font-size:10px}.chart text,.chart .scale{font-size:15px}.quotes{display:grid;grid-template-columns:minmax(0,1fr) minmax(0,1fr);gap:0 22px}.quotes>h2{grid-column:1/-1}blockquote{margin-bottom:4px}footer{margin-top:6px;padding-top:4px}a{color:inherit;text-decoration:none}*{print-color-adjust:exact;-webkit-print-color-adjust:exact}@page{size:A4;margin:8mm 12mm}}
`;

/** Of exactly these words: the one style that the file's own policy lets in. A test reckons it again. */
export const reportStyleHash = 'sha256-cs9RABz81azkgD0xoIhZgPftOuuFPK6fdyzeSH9u1sg=';
