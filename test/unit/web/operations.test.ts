import { showOperations } from '../../../web/operations/operations';
import { templates } from '../../../web/render';
import { buildVisit } from '../../support/build-visit';

test('an operator is told how it is now, and what does not answer is named', async () => {
  const down = { temporal: true, mail: false, database: true };
  const askConditions = () => Promise.resolve(down);
  const visit = buildVisit({ askConditions, temporalPages: null });
  const answer = await showOperations(visit);
  if (!('view' in answer)) throw new Error('No page');
  const shown = { csrf: () => '', ...visit, ...answer.with, path: '/operations' };
  const words = templates()
    .render(`${answer.view}.njk`, shown)
    .replaceAll(/<[^>]*>|\s+/g, ' ');
  expect(words).toMatch(/Temporal +answers/);
  expect(words).toMatch(/Mail +does not answer *: messages wait/);
  expect(words).toContain('Set  TEMPORAL_UI_URL');
});
