/**
 * What AdminJS draws itself, in Payung's shapes: buttons, heads of pages, lists, records without a page of their own, forms.
 * Its class names are stable only with the prefix `adminjs_`; all else is found by `data-css`.
 */
export const adminjsStyle = `
/* one shape of button, for AdminJS's and for ours */
#app a.adminjs_Button, #app button.adminjs_Button, .payung-plain, .payung-main, .payung-danger, .payung-bar button, .payung-bar select {
  box-sizing: border-box; min-height: 36px; padding: 7px 14px; border-radius: 6px; font-size: 14px; line-height: 20px; }
#app a.adminjs_Button, #app button.adminjs_Button { display: inline-flex; align-items: center; justify-content: center; gap: 8px; margin: 0; }
#app .adminjs_Button .adminjs_Icon { margin: 0; display: inline-flex; }
#app .adminjs_Button svg { width: 16px; height: 16px; }
.payung-plain, .payung-record a.payung-plain, .payung-record .payung-buttons a.payung-plain, .payung-record .payung-tools a.payung-plain { color: #0b5d56; text-decoration: none; }
.payung-buttons .payung-plain, .payung-buttons .payung-main, .payung-buttons .payung-danger, .payung-form .payung-main,
#app .payung-record-form > button.adminjs_Button { min-height: 40px; padding: 9px 18px; }
.payung-buttons + .payung-hint, .payung-buttons + small { margin-top: 8px; } .payung-panel > .payung-callout + p { margin-top: 12px; }
.payung-main:hover:not(:disabled), #app a[data-css$="-new-button"].adminjs_Button:hover { background: #084f49; border-color: #084f49; }
.payung-danger:hover:not(:disabled) { background: #7f1611; border-color: #7f1611; }

/* menu and content: room for lists first */
#app [data-css="sidebar"] { width: 256px; min-width: 256px; }
@media (min-width: 761px) { #app [data-css$="-list"]:has(> section > .payung-head), #app [data-css$="-route-wrapper"] { padding: 24px; } }

/* head of a page: where it lies, what it is called, what can be done */
.payung-head { grid-template-columns: minmax(0, 1fr) auto auto; column-gap: 8px; }
.payung-title { margin: 8px 0 16px; letter-spacing: -.2px; }
.payung-title .payung-badge { vertical-align: 3px; letter-spacing: 0; font-variant-numeric: tabular-nums; }
.payung-head > [data-css$="action-header"] > section:last-child { grid-column: 3; grid-row: 2; align-self: start; }
.payung-head > [data-css$="action-header"] > section:last-child > section:last-child { margin: 6px 0 14px; }
.payung-head section section { gap: 8px; } .payung-head section > section > section:not([data-css$="breadcrumbs"]) { display: flex; flex-wrap: wrap; justify-content: flex-end; gap: 8px; }
.payung-head > [data-css$="-list-action-header"] > section:first-child:not(:last-child) { display: contents; }
.payung-head > [data-css$="-list-action-header"] > section:first-child > [data-css$="breadcrumbs"] { grid-column: 1 / -1; grid-row: 1; }
.payung-head > [data-css$="-list-action-header"] > section:first-child > section:last-child { grid-column: 2; grid-row: 2; align-self: start; margin: 6px 0 14px; }
#app .payung-head a.adminjs_Button { background: #fff; border: 1px solid #8a9a9c; }
#app .payung-head a.adminjs_Button:hover { background: #eaf3f2; }
#app .payung-head a[data-css$="-new-button"].adminjs_Button { background: #0b6b62; border-color: #0b6b62; color: #fff; }
#app .payung-head a[data-css$="-new-button"].adminjs_Button:hover { background: #084f49; }
#app .payung-head a[data-css$="-new-button"].adminjs_Button svg { stroke: #fff; }
#app .payung-head > [data-css$="action-header"] > section:last-child > section:first-child:not(:last-child) { display: none; }
/* other pages of the same subject, beside the path of a record: quieter than what can be done to it */
#app .payung-head > :not([data-css$="-list-action-header"]) > section:first-child:not(:last-child) > section:last-child a.adminjs_Button {
  background: none; border-color: transparent; min-height: 28px; padding: 3px 8px; }
#app .payung-head > :not([data-css$="-list-action-header"]) > section:first-child:not(:last-child) > section:last-child a.adminjs_Button:hover { background: #eaf3f2; }
.payung-list-tools { gap: 8px; margin: 0 0 12px; position: relative; }
.payung-saved[open] { flex-basis: auto; } .payung-saved[open] summary { background: #e3f0ee; }
.payung-saved[open] .payung-panel { position: absolute; z-index: 20; left: 0; top: 100%; width: min(620px, calc(100vw - 32px)); box-sizing: border-box; margin-top: 4px; box-shadow: 0 8px 32px rgba(22, 40, 42, .18); }
@media (max-width: 900px) {
  .payung-head section { flex-shrink: 1; min-width: 0; }
  .payung-head { grid-template-columns: minmax(0, 1fr); padding: 0; } #app .payung-head section { padding-left: 0; padding-right: 0; }
  .payung-title { margin: 8px 0 10px; } .payung-head section > section > section:not([data-css$="breadcrumbs"]) { justify-content: flex-start; }
  .payung-head > [data-css$="action-header"] > section:last-child, .payung-head > [data-css$="-list-action-header"] > section:last-child { grid-column: 1; grid-row: 4; }
  .payung-head > [data-css$="-list-action-header"] > section:first-child > section:last-child { grid-column: 1; grid-row: 3; }
  .payung-head > [data-css$="action-header"] > section:last-child > section:last-child, .payung-head > [data-css$="-list-action-header"] > section:first-child > section:last-child { margin: 0 0 8px; }
  #app .payung-head > :not([data-css$="-list-action-header"]) > section:first-child:not(:last-child) > section:last-child a.adminjs_Button { padding: 3px 0; margin-right: 12px; }
}
@media (max-width: 760px) {
  #app [data-css="app-content"] > section:not([data-css="notice"]) { padding: 16px 12px; } #app .payung-record.payung-page { padding: 16px 12px; }
}
.payung-list-tools > a, .payung-saved summary { min-height: 36px; }

/* lists */
#app [data-css$="table-wrapper"] { padding: 0; border: 1px solid #dbe3e3; border-radius: 8px; background: #fff; overflow-x: auto; }
#app .adminjs_Table { border: 0; } #app [data-css$="table-head-row"] > * { border-top: 0; } #app [data-css$="-table"] { border-collapse: collapse; }
#app [data-css$="table-head-row"] > th, #app [data-css$="table-row"] > td, #app [data-css$="table-head-row"] > td { padding: 9px 12px; font-size: 14px; line-height: 20px;
  text-align: left; vertical-align: top; word-break: normal; overflow-wrap: break-word; }
#app [data-css$="table-head-row"] > th { background: #f8fafa; color: #3d4f52; font-size: 13px; line-height: 18px; font-weight: 600; vertical-align: bottom; border-bottom: 1px solid #dbe3e3; }
#app [data-css$="table-head-row"] > td { background: #f8fafa; border-bottom: 1px solid #dbe3e3; padding: 0; }
#app [data-css$="table-head-row"] > th.payung-number { text-align: right; }
#app [data-css$="table-head-row"] a { color: inherit; font: inherit; white-space: nowrap; } #app [data-css$="table-head-row"] a .adminjs_Icon { margin-left: 4px; }
/* nothing here is chosen by ticking rows: the column of ticks stays empty */
#app [data-css$="table-row"] > td:first-child, #app [data-css$="table-head-row"] > td:first-child { display: none; }
#app [data-css$="table-row"] > td:nth-child(2), #app [data-css$="table-head-row"] > th:nth-child(2) { padding-left: 20px; }
#app [data-css$="table-row"] > td:nth-child(2) { min-width: 168px; } #app td[data-property-name$="egion"] { min-width: 132px; }
#app [data-css$="table-row"]:hover { background: #f8fafa; } #app [data-css$="table-body"] > tr:last-child > td { border-bottom: 0; }
#app [data-css$="table-row"] td section { line-height: 20px; } #app [data-css$="table-row"] td a:not(.adminjs_Button) { display: inline; padding: 0; border: 0; color: #0b5d56; text-decoration: none; font-size: 14px; line-height: 20px; word-break: normal; }
#app [data-css$="table-row"] td a:not(.adminjs_Button):hover { text-decoration: underline; text-underline-offset: 3px; }
#app [data-css$="table-row"] > td:nth-child(2) a { font-weight: 600; } #app [data-css="alert-table-row"] > td:nth-child(2) a { font-weight: 400; }
#app [data-css$="table-row"] > td:last-child:not([data-property-name]) { width: 48px; padding: 4px 8px; }
#app [data-css$="table-row"] > td[data-property-name] > section:empty::after { content: '–'; }
.payung-day { white-space: nowrap; font-variant-numeric: tabular-nums; }
#app [data-css$="table-wrapper"] > .adminjs_Text { margin: 12px 0; } #app [data-css$="table-wrapper"] > .adminjs_Text:empty { display: none; }

/* records without a page of their own: AdminJS writes one value below the other */
#app :is([data-css$="-show-drawer-content"], .payung-values) { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 280px), 1fr)); gap: 18px 32px;
  background: #fff; border: 1px solid #dbe3e3; border-radius: 8px; padding: 20px 24px; box-sizing: border-box; overflow-wrap: anywhere; }
#app :is([data-css$="-show-drawer-content"], .payung-values) section { font-size: 15px; line-height: 22px; color: #16282a; }
#app :is([data-css$="-show-drawer-content"], .payung-values) section.adminjs_Box { margin: 0; }
#app :is([data-css$="-show-drawer-content"], .payung-values) > section:is(:has(.adminjs_Section), :has(table)) { grid-column: 1 / -1; }
#app :is([data-css$="-show-drawer-content"], .payung-values) .adminjs_Label { color: #5a6b6e; font-size: 13px; font-weight: 400; line-height: 18px; margin: 0 0 2px; opacity: 1; }
#app :is([data-css$="-show-drawer-content"], .payung-values) a { display: inline; padding: 0; height: auto; line-height: 22px; color: #0b5d56; text-decoration: underline; font-size: inherit; border: 0; }
#app :is([data-css$="-show-drawer-content"], .payung-values) .adminjs_Section { border: 1px solid #dbe3e3; border-radius: 6px; padding: 12px 16px; display: grid;
  grid-template-columns: repeat(auto-fill, minmax(min(100%, 240px), 1fr)); gap: 12px 24px; }
#app :is([data-css$="-show-drawer-content"], .payung-values) .adminjs_Section .adminjs_Section { border: 0; padding: 0; }
#app :is([data-css$="-show-drawer-content"], .payung-values) .adminjs_Section > section:has(.adminjs_Section) { grid-column: 1 / -1; }
#app :is([data-css$="-show-drawer-content"], .payung-values) .adminjs_Section > section:has(.adminjs_Section) + section:has(.adminjs_Section) { border-top: 1px solid #dbe3e3; padding-top: 12px; }
@media (max-width: 576px) { #app :is([data-css$="-show-drawer-content"], .payung-values) { padding: 14px 12px; } }

/* the filter, at the right of a list; shut, it must not cast its shadow into the page */
#app .adminjs_Drawer[inert] { box-shadow: none; } #app .adminjs_Drawer h3 { font-size: 18px; line-height: 24px; margin: 0; }
#app [data-css$="filter-drawer-content"] { padding: 24px; } #app [data-css$="filter-drawer-content"] > section:nth-child(2) { margin-top: 16px; }
#app .adminjs_Drawer .adminjs_Label { font-size: 13px; line-height: 18px; font-weight: 600; color: #3d4f52; margin-bottom: 4px; }
#app .adminjs_Drawer .adminjs_Input, #app .adminjs_Drawer .adminjs_Select > div[class*="-control"] { min-height: 40px; border-radius: 6px; }

/* forms */
#app .payung-record-form { max-width: 880px; padding: 24px; background: #fff; border: 1px solid #dbe3e3; border-radius: 8px; box-sizing: border-box; }
#app .payung-record-form > p:first-child { margin-bottom: 20px; max-width: 72ch; font-size: 15px; line-height: 22px; } @media (max-width: 576px) { #app .payung-record-form { padding: 16px 12px; } }
/* rows of a form, such as the parties of an agreement */
#app .payung-record-form > div > section:not(.adminjs_Box) { border: 0; padding: 0; margin-top: 0; }
#app .payung-record-form > div > section > div.adminjs_Box { padding: 0; margin-bottom: 8px; } #app .payung-record-form > div > section > div.adminjs_Box > div { margin: 0; }
#app .payung-record-form .adminjs_Section { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 260px), 1fr)); gap: 0 20px; align-items: end;
  border: 1px solid #dbe3e3; border-radius: 6px; padding: 14px 16px 0; margin-top: 4px; background: #f8fafa; }
#app .payung-record-form .adminjs_Label { font-size: 14px; line-height: 20px; font-weight: 600; color: #16282a; margin-bottom: 4px; }
#app .payung-record-form .adminjs_Checkbox + .adminjs_Label { margin: 0 0 4px 8px; vertical-align: top; }
#app .payung-record-form .adminjs_FormMessage:empty, #app .payung-record-form .adminjs_Text:empty { display: none; }
#app .payung-record-form .payung-help { margin: 0 0 6px; }
#app .payung-input, #app .payung-record-form input:not([type=checkbox], [type=radio], [type=file], [role=combobox]), #app .payung-record-form textarea { background: #fff; border-radius: 6px; font-size: 15px; line-height: 22px; min-height: 40px; padding: 8px 10px; }
#app .payung-record-form .adminjs_Select > div[class*="-control"], #app .payung-form .adminjs_Select > div[class*="-control"] { background: #fff; border-radius: 6px; min-height: 40px; }
#app .payung-record-form input[type=date], #app .payung-record-form input[type=month], #app .payung-record-form input[type=number] { max-width: 240px; }
#app .payung-record select:not(.payung-input), #app .payung-page select:not(.payung-input) { font: inherit; font-size: 14px; line-height: 20px; min-height: 36px; padding: 7px 10px; border: 1px solid #8a9a9c; border-radius: 6px; background: #fff; color: #16282a; max-width: 100%; }

/* a list on paper: its columns, not what can be done to a row */
@media print {
  #app .payung-list-tools, #app [data-css$="table-row"] > td:last-child:not([data-property-name]), #app [data-css$="table-head-row"] > td { display: none !important; }
  #app [data-css$="table-wrapper"] { border: 0; } #app [data-css$="table-row"] > td[data-property-name] { display: table-cell !important; }
  #app [data-css$="table-row"] :is(td, section, a:not(.adminjs_Button)), #app [data-css$="table-head-row"] > th { font-size: 8pt; line-height: 11pt; } #app .payung-badge { line-height: 10pt; }
  #app [data-css$="-list"] .payung-title { display: block !important; margin: 0 0 8pt; font-size: 14pt; }
  #app [data-css$="table-row"] > td, #app [data-css$="table-head-row"] > th { padding: 3pt 5pt 3pt 0; min-width: 0; } #app .adminjs_Drawer { display: none; }
}
`;
