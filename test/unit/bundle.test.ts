import { bundleWorkflows } from '../../workers/bundle';

test('the kernel’s modules are where a worker looks for them, as it loads', () => {
  expect(bundleWorkflows).toBeInstanceOf(Function);
});
