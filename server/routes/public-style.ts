import { fontFamily } from '../../admin/theme/fonts.js';
/** Look of the public page: the panel's colours, with more air; the map brings its own. */
export const publicStyle = `
*, *::before, *::after { box-sizing: border-box; }
html { color-scheme: only light; -webkit-text-size-adjust: 100%; scroll-behavior: smooth; } @media (prefers-reduced-motion: reduce) { html { scroll-behavior: auto; } }
body { margin: 0; background: #f4f7f7; color: #16282a; font: 16px/25px ${fontFamily}; }
a { color: #0b5d56; text-underline-offset: 3px; } a:focus-visible, button:focus-visible, input:focus-visible, select:focus-visible, summary:focus-visible, [tabindex]:focus-visible { outline: 3px solid #1d5b8f; outline-offset: 2px; border-radius: 2px; }
main:focus-visible { outline: none; }
.skip { position: absolute; left: -999px; } .skip:focus { left: 8px; top: 8px; background: #fff; padding: 8px 12px; z-index: 1; }
.demo { margin: 0; background: #fcf1e0; color: #6b3a00; border-bottom: 1px solid #e5c48f; padding: 6px 16px; font-size: 14px; line-height: 20px; font-weight: 600; text-align: center; }
body > header { background: #fff; border-bottom: 1px solid #dbe3e3; }
.bar, .hero, main, body > footer { max-width: 1080px; margin: 0 auto; padding-left: 20px; padding-right: 20px; }
.bar { display: flex; justify-content: space-between; align-items: center; min-height: 60px; } .bar a { padding: 8px 0; }
.name { display: inline-flex; gap: 8px; align-items: center; font-weight: 600; font-size: 18px; color: #0b5d56; } .name svg { width: 32px; height: 32px; }
.hero { padding-top: 28px; padding-bottom: 36px; } .hero p { margin: 0; max-width: 62ch; color: #3d4f52; font-size: 17px; line-height: 27px; }
h1 { margin: 0 0 12px; font-size: clamp(27px, 4.6vw, 40px); line-height: 1.2; font-weight: 650; letter-spacing: -.4px; max-width: 20ch; }
main { padding-top: 24px; padding-bottom: 48px; display: grid; grid-template-columns: minmax(0, 1fr); gap: 20px; }
section h2 + .payung-switch { margin-top: 12px; }
section { background: #fff; border: 1px solid #dbe3e3; border-radius: 10px; padding: 24px; min-width: 0; }
h2 { margin: 0 0 4px; font-size: 21px; line-height: 28px; font-weight: 600; } h3 { margin: 0; font-size: 16px; line-height: 23px; font-weight: 600; overflow-wrap: break-word; }
.head > label { display: flex; gap: 10px; align-items: center; } .numbers + .about { margin: 14px 0 24px; font-size: 14px; } section > .head { margin-bottom: 18px; align-items: center; }
.about { margin: 0 0 16px; color: #5a6b6e; font-size: 15px; line-height: 22px; max-width: 70ch; }
.where, section > .payung-switch { margin-bottom: 20px; } .where { display: flex; flex-wrap: wrap; gap: 12px 20px; align-items: end; }
label { display: grid; gap: 4px; font-size: 14px; color: #3d4f52; }
select, input[type=search] { font: inherit; color: #16282a; background: #fff; border: 1px solid #8a9a9c; border-radius: 6px; padding: 8px 12px; min-height: 44px; min-width: 0; width: 100%; max-width: 340px; }
button, .button { font: inherit; font-size: 15px; color: #0b5d56; background: #fff; border: 1px solid #0b6b62; border-radius: 6px; padding: 8px 16px; min-height: 44px; cursor: pointer; } button:hover { background: #eaf3f2; } button:disabled { color: #5a6b6e; border-color: #b4c0c2; cursor: default; }
.numbers { list-style: none; margin: 0; padding: 0; display: grid; grid-template-columns: repeat(auto-fit, minmax(212px, 1fr)); gap: 14px 20px; }
.numbers li { border-left: 3px solid #b9d6d2; padding-left: 14px; font-size: 14px; line-height: 20px; color: #3d4f52; } .numbers b { display: block; font-size: 21px; line-height: 30px; overflow-wrap: anywhere; font-weight: 600; color: #0b6b62; letter-spacing: -.3px; font-variant-numeric: tabular-nums; }
.entries { list-style: none; margin: 0; padding: 0; } .entries > li { padding: 16px 0; border-top: 1px solid #dbe3e3; display: grid; gap: 4px; } .entries > li:first-child { border-top: 0; padding-top: 4px; }
.entries p { margin: 0; color: #3d4f52; font-size: 15px; line-height: 22px; overflow-wrap: anywhere; }
.head { display: flex; flex-wrap: wrap; gap: 4px 12px; align-items: baseline; justify-content: space-between; }
.badge { display: inline-block; padding: 1px 9px; border-radius: 11px; font-size: 13px; line-height: 20px; border: 1px solid; white-space: nowrap; }
.badge.grey { background: #eef2f2; color: #3d4f52; border-color: #b4c0c2; } .badge.blue { background: #e4eff8; color: #164871; border-color: #9cc3e2; } .badge.green { background: #e3f0ee; color: #084f49; border-color: #93c5bf; } .badge.amber { background: #fcf1e0; color: #6b3a00; border-color: #e5c48f; } .badge.red { background: #fbe9e8; color: #7f1611; border-color: #e3a6a2; }
details { font-size: 14px; line-height: 21px; color: #3d4f52; } summary { cursor: pointer; min-height: 28px; padding-top: 3px; color: #0b5d56; } details ul { margin: 4px 0 0; padding-left: 20px; } details li { margin: 4px 0; overflow-wrap: anywhere; }
.more { margin: 16px 0 0; } .wait { color: #5a6b6e; margin: 0; padding: 8px 0; } .fault { background: #fbe9e8; color: #7f1611; border-left: 4px solid #a8201a; padding: 10px 14px; margin: 0; display: flex; flex-wrap: wrap; gap: 12px; align-items: center; }
.payung-table { width: 100%; border-collapse: collapse; font-size: 14px; line-height: 20px; margin-top: 8px; } .payung-table th, .payung-table td { text-align: left; vertical-align: top; padding: 8px 10px 8px 0; border-bottom: 1px solid #dbe3e3; } .payung-table thead th { color: #5a6b6e; font-weight: 600; }
body > footer { padding-top: 20px; padding-bottom: 40px; color: #5a6b6e; font-size: 14px; line-height: 22px; } body > footer p { margin: 0 0 6px; }
@media (min-width: 900px) { .pair { display: grid; grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); gap: 20px; align-items: start; } } .pair { display: grid; gap: 20px; }
@media (max-width: 560px) { .bar, .hero, main, body > footer { padding-left: 14px; padding-right: 14px; } section { padding: 18px 14px; } .hero { padding-top: 16px; padding-bottom: 24px; } .numbers { grid-template-columns: 1fr; gap: 10px; } .numbers b { font-size: 20px; line-height: 27px; } }
@media print { body { background: #fff; } section { border: 0; padding: 0; } button, .where, .skip, .bar a { display: none; } }
`;
