/** How a command ends: done, refused with reasons, wrongly used, or something is unreachable. */
export const exitStatus = { done: 0, refused: 1, usage: 2, unreachable: 3 } as const;
export type ExitStatus = (typeof exitStatus)[keyof typeof exitStatus];

/** What a person is told when a command could not go on. */
export interface Failure {
  readonly status: ExitStatus;
  readonly problem: string;
  readonly remedy: string;
}

/** Errors that say in their message all that a person needs, known by name: they are not imported. */
const saysItAll = [
  'SettingsProblem',
  'AlreadyRunning',
  'HeadAddressRefused',
  'NotAHead',
  'FolderNotEmpty',
];

/** A sentence and a remedy for any error; never a stack trace. */
export function failureOf(error: unknown): Failure {
  if (!(error instanceof Error)) return unexpected(String(error));
  if ('what' in error && 'howToCheck' in error) {
    const [problem, remedy] = [String(error.what), String(error.howToCheck)];
    return { status: exitStatus.unreachable, problem, remedy };
  }
  if (saysItAll.includes(error.name)) {
    return { status: exitStatus.refused, problem: error.message, remedy: '' };
  }
  if (error.name === 'AuthorityFileMistaken') {
    const problem = `The authority’s file has mistakes: ${error.message}.`;
    return { status: exitStatus.refused, problem, remedy: 'Mend the file, then try again.' };
  }
  if ('code' in error && 'path' in error && typeof error.path === 'string') {
    const problem = `${error.path} cannot be read or written (${String(error.code)}).`;
    return { status: exitStatus.refused, problem, remedy: 'Check the path and who may use it.' };
  }
  return unexpected(error.message);
}

function unexpected(message: string): Failure {
  const [line = ''] = message.split('\n');
  return {
    status: exitStatus.unreachable,
    problem: `Something unexpected went wrong: ${line.replace(/\.?$/, '.')}`,
    remedy: 'LOG_LEVEL=debug shows where; `notifiable doctor` checks what is needed.',
  };
}
