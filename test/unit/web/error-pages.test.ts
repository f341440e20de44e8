import { AuthorityFileMistaken } from '../../../domain/authority-mistaken';
import { showError } from '../../../web/error-pages';

interface Shown {
  readonly status: number;
  readonly view: string;
  readonly shown: object;
}

function shownFor(error: unknown, person?: string): Shown[] {
  const shownPages: Shown[] = [];
  let status = 0;
  const response = { status: (code: number) => (status = code), locals: {} };
  const show = showError((_, view, shown) => shownPages.push({ status, view, shown }));
  show(error, { session: { person } } as never, response as never, () => undefined);
  return shownPages;
}

describe('a mistaken authority’s file', () => {
  const problems = [{ path: 'people', problem: 'Nobody is a manager', remedy: 'Add one' }];
  const mistaken = new AuthorityFileMistaken(problems);

  it('is told as it is to whoever has signed in', () => {
    expect(shownFor(mistaken, 'officer-1')).toEqual([
      { status: 503, view: 'authority-mistaken', shown: { problems } },
    ]);
  });

  it('is told without what stands in it to anybody else', () => {
    expect(shownFor(mistaken)).toEqual([
      { status: 503, view: 'authority-mistaken', shown: { problems: [] } },
    ]);
  });
});

it('a file that cannot be read is no fault of whoever asks', () => {
  const error = Object.assign(new Error('ENOENT: no such file'), { code: 'ENOENT', path: '/x' });
  expect(shownFor(error, 'officer-1')).toMatchObject([{ status: 503, view: 'unreachable' }]);
});

it('any other error says nothing of itself', () => {
  const shown = shownFor(new TypeError('a is undefined'));
  expect(shown).toEqual([{ status: 500, view: 'failed', shown: {} }]);
});
