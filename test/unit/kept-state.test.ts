import { readKeptState } from '../../domain/kept-state';
import { buildIncident } from '../support/build-incident';
import { DrivenCase } from '../support/drive-case';

const { state, entries } = new DrivenCase(buildIncident(), '2026-12-23T10:00:00.000Z');
const after = { reference: state.reference, number: entries.length };

describe('an incident’s state as it was kept', () => {
  it('is gone on with as it is', () => {
    expect(readKeptState(state, after)).toEqual(state);
  });

  test.each([
    ['of another reference', { ...state, reference: 'SI-2026-ELSE' }],
    ['that leaves a gap before the next entry', { ...state, nextEntry: state.nextEntry + 1 }],
    ['of another kind of record', { ...state, kind: 'referral' }],
    ['without tasks', { ...state, tasks: undefined }],
    ['that is nothing', null],
  ])('is refused where it is one %s', (_, kept) => {
    expect(() => readKeptState(kept, after)).toThrow(/^What is kept of SI-2026-TEST after entry/);
  });
});
