import type { Authority } from '../../domain/authority';
import { dateInWords } from '../../domain/wording';
import { momentInWords } from '../../domain/when';
import type { Option } from '../actions/action';
import { readDate, readMoment } from '../moments';
import { textOf, type Form } from '../visit';
import type { StartDraft } from './draft';
import { firstOptions, places } from './options';

/** The first answers as people read them, to be copied where nothing else keeps them. */
export function written({ answers }: StartDraft, authority: Authority) {
  const { aware, day, firstHarm } = firstOptions;
  const { aware: when = {}, what = {}, where = {} } = answers;
  const known = readMoment(when, 'known');
  const occurred = readDate(where, 'occurred');
  return [
    { label: 'First known', text: wordsOf(aware, when, 'aware') },
    { label: 'At', text: 'value' in known && known.value ? momentInWords(known.value) : '' },
    { label: 'By whom, and how', text: textOf(when, 'who') },
    { label: 'The child', text: wordsOf(firstHarm, what, 'harm') },
    { label: 'What is known', text: textOf(what, 'summary') },
    { label: 'Where', text: wordsOf(places(authority), where, 'place') },
    { label: 'Day', text: wordsOf(day, where, 'day') },
    { label: 'On', text: 'value' in occurred && occurred.value ? dateInWords(occurred.value) : '' },
  ].filter(({ text }) => text !== '');
}

const wordsOf = (options: readonly Option[], form: Form, name: string): string =>
  options.find(({ value }) => value === textOf(form, name))?.text ?? '';
