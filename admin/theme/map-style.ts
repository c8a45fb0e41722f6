/** The map of a province: tiles or outlines in five shades of one colour, from little to much. */
export const mapStyle = `
.payung-hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.payung-map { margin: 0; display: grid; grid-template-columns: minmax(0, 1fr); gap: 12px; } .payung-map figcaption { color: #3d4f52; font-size: 14px; line-height: 20px; max-width: 72ch; }
.payung-switch { border: 0; margin: 0; padding: 0; min-width: 0; display: flex; flex-wrap: wrap; gap: 8px; }
:not(h2) + .payung-switch { margin-top: 12px; } .payung-switch legend { padding: 0; margin-bottom: 6px; font-size: 13px; color: #5a6b6e; }
.payung-switch label { position: relative; display: inline-flex; cursor: pointer; }
.payung-switch input { position: absolute; inset: 0; opacity: 0; margin: 0; cursor: pointer; }
.payung-switch span { border: 1px solid #8a9a9c; border-radius: 18px; padding: 7px 14px; font-size: 14px; line-height: 20px; background: #fff; color: #16282a; }
.payung-switch input:checked + span { background: #0b6b62; border-color: #0b6b62; color: #fff; font-weight: 600; }
.payung-switch input:focus-visible + span { outline: 3px solid #1d5b8f; outline-offset: 2px; }
.payung-map-body { display: grid; grid-template-columns: minmax(0, 1fr) 232px; gap: 24px; align-items: start; }
.payung-map-side { display: grid; gap: 16px; align-content: start; }
.payung-map-detail { margin: 0; display: grid; gap: 2px; min-height: 92px; align-content: start; color: #3d4f52; font-size: 14px; line-height: 20px; border-left: 3px solid #b9d6d2; padding-left: 12px; }
.payung-map-detail b { color: #16282a; font-weight: 600; } .payung-map-detail strong { font-size: 24px; line-height: 30px; font-weight: 600; color: #0b6b62; font-variant-numeric: tabular-nums; }
.payung-record ul.payung-map-legend, .payung-map-legend { list-style: none; margin: 0; padding: 0; display: grid; gap: 4px; font-size: 13px; line-height: 20px; color: #3d4f52; } .payung-map-legend li { display: flex; gap: 8px; align-items: flex-start; }
.payung-map-legend i { flex: none; width: 22px; height: 14px; margin-top: 3px; border-radius: 3px; border: 1px solid #8a9a9c; }
.payung-record ul.payung-tiles, .payung-tiles { list-style: none; margin: 0; padding: 0; display: grid; gap: 6px; }
.payung-tiles li { position: relative; min-width: 0; }
.payung-record .payung-tiles a, .payung-tiles a { display: flex; flex-direction: column; justify-content: space-between; gap: 4px; min-height: 92px; height: 100%; box-sizing: border-box; padding: 10px 12px; border-radius: 6px; border: 1px solid rgba(22, 40, 42, .16); text-decoration: none; font-size: 14px; line-height: 18px; overflow-wrap: break-word; transition: transform .12s; }
.payung-tiles b { font-size: 20px; line-height: 26px; font-weight: 600; font-variant-numeric: tabular-nums; }
.payung-tiles a:hover, .payung-tiles a:focus-visible { box-shadow: 0 0 0 2px #16282a; }
.step-0 { background: #eef5f4; fill: #eef5f4; } .step-1 { background: #c9e0dd; fill: #c9e0dd; } .step-2 { background: #8cc0ba; fill: #8cc0ba; }
.step-3 { background: #20746b; fill: #20746b; } .step-4 { background: #084f49; fill: #084f49; }
.step-none { background: #fff repeating-linear-gradient(135deg, #fff 0 5px, #e6ebeb 5px 6px); fill: #fff; }
.payung-record .payung-tiles .step-0, .payung-record .payung-tiles .step-1, .payung-record .payung-tiles .step-2, .payung-record .payung-tiles .step-none,
.payung-tiles .step-0, .payung-tiles .step-1, .payung-tiles .step-2, .payung-tiles .step-none { color: #16282a; }
.payung-record .payung-tiles .step-3, .payung-record .payung-tiles .step-4, .payung-tiles .step-3, .payung-tiles .step-4 { color: #fff; }
.payung-outlines { width: 100%; height: auto; max-width: 760px; } .payung-outlines path { stroke: #fff; stroke-width: 1.5; }
.payung-outlines a:hover path, .payung-outlines a:focus-visible path { stroke: #16282a; stroke-width: 2.5; } .payung-outlines a:focus-visible { outline: none; }
.payung-outlines .step-none path { fill: #eef2f2; stroke: #b4c0c2; }
.payung-outlines text, .payung-outlines text[class] { font-size: 13px; fill: #16282a; background: none; pointer-events: none; paint-order: stroke; stroke: #fff; stroke-width: 3px; stroke-linejoin: round; }
.payung-outlines text.step-3, .payung-outlines text.step-4 { fill: #fff; stroke: #084f49; }
@media (max-width: 576px) { .payung-outlines text, .payung-outlines text[class] { font-size: 22px; } }
@media (max-width: 760px) {
  .payung-map-body { grid-template-columns: minmax(0, 1fr); }
  .payung-map .payung-table tbody th { min-width: 0; } .payung-map-detail { min-height: 0; } .payung-map-legend { grid-template-columns: repeat(auto-fill, minmax(130px, 1fr)); }
  .payung-tiles { gap: 4px; } .payung-record .payung-tiles a, .payung-tiles a { padding: 6px 4px; font-size: 12px; line-height: 15px; min-height: 76px; } .payung-tiles b { font-size: 14px; line-height: 18px; }
}
@media (max-width: 420px) { .payung-record .payung-tiles a, .payung-tiles a { font-size: 11px; } }
@media print { .payung-map details, .payung-switch { display: none; } .payung-tiles a, .payung-map-legend i { print-color-adjust: exact; } }
`;
