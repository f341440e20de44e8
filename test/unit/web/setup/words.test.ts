import { defaultLadder } from '../../../../domain/default-ladder';
import { gapsAhead } from '../../../../web/setup/gaps';
import { stepInWords } from '../../../../web/setup/ladder-words';
import { awayAtChristmas, buildAuthority, buildPerson } from '../../../support/build-authority';

describe('a ladder in sentences', () => {
  it('of what must be done', () => {
    expect(defaultLadder.must.map((step) => stepInWords(step, 'must'))).toEqual([
      'As soon as the task opens: the task to the notifying officer',
      'As soon as the task opens: a message for information to the manager, the director and the business manager',
      '1 working day after it opens, at 10:00, if nobody has said “I have got this”: reminder to the deputy and the manager',
      '3 working days before it is due, at 09:00: reminder to the notifying officer',
      '1 working day before it is due, at 09:00: reminder to the notifying officer and the deputy',
      'On the day on which it is due, at 09:00: warning to the notifying officer, the deputy and the manager',
      'On the day on which it is due, at 13:00: warning to the notifying officer, the deputy, the manager and the director',
      'Once the day on which it is due is over and it is not done: word that it is late to the notifying officer, the manager, the director and the business manager',
      'Each working day after that, at 09:00, until it is done: word that it is still late to the notifying officer and the manager',
      'Every 5 working days after that, at 09:00, until it is done: word that it is still late to the director',
    ]);
  });

  it('never calls late what no law demands', () => {
    const sentences = defaultLadder.should.map((step) => stepInWords(step, 'should'));
    expect(sentences.at(-1)).toMatch(/: word that the target was missed to the notifying officer$/);
    expect(sentences.join()).not.toMatch(/\blate\b/);
  });
});

describe('gaps of the next 14 days', () => {
  const staffed = [
    buildPerson('director-1', ['director', 'business-manager', 'front-door']),
    buildPerson('officer-1', ['notifying-officer', 'data-protection', 'auditor']),
  ];
  const gapsOf = (...people: ReturnType<typeof buildPerson>[]) =>
    gapsAhead(buildAuthority({ people: [...staffed, ...people] }), '2026-12-20');

  it('are days in a row, with who is told then', () => {
    const deputy = buildPerson('deputy-1', ['deputy'], awayDays('2026-12-22', '2026-12-23'));
    expect(gapsOf(deputy, buildPerson('manager-1', ['manager']))).toEqual([
      {
        role: 'deputy',
        when: 'from Tuesday 22 December 2026 to Wednesday 23 December 2026',
        instead: 'the manager',
        isVacant: false,
      },
    ]);
  });

  it('climb to whoever is there, day by day', () => {
    const deputy = buildPerson('deputy-1', ['deputy'], awayDays('2026-12-22', '2026-12-23'));
    const manager = buildPerson('manager-1', ['manager'], awayDays('2026-12-23', '2026-12-23'));
    const ofDeputy = gapsOf(deputy, manager).filter(({ role }) => role === 'deputy');
    expect(ofDeputy).toMatchObject([
      { when: 'on Tuesday 22 December 2026', instead: 'the manager' },
      { when: 'on Wednesday 23 December 2026', instead: 'the director' },
    ]);
  });

  it('end at the mail address of the director, above whom nobody is', () => {
    const people = [buildPerson('director-1', ['director'], [awayAtChristmas()])];
    const gaps = gapsAhead(buildAuthority({ people }), '2026-12-24');
    expect(gaps).toContainEqual({
      role: 'director',
      when: 'from Thursday 24 December 2026 to Saturday 2 January 2027',
      instead: 'the mail address of the director',
      isVacant: false,
    });
  });

  it('say where nobody has the role at all', () => {
    expect(gapsOf(buildPerson('manager-1', ['manager']))).toMatchObject([
      { role: 'deputy', instead: 'the manager', isVacant: true },
    ]);
  });
});

const awayDays = (from: string, to: string) => [{ from, to, cover: null }];
