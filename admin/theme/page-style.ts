/** Pages that answer at a glance: large numbers, their tools, tables of comparison. */
export const pageStyle = `
.payung-record ul.payung-figures, .payung-figures { list-style: none; margin: 0; padding: 0; display: grid; grid-template-columns: repeat(auto-fit, minmax(228px, 1fr)); gap: 12px; }
.payung-figures li { display: flex; flex-direction: column; background: #fff; border: 1px solid #dbe3e3; border-radius: 8px; }
.payung-record .payung-figures a, .payung-figures a { display: grid; gap: 2px; flex: 1 0 auto; box-sizing: border-box; align-content: start; padding: 14px 16px; border-radius: 8px; color: #16282a; text-decoration: none; font-size: 14px; line-height: 20px; overflow-wrap: break-word; }
.payung-record .payung-figures .payung-figure-parts { display: flex; flex-wrap: wrap; gap: 0 14px; padding: 0 16px 10px; margin-top: -8px; } .payung-record .payung-figure-parts a { display: inline-flex; flex: none; align-items: center; min-height: 28px; padding: 0; border-radius: 0; color: #0b5d56; text-decoration: underline; font-size: 13px; line-height: 18px; }
.payung-figures a:hover { background: #f4f7f7; } .payung-figures a:hover b { text-decoration: underline; text-underline-offset: 4px; text-decoration-thickness: 1px; }
.payung-figures span { color: #3d4f52; } .payung-figures b { font-size: 21px; line-height: 30px; overflow-wrap: anywhere; font-weight: 600; color: #0b6b62; font-variant-numeric: tabular-nums; letter-spacing: -.2px; }
.payung-figures small { color: #5a6b6e; font-size: 13px; line-height: 18px; } .payung-figures .warning b { color: #8a4b00; }
.payung-tools { display: flex; flex-wrap: wrap; gap: 8px; margin: 0; align-items: center; }
.payung-record .payung-tools a.payung-plain, .payung-tools a { display: inline-flex; align-items: center; color: #16282a; text-decoration: none; font-size: 14px; box-sizing: border-box; } .payung-tools .payung-plain { font-size: 14px; }
.payung-table th small { font-weight: 400; } .payung-record .payung-facts .payung-line + .payung-line { margin-top: 4px; }
.payung-long { display: inline-block; min-width: 240px; }
.payung-more { margin: 10px 0 0; font-size: 14px; }
.payung-choice { display: grid; gap: 4px; max-width: 320px; font-size: 13px; color: #5a6b6e; margin-bottom: 16px; }
.payung-checks { border: 0; margin: 0 0 12px; padding: 0; min-width: 0; display: grid; grid-template-columns: repeat(auto-fill, minmax(210px, 1fr)); gap: 4px 16px; } div.payung-checks { grid-template-columns: 1fr; }
.payung-checks label { display: flex; gap: 8px; align-items: center; min-height: 32px; cursor: pointer; } .payung-checks input { width: 18px; height: 18px; accent-color: #0b6b62; margin: 0; }
.payung-compare td, .payung-compare thead th { text-align: right; font-variant-numeric: tabular-nums; min-width: 120px; } .payung-compare tbody th { min-width: 130px; }
.payung-table tbody th { min-width: 140px; overflow-wrap: break-word; } .payung-record .payung-table a { overflow-wrap: break-word; }
.payung-letterhead b { font-size: 15pt; font-weight: 700; }
.payung-home { max-width: 1600px; } .payung-home > header { display: grid; gap: 10px; } .payung-record ul.payung-chips { padding: 0; list-style: none; } .payung-record.payung-page { gap: 20px; padding: 24px; box-sizing: border-box; }
.payung-two { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 380px), 1fr)); gap: 16px; }
.payung-stack { display: grid; gap: 16px; }
.payung-share { display: grid; grid-template-columns: 54px minmax(40px, 90px); gap: 8px; align-items: center; font-variant-numeric: tabular-nums; font-weight: 600; }
.payung-share > i { display: block; height: 8px; border-radius: 4px; background: #dfe8e7; overflow: hidden; } .payung-share > i > i { display: block; height: 100%; background: #0b6b62; }
.payung-overview td { white-space: nowrap; font-variant-numeric: tabular-nums; text-align: right; } .payung-overview thead th:not(:first-child) { text-align: right; } .payung-overview th:last-child, .payung-overview td:last-child { padding-right: 0; } .payung-overview .payung-share { justify-content: end; text-align: right; } .payung-table td .payung-line { font-size: 13px; font-weight: 400; }
.payung-record ul.payung-tasks, .payung-record ul.payung-alerts { list-style: none; padding: 0; display: grid; gap: 0; }
.payung-tasks li + li, .payung-alerts li + li { border-top: 1px solid #dbe3e3; }
.payung-record .payung-tasks a { display: grid; grid-template-columns: 64px minmax(0, 1fr); gap: 8px; align-items: baseline; padding: 8px 0; text-decoration: none; color: #16282a; } .payung-tasks b { font-size: 18px; font-weight: 600; color: #8a4b00; text-align: right; font-variant-numeric: tabular-nums; } .payung-tasks a:hover span { text-decoration: underline; }
.payung-task { display: grid; grid-template-columns: 64px minmax(0, 1fr); gap: 8px; align-items: baseline; padding: 8px 0; }
.payung-record ul.payung-readiness { list-style: none; padding: 0; display: grid; grid-template-columns: repeat(auto-fill, minmax(260px, 1fr)); gap: 8px 16px; } .payung-readiness li { display: flex; gap: 8px; align-items: flex-start; } .payung-readiness .payung-badge { flex: none; min-width: 62px; text-align: center; box-sizing: border-box; margin-right: 4px; }
.payung-alerts li { padding: 8px 0; display: grid; gap: 2px; } .payung-record .payung-alerts a { text-decoration: none; color: #16282a; } .payung-record .payung-alerts a:hover { text-decoration: underline; }
.payung-trend { margin: 0; display: grid; gap: 12px; } .payung-trend figcaption { color: #3d4f52; }
.payung-record .payung-trend ol { list-style: none; margin: 0; padding: 0; display: grid; grid-auto-flow: column; grid-auto-columns: minmax(0, 1fr); gap: 3px; align-items: end; }
.payung-trend li { display: grid; grid-template-columns: minmax(0, 1fr); gap: 4px; min-width: 0; } .payung-trend li > span { display: flex; align-items: flex-end; height: 140px; background: linear-gradient(#f4f7f7, #f4f7f7); border-radius: 3px 3px 0 0; }
.payung-trend i { display: block; width: 100%; background: #2b857c; border-radius: 3px 3px 0 0; } .payung-trend li:hover i { background: #084f49; } .payung-trend small { height: 16px; line-height: 16px; font-size: 12px; white-space: nowrap; }
@media (max-width: 576px) { .payung-panel, .payung-callout { padding: 14px 12px; } }
@media print {
  #app .payung-bar-track { height: 12pt !important; background: #eef2f2 !important; } #app .payung-bar-ceiling { background: #d5e3e1 !important; height: auto !important; } #app .payung-bar-parts { background: none !important; }
  .payung-bars i, .payung-bar-track, .payung-bar-ceiling, .payung-badge, .payung-share i { print-color-adjust: exact; }
  .payung-table { font-size: 8.5pt; line-height: 12pt; } .payung-table th, .payung-table td { padding: 3pt 6pt 3pt 0; } .payung-table tbody th { min-width: 78pt; } .payung-badge { font-size: 8pt; padding: 0 4pt; white-space: normal; }
  .payung-record small { font-size: 8pt; } .payung-compare td, .payung-compare thead th { min-width: 0; } .payung-compare tbody th { min-width: 80pt; }
  .payung-figures { gap: 6pt; } .payung-figures b { font-size: 15pt; line-height: 20pt; } .payung-figures a { padding: 6pt 8pt; }
  .payung-long { min-width: 0; } .payung-panel { break-inside: auto; } .payung-record h2 { break-after: avoid; font-size: 12pt; }
}
`;
