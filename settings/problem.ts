/** The environment is wrong: every bad variable at once, one sentence each. */
export class SettingsProblem extends Error {
  constructor(readonly problems: readonly string[]) {
    super(['These settings must be mended first:', ...problems.map((p) => `- ${p}`)].join('\n'));
    this.name = 'SettingsProblem';
  }
}
