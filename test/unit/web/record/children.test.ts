import { viewCase } from '../../../../domain/case/view';
import { childrenShown } from '../../../../web/record/children';
import { anInstant, inChild } from '../../../support/build-incident';
import { correction, DrivenCase, manager } from '../../../support/drive-case';

const name = (id: string) => `<${id}>`;
const driven = (child: Record<string, unknown> = {}) => new DrivenCase(inChild(child), anInstant);
const shown = ({ state, now }: DrivenCase) => childrenShown(viewCase(state, now), name)[0];

describe('a child on the page of an incident', () => {
  test('each fact with when it was known, when it was recorded, and by whom', () => {
    expect(shown(driven())?.facts.slice(0, 2)).toEqual([
      {
        ...{ fact: 'Harm', value: 'died', struck: null },
        known: 'Tuesday 22 December 2026, 17:30',
        recorded: 'Tuesday 22 December 2026, 18:00, by <officer-1>',
      },
      {
        ...{ fact: 'Abuse or neglect', value: 'suspected', struck: null },
        known: 'Tuesday 22 December 2026, 17:30',
        recorded: 'Tuesday 22 December 2026, 18:00, by <officer-1>',
      },
    ]);
  });

  test('a corrected fact stays, struck out', () => {
    const corrected = driven();
    const knownAt = { harm: '2026-12-22T17:30:00+00:00' };
    const children = [{ ref: 'A', harm: 'seriously-harmed', knownAt }];
    corrected.act('amend', manager, correction({ children }));
    const harm = shown(corrected)?.facts.filter(({ fact }) => fact === 'Harm');
    expect(harm?.map(({ value, struck }) => [value, struck !== null])).toEqual([
      ['died', true],
      ['seriously harmed', false],
    ]);
  });

  test('each criterion with its answer, why, on whose authority and since when', () => {
    expect(shown(driven())?.criteria[0]).toEqual({
      words: 'A child has died and abuse or neglect is known or suspected',
      answer: { text: 'Met', classes: 'govuk-tag--red' },
      because: 'has died; abuse or neglect is known or suspected',
      source: 'Children Act 2004 s16C(1). Required by law or statutory guidance.',
      known: 'Tuesday 22 December 2026, 17:30',
      missing: '',
      ifMet: null,
    });
  });

  test('what is not yet known says what is missing, and by when it would be due', () => {
    const unknown = driven({ abuseOrNeglect: 'not-yet-known' });
    expect(shown(unknown)?.criteria[0]).toMatchObject({
      answer: { text: 'Don’t know yet' },
      missing: 'abuse or neglect',
      ifMet: 'Thursday 31 December 2026',
    });
  });
});
