/** How the page looks on a screen and on paper: no font, image or script from anywhere. */
export const pageStyle = `
body { font: 1rem/1.4 Arial, sans-serif; margin: 2rem auto; max-width: 75rem; padding: 0 1rem; color: #0b0c0c; }
h1 { font-size: 1.75rem; } h2 { font-size: 1.25rem; margin-top: 2rem; }
.note { border-left: 5px solid #b1b4b6; padding-left: 1rem; font-weight: bold; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .25rem 1.5rem; }
dt { font-weight: bold; } dd { margin: 0; }
.hashes dd { font-family: monospace; overflow-wrap: anywhere; }
table { border-collapse: collapse; width: 100%; }
th, td { border-bottom: 1px solid #b1b4b6; padding: .4rem 1rem .4rem 0; text-align: left; vertical-align: top; overflow-wrap: break-word; }
.timeline :is(th, td):nth-child(-n + 4) { white-space: nowrap; }
.timeline :is(th, td):nth-child(5) { min-width: 20rem; }
@media print {
  @page { size: A4 landscape; margin: 15mm; }
  body { font-size: 9pt; margin: 0; max-width: none; padding: 0; }
  thead { display: table-header-group; }
  tr, li { break-inside: avoid; } h2 { break-after: avoid; }
}
`;
