import type { TimedNotification } from '../../domain/figures/five-days';
import type { Outcome } from '../../domain/figures/incident-figures';
import { outcomeWords } from '../../domain/figures/outcome-words';
import { Html, markup } from '../../domain/html';
import { counted } from '../../domain/wording';

const left = 16;
const dayWidth = 72;
const days = 5;
/** Past the fifth day a row goes on for three days' width; later ends stand at its end. */
const daysDrawn = days + 3;
const width = 760;
const top = 36;
const rowHeight = 52;

const x = (day: number): number => left + Math.min(day, daysDrawn) * dayWidth;

/** GOV.UK's colours; each outcome has a shape and words as well. */
const colours: Readonly<Record<Outcome, string>> = {
  'done-in-time': '#00703c',
  'done-late': '#d4351c',
  'not-done': '#1d70b8',
  late: '#d4351c',
  ended: '#505a5f',
  withdrawn: '#505a5f',
};

/** Done is filled, not done is open; in time is round, past the date has corners. */
const shapes: Readonly<Record<Outcome, (at: number, y: number) => Html>> = {
  'done-in-time': (at, y) => markup`<circle cx="${at}" cy="${y}" r="8"/>`,
  'done-late': (at, y) => diamond(at, y),
  'not-done': (at, y) => markup`<circle cx="${at}" cy="${y}" r="6" fill="#ffffff"/>`,
  late: (at, y) => markup`<g fill="#ffffff">${diamond(at, y)}</g>`,
  ended: (at, y) => dash(at, y),
  withdrawn: (at, y) => dash(at, y),
};

const diamond = (at: number, y: number): Html =>
  markup`<path d="M${at} ${y - 9} L${at + 9} ${y} L${at} ${y + 9} L${at - 9} ${y} Z"/>`;

const dash = (at: number, y: number): Html => markup`<path d="M${at} ${y - 8} V${y + 8}"/>`;

/**
 * Each notification as a row against its five working days: a line from day 0 to the day on which it
 * was done, or to today. All that it says stands in words in it, and in the table beside it.
 */
export function timelinessPicture(rows: readonly TimedNotification[]): Html {
  const height = top + rows.length * rowHeight + 8;
  return markup`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" class="app-picture" role="img" aria-labelledby="picture-title picture-desc" font-family="Arial, sans-serif" font-size="14" fill="#0b0c0c">
<title id="picture-title">Each notification against its five working days</title>
<desc id="picture-desc">${counted(rows.length, 'notification')}, a row each. The table below says the same in words.</desc>
${grid(height)}
${rows.map(row)}
</svg>`;
}

function grid(height: number): Html {
  const lines = Array.from({ length: days + 1 }, (_, day) => {
    const isDue = day === days;
    return markup`<path d="M${x(day)} ${top - 8} V${height}" stroke="${isDue ? '#0b0c0c' : '#b1b4b6'}" stroke-width="${isDue ? 3 : 1}"/>
<text x="${x(day)}" y="18" text-anchor="${day === 0 ? 'start' : 'middle'}"${new Html(isDue ? ' font-weight="bold"' : '')}>${dayName(day)}</text>`;
  });
  return markup`${lines}
<text x="${x(days + 1.5)}" y="18" text-anchor="middle">past the date</text>`;
}

function dayName(day: number): string {
  if (day === 0) return 'aware, day 0';
  return day === days ? `day ${day}: due` : `day ${day}`;
}

function row(one: TimedNotification, index: number): Html {
  const { outcome, reference, title, taken } = one;
  const y = top + index * rowHeight + 34;
  const says = rowWords(one);
  const label = markup`<text x="${left}" y="${y - 16}">${reference}, ${title}: <tspan font-weight="bold">${says}</tspan></text>`;
  if (taken === null) return label;
  const at = x(taken);
  const colour = colours[outcome];
  const dashes = new Html(isRunning(outcome) ? ' stroke-dasharray="6 4"' : '');
  return markup`${label}
<path d="M${left} ${y} H${at}" stroke="${colour}" stroke-width="4"${dashes}/>
<g fill="${colour}" stroke="${colour}" stroke-width="3">${shapes[outcome](at, y)}</g>`;
}

const isRunning = (outcome: Outcome): boolean => outcome === 'not-done' || outcome === 'late';

/** `done in time, day 3`; `late, day 9`. */
function rowWords(one: TimedNotification): string {
  const { taken } = one;
  return [outcomeWords(one), taken === null ? [] : `day ${taken}`].flat().join(', ');
}
