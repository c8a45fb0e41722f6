/** The search box and what makes work easier on every page. */
export const comfortStyle = `
.payung-bar .payung-search { display: inline-flex; align-items: center; gap: 12px; color: #3d4f52; }
.payung-search kbd { font: inherit; font-size: 12px; line-height: 16px; color: #5a6b6e; border: 1px solid #dbe3e3; border-radius: 4px; padding: 1px 5px; }
.payung-palette { width: min(640px, calc(100vw - 24px)); max-height: min(640px, calc(100vh - 48px)); margin: 10vh auto auto; padding: 0;
  border: 1px solid #b4c0c2; border-radius: 8px; box-shadow: 0 12px 48px rgba(22, 40, 42, .3); color: #16282a; overflow: hidden; }
.payung-palette::backdrop { background: rgba(22, 40, 42, .45); }
.payung-palette-box { display: grid; grid-template-rows: auto auto minmax(0, 1fr); gap: 8px; padding: 12px; max-height: inherit; box-sizing: border-box;
  font-size: 14px; line-height: 20px; }
.payung-palette-box .payung-input { font-size: 16px; min-height: 44px; border-radius: 4px; }
.payung-palette-box p { color: #3d4f52; } .payung-palette-box .payung-quiet { font-size: 12px; color: #5a6b6e; }
.payung-hits { overflow-y: auto; } .payung-hits:empty { display: none; }
.payung-hits-head { font-size: 12px; line-height: 20px; font-weight: 600; color: #5a6b6e; padding: 8px 8px 2px; }
.payung-hit { padding: 6px 8px; border-radius: 4px; cursor: pointer; overflow-wrap: anywhere; } .payung-hit b { font-weight: 600; display: block; }
.payung-hit small { color: #3d4f52; font-size: 13px; display: -webkit-box; -webkit-line-clamp: 2; -webkit-box-orient: vertical; overflow: hidden; }
.payung-hit small:empty { display: none; }
.payung-hit.chosen { background: #e3f0ee; box-shadow: inset 3px 0 0 #0b6b62; }
.payung-record-form > .payung-callout { margin-bottom: 24px; }
.payung-list-tools { display: flex; flex-wrap: wrap; gap: 8px 12px; align-items: center; margin: 0 0 16px; }
.payung-saved[open] { flex-basis: 100%; } .payung-plain-fieldset .payung-checks { margin-top: 16px; }
.payung-saved { font-size: 14px; line-height: 20px; } .payung-saved summary { display: inline-block; list-style: none; min-height: 0; }
.payung-saved a { color: #0b6b62; } .payung-saved .payung-panel { margin-top: 8px; max-width: 560px; } .payung-saved ul { padding: 0; list-style: none; display: grid; gap: 8px; margin-bottom: 16px; }
.payung-saved li { display: flex; gap: 8px; align-items: center; flex-wrap: wrap; } .payung-saved small { color: #5a6b6e; }
.payung-session { background: #fcf1e0; color: #6b3a00; border: 1px solid #e5c48f; border-radius: 6px; padding: 4px 8px; }
.payung-palette h2 { font-size: 18px; line-height: 28px; font-weight: 600; }
[data-css$="action-header"] > section { flex-wrap: wrap; height: auto; row-gap: 8px; }
.payung-undo { position: fixed; left: 24px; bottom: 24px; z-index: 3000; display: flex; gap: 12px; align-items: center; padding: 12px 16px; background: #16282a;
  color: #fff; border-radius: 6px; box-shadow: 0 4px 16px rgba(22, 40, 42, .3); font-size: 14px; line-height: 20px; max-width: calc(100vw - 48px); box-sizing: border-box; }
@media (min-width: 901px) { .payung-undo { max-width: 312px; } } @media (max-width: 900px) { .payung-undo { bottom: 96px; } }
.payung-choice { border: 0; padding: 0; margin: 0; display: grid; gap: 4px; }
.payung-links { margin-bottom: 8px; padding: 0; } .payung-links button { text-align: left; }
.payung-impact { display: grid; grid-template-columns: minmax(0, 1fr); gap: 12px; } .payung-impact h2 { font-size: 16px; line-height: 24px; font-weight: 600; }
.payung-impact h3, .payung-impact section b { font-weight: 600; } .payung-impact ul { padding-left: 20px; list-style: disc; }
.payung-impact input[type="date"] { max-width: 240px; margin: 0; } .payung-panel > .payung-impact { margin-top: 12px; } .payung-callout.payung-impact { margin-bottom: 24px; } .payung-callout a { color: inherit; }
[data-css="app-content"] { position: relative; }
.payung-presence { font-size: 14px; line-height: 20px; color: #3d4f52; margin: 0 0 12px; } .payung-presence:empty { margin: 0; }
.payung-help { font-size: 13px; line-height: 18px; color: #5a6b6e; margin: -4px 0 6px; max-width: 760px; }
@media (max-width: 576px) { .payung-palette { margin-top: 12px; } .payung-search kbd { display: none; } }
`;
