import { fontFamily } from './fonts.js';

/** What AdminJS's own styles lack: a visible focus, room on narrow screens, the demo banner. */
export const style = `
/* browsers that darken pages by themselves would darken half of it */
html { color-scheme: only light; }
a:focus-visible, button:focus-visible, summary:focus-visible, input:focus-visible, select:focus-visible, textarea:focus-visible,
[tabindex]:focus-visible { outline: 3px solid #1d5b8f !important; outline-offset: 2px; border-radius: 2px; }
#app, #app *, .payung-demo { font-family: ${fontFamily}; }
.payung-demo { background: #fcf1e0; color: #6b3a00; border-bottom: 1px solid #e5c48f; padding: 6px 16px;
  font-size: 14px; line-height: 20px; font-weight: 600; text-align: center; }
.payung-skip { position: absolute; left: 8px; top: -60px; z-index: 4000; background: #0b6b62; color: #fff; border: 0; border-radius: 4px; padding: 10px 16px; font: inherit; cursor: pointer; }
.payung-skip:focus { top: 8px; } [data-css="app-content"] > [role="main"]:focus { outline: none; }
.payung-nav, .payung-nav ul { list-style: none; margin: 0; padding: 0; } .payung-nav { padding: 0 12px 24px; font-size: 14px; line-height: 20px; }
.payung-nav summary { display: flex; align-items: center; gap: 12px; min-height: 40px; padding: 0 12px; border-radius: 6px; cursor: pointer; list-style: none; color: #16282a; }
.payung-nav summary::-webkit-details-marker { display: none; } .payung-nav summary > span:first-child { color: #5a6b6e; display: inline-flex; }
.payung-nav summary::after { content: ''; margin-left: auto; width: 6px; height: 6px; border: solid #5a6b6e; border-width: 0 2px 2px 0; transform: rotate(45deg) translate(-2px, -2px); }
.payung-nav details[open] > summary { font-weight: 600; } .payung-nav details[open] > summary::after { transform: rotate(-135deg); }
.payung-nav a { display: flex; align-items: center; min-height: 36px; padding: 0 12px 0 40px; border-radius: 6px; color: #3d4f52; text-decoration: none; }
.payung-nav a:hover, .payung-nav summary:hover { background: #f4f7f7; } .payung-nav a[aria-current] { background: #e3f0ee; color: #084f49; font-weight: 600; }
@media (max-width: 1323px) { [data-css="sidebar"].hidden { visibility: hidden; } }
/* AdminJS's heading makes room for our own, which stands between its path and its buttons */
.payung-head { display: grid; grid-template-columns: minmax(0, 1fr) auto; column-gap: 24px; align-items: center; } .payung-head > [data-css$="action-header"] { display: contents; }
.payung-head > [data-css$="action-header"] > section:first-child:not(:last-child) { grid-column: 1 / -1; grid-row: 1; } .payung-head h2 { display: none; }
.payung-title { grid-column: 1; grid-row: 2; margin: 12px 0 16px; font-size: 24px; line-height: 32px; font-weight: 600; color: #16282a; overflow-wrap: anywhere; }
.payung-title .payung-badge { margin-left: 12px; font-weight: 400; vertical-align: 4px; } body:has(.payung-list-failed) .payung-title .payung-badge { display: none; }
.payung-head > [data-css$="action-header"] > section:last-child > section:last-child { margin: 8px 0; }
.payung-head section section { flex-wrap: wrap; gap: 8px; height: auto; }
@media (max-width: 760px) { .payung-head { grid-template-columns: minmax(0, 1fr); padding: 0 12px; } .payung-title { font-size: 20px; line-height: 28px; margin: 8px 0; } }
section[data-testid$="Error"].adminjs_InfoBox { display: none; }
.payung-absent { max-width: 640px; margin: 48px auto; padding: 32px; background: #fff; border: 1px solid #dbe3e3; border-radius: 8px; text-align: left; font-size: 15px; line-height: 24px; color: #16282a; }
.payung-absent h1 { margin: 0 0 8px; font-size: 22px; line-height: 30px; font-weight: 600; } .payung-absent p { margin: 0 0 16px; } .payung-absent a { text-decoration: none; }
.payung-bar { display: flex; align-items: center; gap: 12px; flex-wrap: wrap; padding: 8px 16px; background: #fff;
  border-bottom: 1px solid #dbe3e3; font-size: 14px; line-height: 20px; }
.payung-bar .spring { flex: 1 1 auto; }
.payung-bar .who { text-align: right; min-width: 0; overflow: hidden; text-overflow: ellipsis; }
.payung-bar .who small { display: block; color: #5a6b6e; font-size: 12px; }
.payung-bar button, .payung-bar select, .payung-plain { font: inherit; color: #16282a; background: #fff;
  border: 1px solid #8a9a9c; border-radius: 4px; padding: 6px 10px; min-height: 36px; cursor: pointer; }
.payung-bar button:hover, .payung-plain:hover { background: #eaf3f2; }
.payung-menu { display: none; }
.payung-bell { padding: 6px 10px; border: 1px solid #b4c0c2; border-radius: 18px; color: #3d4f52; text-decoration: none;
  white-space: nowrap; }
.payung-bell.waiting { background: #fcf1e0; color: #6b3a00; border-color: #e5c48f; font-weight: 600; }
.payung-bell:hover { text-decoration: underline; }
.payung-badge { display: inline-block; padding: 0 8px; margin: -1px 0; border-radius: 11px; font-size: 12px; line-height: 20px;
  border: 1px solid; white-space: nowrap; font-weight: 400; letter-spacing: 0; }
.payung-badge.grey { background: #eef2f2; color: #3d4f52; border-color: #b4c0c2; }
.payung-badge.blue { background: #e4eff8; color: #164871; border-color: #9cc3e2; }
.payung-badge.green { background: #e3f0ee; color: #084f49; border-color: #93c5bf; }
.payung-badge.amber { background: #fcf1e0; color: #6b3a00; border-color: #e5c48f; }
.payung-badge.red { background: #fbe9e8; color: #7f1611; border-color: #e3a6a2; }
.payung-amount { display: block; text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
.payung-input { font: inherit; font-size: 14px; color: #16282a; background: #fff; width: 100%; min-height: 40px;
  padding: 8px; border: 1px solid #8a9a9c; border-radius: 0; box-sizing: border-box; }
.payung-notices { position: fixed; bottom: 24px; left: 50%; transform: translateX(-50%); z-index: 3000;
  width: min(560px, calc(100vw - 24px)); display: grid; gap: 8px; }
.payung-notice { display: flex; gap: 12px; align-items: flex-start; justify-content: space-between; padding: 12px 16px;
  border: 1px solid; border-left-width: 6px; border-radius: 4px; background: #fff; font-size: 14px; line-height: 20px;
  box-shadow: 0 4px 16px rgba(22, 40, 42, .18); }
.payung-notice.error { border-color: #a8201a; color: #7f1611; }
.payung-notice.success { border-color: #0b6b62; color: #084f49; }
.payung-notice.info { border-color: #1d5b8f; color: #164871; }
.payung-table { width: 100%; border-collapse: collapse; font-size: 14px; line-height: 20px; }
.payung-table th, .payung-table td { text-align: left; vertical-align: top; padding: 6px 12px 6px 0;
  border-bottom: 1px solid #dbe3e3; overflow-wrap: break-word; }
.payung-table th { color: #5a6b6e; font-weight: 600; }
.payung-cards { display: grid; grid-template-columns: repeat(auto-fill, minmax(200px, 1fr)); gap: 12px; }
.payung-record .payung-card, .payung-card { display: block; background: #fff; border: 1px solid #dbe3e3; border-radius: 6px; padding: 16px;
  color: #16282a; text-decoration: none; font-size: 14px; line-height: 20px; }
.payung-card:hover { border-color: #0b6b62; }
.payung-card b { display: block; font-size: 28px; line-height: 36px; font-weight: 600; color: #0b6b62;
  font-variant-numeric: tabular-nums; }
.payung-card.task b { color: #8a4b00; }
.payung-page { padding: 24px; display: grid; gap: 24px; }
.payung-page h1 { font-size: 24px; line-height: 32px; font-weight: 600; }
.payung-page h2 { font-size: 16px; line-height: 24px; font-weight: 600; margin-bottom: 8px; }
.payung-chips { display: flex; flex-wrap: wrap; gap: 8px; list-style: none; }
[data-css$="drawer-content"] { overflow-wrap: break-word; }
[class*=breadcrumbs] a, [data-css$="breadcrumbs"] a, nav a { display: inline-block; min-height: 24px; line-height: 24px; }
[data-css$="action-header"] > section:first-child { flex-wrap: wrap; gap: 8px; height: auto; } [data-css$="action-header"] > section:first-child section { flex-wrap: wrap; gap: 4px; }
td a { overflow-wrap: normal; word-break: normal; }
[data-css$="table-row"] td a { text-align: left; justify-content: flex-start; padding-left: 0; padding-right: 0; white-space: normal; }
[data-css$="table-row"] td[data-property-name="nik"] { white-space: nowrap; font-variant-numeric: tabular-nums; }
.payung-record { display: grid; grid-template-columns: minmax(0, 1fr); gap: 16px; max-width: 1600px; font-size: 15px; line-height: 22px; color: #16282a; }
.payung-panel, .payung-callout { background: #fff; border: 1px solid #dbe3e3; border-radius: 8px; padding: 16px 20px; }
.payung-record h2 { font-size: 17px; line-height: 24px; font-weight: 600; margin: 0 0 10px; }
.payung-record a { color: #0b5d56; text-decoration: underline; overflow-wrap: anywhere; }
.payung-record ul { margin: 0; padding-left: 20px; list-style: disc; }
.payung-record small, .payung-hint { color: #5a6b6e; font-size: 13px; }
.payung-callout.green { background: #e3f0ee; border-color: #b9d6d2; }
.payung-callout.amber { background: #fcf1e0; border-color: #e5c48f; }
.payung-callout.red { background: #fbe9e8; border-color: #e3b3b0; }
.payung-record ul.payung-inline { display: flex; flex-wrap: wrap; gap: 6px 8px; list-style: none; padding: 0; margin-bottom: 8px; }
.payung-inline li { background: #fff; border: 1px solid #e5c48f; border-radius: 12px; padding: 1px 10px; font-size: 14px; }
.payung-unknown { color: #5a6b6e; font-style: italic; }
.payung-digits + .payung-digits { margin-left: 0.25em; }
.payung-facts { display: grid; grid-template-columns: repeat(auto-fill, minmax(280px, 1fr)); gap: 10px 24px; margin: 0; }
.payung-facts dt { color: #5a6b6e; font-size: 13px; } .payung-facts dd { margin: 0; overflow-wrap: anywhere; }
.payung-scroll { overflow-x: auto; }
.payung-axis { position: relative; height: 20px; font-size: 12px; color: #5a6b6e; } .payung-axis { overflow: hidden; } .payung-axis span { white-space: nowrap; position: absolute; border-left: 1px solid #b4c0c2; padding-left: 3px; }
.payung-record ol.payung-chain { list-style: none; padding: 0; margin: 0; display: grid; gap: 12px; }
.payung-chain-title { overflow-wrap: anywhere; }
.payung-track { position: relative; height: 14px; background: #eef2f2; border-radius: 7px; margin-top: 4px; overflow: hidden; }
.payung-run { position: absolute; top: 3px; bottom: 3px; background: #7fb5af; border-radius: 4px; } .payung-run.this { background: #0b6b62; }
.payung-run.open { background: linear-gradient(90deg, #7fb5af, #eef2f2); } .payung-run.this.open { background: linear-gradient(90deg, #0b6b62, #eef2f2); }
.payung-today { position: absolute; top: 0; bottom: 0; width: 2px; background: #a8201a; }
.payung-drop { border: 2px dashed #8a9a9c; border-radius: 8px; padding: 12px; margin-top: 12px; } .payung-drop label { display: inline-block; margin: 4px 8px 4px 0; }
.payung-file { border: 1px solid #0b6b62; color: #0b5d56; border-radius: 4px; padding: 6px 12px; cursor: pointer; } .payung-file:focus-within { outline: 3px solid #1d5b8f; outline-offset: 2px; }
.payung-file input { position: absolute; width: 1px; height: 1px; opacity: 0; }
.payung-event { border-top: 1px solid #dbe3e3; padding: 6px 0; } .payung-event summary { cursor: pointer; }
.payung-record ol.payung-steps { list-style: none; margin: 0; padding: 0; display: grid; gap: 8px; grid-template-columns: repeat(auto-fit, minmax(136px, 1fr)); }
.payung-steps li { border: 1px solid #dbe3e3; border-top: 4px solid #0b6b62; border-radius: 6px; } .payung-steps li.broken { border-top-color: #a8201a; }
.payung-record .payung-steps a { display: grid; gap: 2px; padding: 8px 10px; color: #16282a; text-decoration: none; overflow-wrap: anywhere; } .payung-steps a:hover b { text-decoration: underline; }
.payung-steps b { font-size: 14px; white-space: nowrap; font-weight: 600; font-variant-numeric: tabular-nums; } .payung-steps span { font-size: 13px; } .payung-steps .payung-badge { justify-self: start; }
.payung-bars { margin: 0 0 16px; display: grid; gap: 8px; } .payung-bars figcaption { color: #5a6b6e; font-size: 13px; }
/* what it is of and how much stand above the bar, which has the whole width: labels and amounts may be long */
.payung-bar-row { display: grid; grid-template-columns: minmax(0, 1fr) auto; gap: 2px 12px; } .payung-bar-row > :nth-child(2) { grid-area: 2 / 1 / 3 / 3; } .payung-bar-row > :nth-child(3) { grid-area: 1 / 2; }
.payung-bar-row b { text-align: right; font-variant-numeric: tabular-nums; font-weight: 600; }
.payung-bar-track { position: relative; height: 22px; background: #f4f7f7; border-radius: 4px; overflow: hidden; }
.payung-bar-ceiling { position: absolute; inset: 0 auto 0 0; background: #d5e3e1; } .payung-bar-parts { position: absolute; inset: 5px 0; display: flex; }
.payung-bars i.paid, .payung-bars i.paid { background: #0b6b62; } .payung-bars i.open { background: #c98a2b; } .payung-bars i.ceiling { background: #d5e3e1; }
.payung-bar-legend { display: flex; flex-wrap: wrap; gap: 4px 16px; font-size: 13px; margin: 0; } .payung-bar-legend i { display: inline-block; width: 12px; height: 12px; border-radius: 2px; vertical-align: -1px; }
.payung-strip { display: flex; gap: 12px; align-items: center; margin-bottom: 6px; } .payung-record .payung-strip ol { list-style: none; display: flex; flex-wrap: wrap; gap: 3px; padding: 0; margin: 0; }
.payung-strip li { width: 26px; height: 34px; border: 1px solid #b4c0c2; border-radius: 4px; text-align: center; font-size: 12px; line-height: 15px; padding-top: 1px; } .payung-strip li small { display: block; color: inherit; font-size: 13px; }
.payung-strips .paid { background: #0b6b62; color: #fff; border-color: #0b6b62; } .payung-strips .billed { background: #fcf1e0; color: #6b3a00; border-color: #c98a2b; }
.payung-strips .covered { background: #e4eff8; color: #164871; border-color: #6fa5cf; } .payung-strips .credited { background: #eef2f2; color: #3d4f52; } .payung-strips .elsewhere { background: #efe6f6; color: #4b2a6b; border-color: #b596d0; } .payung-strips .double { background: #fdecea; color: #8a1a12; border-color: #a8201a; } .payung-strips .gap { background: #fff; color: #5a6b6e; border-style: dashed; }
.payung-payers { margin: 0 0 12px; font-size: 13px; color: #3d4f52; } .payung-payers:empty { margin: 0; }
@media (max-width: 480px) { .payung-strips:not(.small) .payung-strip { flex-direction: column; align-items: flex-start; gap: 2px; } .payung-strips:not(.small) .payung-strip li { width: 20px; } }
.payung-strip-legend { display: flex; flex-wrap: wrap; gap: 4px 16px; font-size: 13px; } .payung-strip-legend i { display: inline-block; vertical-align: middle; min-width: 20px; height: 20px; line-height: 18px; text-align: center; border: 1px solid #b4c0c2; border-radius: 3px; font-style: normal; }
.payung-strips.small li { width: 13px; height: 22px; font-size: 9px; line-height: 10px; border-radius: 2px; padding-top: 0; } .payung-strips.small li small { font-size: 9px; } .payung-strips.small ol { display: flex; gap: 1px; list-style: none; padding: 0; margin: 0; } .payung-strips.small .payung-strip { margin: 0; }
.payung-form select { font: inherit; min-height: 32px; } .payung-form label { display: block; margin-bottom: 4px; font-size: 14px; } .payung-buttons { display: flex; flex-wrap: wrap; gap: 12px; margin: 16px 0 0; }
.payung-list-tools > a { display: inline-flex; align-items: center; text-decoration: none; box-sizing: border-box; min-height: 34px; }
.payung-progress { width: 100%; max-width: 480px; height: 18px; accent-color: #0b6b62; } .payung-plain-fieldset { border: 0; margin: 16px 0; padding: 0; min-width: 0; }
.payung-secret { font-variant-numeric: tabular-nums; letter-spacing: 1px; }
.payung-bar .payung-main { background: #0b6b62; color: #fff; border-color: #0b6b62; }
.payung-main { font: inherit; background: #0b6b62; color: #fff; border: 1px solid #0b6b62; border-radius: 4px; padding: 8px 16px; min-height: 40px; cursor: pointer; } .payung-main:disabled, .payung-plain:disabled { background: #eef2f2; color: #5a6b6e; border-color: #b4c0c2; cursor: default; }
.payung-approval { display: grid; grid-template-columns: minmax(0, 1fr); gap: 12px; } .payung-approval > .payung-buttons { margin: 0; } .payung-approval > p:empty { display: none; } .payung-approval b { font-weight: 600; }
.payung-matrix td { text-align: center; } .payung-matrix input { width: 20px; height: 20px; } .payung-matrix th { font-weight: 400; } .payung-plain-fieldset b { font-weight: 600; }
.payung-facts + p { margin-top: 10px; }
.payung-preview { display: block; width: 100%; height: min(80vh, 900px); border: 1px solid #b4c0c2; margin-top: 8px; background: #fff; } .payung-drop.over { background: #e3f0ee; border-color: #0b6b62; }
.payung-return { display: grid; gap: 6px; flex: 1 1 100%; } .payung-return textarea { max-width: 560px; } .payung-return .payung-buttons { margin: 4px 0 0; } .payung-return button { justify-self: start; } .payung-tick { display: inline-block; margin-top: 12px; padding: 4px 0; min-height: 24px; }
.payung-sums { max-width: 420px; } .payung-sums td { text-align: right; font-variant-numeric: tabular-nums; } .payung-sums tr:last-child { font-weight: 600; }
.payung-console { max-width: 1500px; grid-template-columns: minmax(0, 1fr) minmax(260px, 380px); align-items: start; }
.payung-console > div { display: grid; grid-template-columns: minmax(0, 1fr); gap: 16px; }
.payung-editor { border: 1px solid #8a9a9c; margin: 12px 0; } .payung-editor .cm-editor { min-height: 160px; max-height: 420px; font-size: 14px; }
.payung-editor .cm-editor, .payung-code, .payung-views code, .payung-views .payung-name { font-family: ui-monospace, 'Cascadia Mono', 'Liberation Mono', monospace !important; }
.payung-editor .cm-editor * { font-family: inherit !important; } .payung-editor .cm-editor .cm-gutters { color: #5a6b6e; }
.payung-views { max-height: 520px; overflow-y: auto; } .payung-views details { border-top: 1px solid #dbe3e3; padding: 4px 0; } .payung-views summary { cursor: pointer; min-height: 24px; }
.payung-name { font-size: 13px; color: #0b5d56; background: none; border: 0; padding: 2px 0; min-height: 24px; cursor: pointer; text-decoration: underline; text-align: left; overflow-wrap: anywhere; }
.payung-record ul.payung-queries { list-style: none; padding: 0; display: grid; gap: 8px; } .payung-line { display: block; }
.payung-faults { border-left: 6px solid #a8201a; color: #7f1611; padding: 4px 12px; margin-top: 12px; }
.payung-table tbody th { color: #16282a; } .payung-table .payung-number:not(:last-child) { padding-right: 24px; } .payung-table :is(th, td):last-child { padding-right: 0; }
.payung-table .payung-number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
.payung-plain[aria-pressed="true"] { background: #e3f0ee; border-color: #0b6b62; } .payung-main small { color: #fff; opacity: .9; }
.payung-input[aria-invalid="true"] { border: 2px solid #a8201a; }
.payung-statement { margin: 0 0 8px; white-space: pre-wrap; overflow-wrap: anywhere; font-size: 14px; }
.payung-answer .payung-scroll { max-height: 70vh; overflow: auto; } .payung-long thead th { position: sticky; top: 0; background: #fff; z-index: 1; }
.payung-answer { display: grid; grid-template-columns: minmax(0, 1fr); gap: 12px; margin-top: 16px; } .payung-answer .payung-buttons { margin: 0; }
.payung-bars i.over { background: #a8201a; }
.payung-letterhead, .payung-signature { display: none; }
@media print {
  @page { size: A4; margin: 18mm 15mm; }
  .payung-bar, .payung-demo, .payung-screen-only, .payung-notices, [class*=breadcrumbs], [data-css$="breadcrumbs"], [data-css*="sidebar"], [data-css*="action-header"], .payung-title, .payung-skip, .payung-record details { display: none !important; }
  html, body, #app, #app div, #app section { background: #fff !important; overflow: visible !important; height: auto !important; min-height: 0 !important; }
  #app section:not(.payung-panel, .payung-callout) { display: block; margin: 0 !important; padding: 0 !important; }
  .payung-record { max-width: none; font-size: 11pt; } .payung-panel { border: 0; padding: 0; } .payung-table { font-size: 9pt; } .payung-table tr { break-inside: avoid; }
  .payung-record a { color: inherit; text-decoration: none; }
  .payung-letterhead { display: grid; text-align: center; border-bottom: 2px solid #000; padding-bottom: 6pt; font-size: 13pt; }
  .payung-signature { display: grid; gap: 60pt; justify-content: end; margin-top: 24pt; break-inside: avoid; break-before: avoid; }
}
@media (max-width: 1323px) { .payung-menu { display: inline-block; } }

/* GraphiQL in the panel */
.payung-record.payung-wide { max-width: none; grid-template-columns: minmax(0, 1fr); }
.payung-frame { box-sizing: border-box; width: 100%; height: calc(100vh - 230px); min-height: 520px; border: 1px solid #d7dedd; border-radius: 6px; background: #fff; }
@media (max-width: 900px) { .payung-console { grid-template-columns: minmax(0, 1fr); } }
@media (max-width: 760px) { .payung-bar { gap: 8px; padding: 8px 12px; } .payung-bar kbd { display: none; } }
@media (max-width: 576px) {
  .payung-bar { padding: 8px 12px; gap: 6px; flex-wrap: wrap; } .payung-bell { font-size: 13px; padding: 6px 8px; }
  [data-css$="action-header"] > section:first-child > section { position: static; width: 100%; }
  .payung-bar .spring { display: none; }
  .payung-bar .who { flex: 1 1 120px; text-align: left; white-space: nowrap; }
  .payung-bar select { max-width: 92px; }
  .payung-page { padding: 16px 12px; }
  [data-css$="table-row"] td[data-property-name] { display: table-cell; }
}
`;
