import { Html, markup } from '../domain/html';

/** A table with its headings. */
export const table = (columns: readonly string[], rows: readonly Html[]): Html =>
  markup`<table>
<thead><tr>${columns.map((column) => markup`<th scope="col">${column}</th>`)}</tr></thead>
<tbody>
${rows}
</tbody>
</table>`;

/** One row of it, which a link may name. */
export const row = (cells: readonly (string | Html | null)[], id: string | null = null): Html =>
  markup`<tr${id === null ? null : markup` id="${id}"`}>${new Html(cells.map((cell) => markup`<td>${cell}</td>`.text).join(''))}</tr>`;
