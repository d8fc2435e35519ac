#pragma once

namespace resumelint {

/// The look of the HTML report: light and dark, from 390 px to a desk, and on A4 or Letter.
inline constexpr const char* kHtmlStyle = R"css(
:root{color-scheme:light dark;--paper:#fff;--ground:#f4f3ef;--ink:#1d1d1b;--soft:#5b5a55;--line:#d9d6cd;
--error:#a3160e;--warning:#8a4b00;--hint:#1a56a8;--good:#176236;--mark:#fdeebf;--bar:#176236;--track:#e6e3da}
@media (prefers-color-scheme:dark){:root{--paper:#1e1e1c;--ground:#141413;--ink:#eceae4;--soft:#b3b0a6;
--line:#3b3a36;--error:#ff9a90;--warning:#f0b25a;--hint:#93bdf5;--good:#83d3a0;--mark:#4a3d12;--bar:#83d3a0;--track:#33322e}}
*{box-sizing:border-box}
body{margin:0;background:var(--ground);color:var(--ink);font:1rem/1.55 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",sans-serif}
header,main,footer{max-width:68rem;margin:0 auto;padding:0 1.25rem}
header{padding-top:2rem}
footer{padding-bottom:2rem;color:var(--soft);font-size:.875rem}
h1{font-size:1.7rem;line-height:1.2;margin:0 0 .4rem;overflow-wrap:anywhere}
h2{font-size:1.15rem;margin:0 0 .8rem}
h3{font-size:1.05rem;margin:1.6rem 0 .4rem}
h4{font-size:1rem;margin:1.1rem 0 .3rem}
p{margin:.3rem 0}
a{color:var(--hint)}
section,article{background:var(--paper);border:1px solid var(--line);border-radius:.6rem;padding:1.2rem 1.4rem;margin:1.2rem 0}
.lead{font-size:1.05rem;color:var(--soft);margin:0}
.glance{display:grid;gap:1.2rem 2rem}
.glance h3{margin:0 0 .4rem}
.chart{width:100%;max-width:26rem;height:auto;display:block}
.chart text{font:13px system-ui,sans-serif;fill:var(--ink)}
.chart .track{fill:var(--track)}.chart .bar{fill:var(--bar)}
.habits{padding-left:1.3rem;margin:0}
.habits li{margin:.5rem 0}
.resume ul{list-style:none;margin:.3rem 0;padding:0}
.row{display:grid;gap:.4rem 1.6rem;padding:.55rem 0;border-top:1px solid var(--line)}
.said{padding-left:1.1rem;position:relative;overflow-wrap:anywhere}
li>.said::before{content:"\2022";position:absolute;left:.15rem;color:var(--soft)}
.deep{margin-left:1.2rem}
.plain .said{padding-left:0}
mark{background:var(--mark);color:inherit;padding:.05em .15em;border-radius:.2em;box-decoration-break:clone;-webkit-box-decoration-break:clone}
.tag{display:inline-block;font-size:.8rem;color:var(--good);margin-left:.4rem;white-space:nowrap}
.told{border-left:.25rem solid var(--warning);padding:.1rem 0 .1rem .9rem;margin:.2rem 0 .7rem;font-size:.95rem}
.told.error{border-color:var(--error)}.told.hint{border-color:var(--hint)}
.told>p:first-child{margin-top:0}
.see{font-weight:600}
.level{font-size:.8rem;font-weight:600;color:var(--warning)}
.level.error{color:var(--error)}.level.hint{color:var(--hint)}
.why,.dropped,.also,.rule{color:var(--soft);font-size:.875rem}
.rule{font-family:ui-monospace,"Cascadia Mono",Menlo,Consolas,monospace;font-size:.8rem;overflow-wrap:anywhere}
.ask{margin:.5rem 0}
.label{color:var(--soft);font-size:.8rem;font-weight:600;margin:0 .3rem 0 0}
p.label{margin:.6rem 0 0}
.top{border-top:0;padding:.1rem 0}
.tries{margin:.1rem 0 .3rem;padding-left:1.2rem}
.tries li{margin:.35rem 0}
.resume .tries{list-style:decimal}
i[role]{font-style:normal;display:inline-block;min-width:4.5em;max-width:100%;border-bottom:1.5px solid var(--soft);padding:0 .25em;text-align:center;line-height:1.3;vertical-align:baseline}
i[role]:empty::before{content:attr(aria-label);color:var(--soft);font-size:.8em}
i[role]:focus{outline:2px solid var(--hint);outline-offset:1px}
.lines{display:none}
table{border-collapse:collapse;width:100%}
th,td{text-align:left;padding:.4rem .6rem .4rem 0;border-bottom:1px solid var(--line);vertical-align:top}
td.n,th.n{text-align:right}
.wide{overflow-x:auto}
.hidden{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
@media (min-width:52rem){.glance{grid-template-columns:1fr 1fr}.row.flagged{grid-template-columns:1fr 1fr}}
@media (max-width:30rem){header,main,footer{padding-left:.8rem;padding-right:.8rem}section,article{padding:1rem}}
@media print{
@page{margin:12mm 14mm}
:root{color-scheme:light;--paper:#fff;--ground:#fff;--ink:#000;--soft:#444;--line:#bbb;--error:#a3160e;--warning:#7a4300;
--hint:#1a4a90;--good:#14532d;--mark:#fdeebf;--bar:#14532d;--track:#ddd}
html{font-size:9pt}
body{background:none;line-height:1.35}
header,main,footer{max-width:none;padding:0}
header{margin-bottom:5mm}
section,article{border:0;padding:0;margin:0 0 6mm;border-radius:0}
.row{break-inside:avoid}
h2,h3,h4{break-after:avoid}
mark,.chart rect,.told{print-color-adjust:exact;-webkit-print-color-adjust:exact}
.row.flagged{grid-template-columns:1fr 1.15fr}
.glance{grid-template-columns:1fr 1fr}
.lines{display:block;margin-top:2mm;font-size:8pt;color:var(--soft)}
.lines span{display:block;height:7.5mm;border-bottom:.3mm solid #999}
.tries li{margin:0 0 .5mm;padding-bottom:1.5mm;line-height:2.15}
.tries .dropped{line-height:1.4;padding-top:1.5mm}
p{margin:.15rem 0}
i[role]:empty{min-width:7em;vertical-align:-7pt;border-bottom:0;padding:1.2em .1em 0}
i[role]:empty::before{display:block;border-top:.3mm solid #666;text-align:left;line-height:1.3;font-size:6.5pt;white-space:nowrap}
a{color:inherit;text-decoration:none}
.screen{display:none}
article+article{break-before:page}
}
)css";

}  // namespace resumelint
