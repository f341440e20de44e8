import { keepInForce } from '../../register/in-force';

/** Answers what it is told to, and counts how often it was asked. */
function startAsking() {
  const answers = { count: 0, next: () => Promise.resolve(['first']) };
  const time = { ms: 0 };
  const query = () => {
    answers.count += 1;
    return answers.next();
  };
  const { read, forget } = keepInForce(query, () => time.ms);
  return { answers, time, forget, read: () => read('2026-12-22') };
}

describe('what is in force', () => {
  test('is asked for once in three seconds, and at once after a change', async () => {
    const { answers, time, forget, read } = startAsking();
    await read();
    time.ms = 2_999;
    expect(await read()).toEqual(['first']);
    expect(answers.count).toBe(1);
    answers.next = () => Promise.resolve(['second']);
    time.ms = 3_000;
    expect(await read()).toEqual(['second']);
    answers.next = () => Promise.resolve(['third']);
    forget();
    expect(await read()).toEqual(['third']);
  });

  test.each([
    ['fails', () => Promise.reject(new Error('The database does not answer'))],
    ['gives no answer', () => new Promise<never>(() => undefined)],
  ])('is what was known last while the database %s', async (_, next) => {
    const { answers, time, read } = startAsking();
    await read();
    answers.next = next;
    time.ms = 3_000;
    expect(await read()).toEqual(['first']);
    time.ms = 6_000;
    answers.next = () => Promise.resolve(['again']);
    expect(await read()).toEqual(['again']);
  });

  test('is nothing where the database never answered', async () => {
    const { answers, read } = startAsking();
    answers.next = () => Promise.reject(new Error('The database does not answer'));
    expect(await read()).toEqual([]);
  });
});
