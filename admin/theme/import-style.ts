/** The wizard of roster imports. */
export const importStyle = `
.payung-record ol.payung-wizard { list-style: none; margin: 0; padding: 0; display: flex; flex-wrap: wrap; gap: 4px 20px; counter-reset: step; font-size: 14px; }
.payung-wizard li { counter-increment: step; color: #5a6b6e; border-bottom: 3px solid #dbe3e3; padding: 4px 2px; }
.payung-wizard li::before { content: counter(step) '. '; }
.payung-wizard li.done { color: #084f49; border-color: #93c5bf; } .payung-wizard li[aria-current] { color: #16282a; font-weight: 600; border-color: #0b6b62; }
.payung-buttons { align-items: center; } .payung-record .payung-buttons a.payung-plain { display: inline-flex; align-items: center; min-height: 40px; box-sizing: border-box; color: #16282a; text-decoration: none; }
.payung-buttons .payung-plain { min-height: 40px; } .payung-form .payung-drop .payung-file { display: inline-block; margin: 4px 8px; }
.payung-drop.over { background: #e3f0ee; border-color: #0b6b62; } .payung-drop.large { padding: 32px 16px; text-align: center; } .payung-drop [role=status] > p { margin-top: 12px; } .payung-drop.large .payung-buttons { justify-content: center; }
.payung-panel > .payung-callout { margin: 12px 0 0; }
.payung-groups td.bar { width: 34%; min-width: 90px; } .payung-groups .payung-bar-track { height: 16px; }
.payung-groups i { display: block; height: 100%; min-width: 2px; } .payung-groups i.none { min-width: 0; }
.payung-groups i.new { background: #0b6b62; } .payung-groups i.changed { background: #1d5b8f; } .payung-groups i.same { background: #8a9a9c; }
.payung-groups i.double { background: #c98a2b; } .payung-groups i.error { background: #a8201a; }
.payung-panel > .payung-scroll + p, .payung-rows > .payung-scroll + .payung-plain { margin-top: 12px; }
.payung-group { border-top: 1px solid #dbe3e3; padding: 8px 0; } .payung-group summary { cursor: pointer; min-height: 24px; font-weight: 600; }
.payung-rows small, .payung-groups small { display: block; font-weight: 400; overflow-wrap: anywhere; } .payung-groups th[scope=row] { color: #16282a; }
.payung-rows .payung-table tbody th, .payung-groups tbody th { min-width: 0; } .payung-rows th[scope=row] { font-weight: 400; color: #16282a; } .payung-rows .payung-nik { font-variant-numeric: tabular-nums; white-space: nowrap; }
.payung-record .payung-mapping tbody th { min-width: 0; width: 60%; color: #16282a; } .payung-mapping .payung-input { min-width: 130px; }
.payung-mapping small { display: block; overflow-wrap: anywhere; font-weight: 400; }
.payung-danger { font: inherit; background: #a8201a; color: #fff; border: 1px solid #a8201a; border-radius: 4px; padding: 8px 16px; min-height: 40px; cursor: pointer; }
.payung-danger:disabled { background: #eef2f2; color: #5a6b6e; border-color: #b4c0c2; cursor: default; }
`;
