/** Real servers take seconds to come up. */
jest.setTimeout(120_000);
